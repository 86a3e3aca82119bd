"""How severe each type of abuse was at the beginning and at the end: tables of movement."""

from __future__ import annotations

import pandas as pd

from drive.evaluation.blocks import Cell, Count, Figures, Table
from drive.evaluation.measures.pairs import LEVELS, movement, risers, unknown_severity
from drive.evaluation.patterns.abuse import ITEM, LEVEL_LABELS
from drive.evaluation.patterns.missing import missing_table
from drive.evaluation.patterns.paired_use import Group
from drive.evaluation.results import Comparison, Result
from drive.evaluation.sheet import Sheet
from drive.evaluation.wording import number_text, p_text, sentence
from drive.statistics.ordinal import SquareTable, square_table
from drive.vocabulary.abuse import AbuseType


def write_movement(sheet: Sheet, pairs: pd.DataFrame, group: Group) -> dict[AbuseType, SquareTable]:
    """Write every cell, margin and percentage change of one group, and its tables."""
    tables = {}
    for kind in AbuseType:
        rows = pairs[pairs["abuse_type"] == kind]
        counts = movement(rows)
        tables[kind] = square_table(counts, levels=LEVELS)
        written = _write_cells(sheet, counts, kind=kind, group=group)
        _write_changes(sheet, tables[kind], kind=kind, group=group)
        sheet.add(_matrix(counts, written, kind=kind, group=group))
    _write_rises(sheet, pairs, tables, group)
    missing = missing_table(pairs, unknown_severity, label=group.label, answer="severity")
    sheet.add(_summary(tables, group), missing)
    return tables


def _write_cells(
    sheet: Sheet, counts: list[list[int]], *, kind: AbuseType, group: Group
) -> dict[str, Result]:
    """Write the cells and margins; return the results by the last word of their id."""
    name, n = f"{group.name}.{ITEM[kind]}", sum(map(sum, counts))
    about = f"{kind.label} abuse, {group.label}"
    start = len(sheet.results)
    for before, row in zip(LEVELS, counts, strict=True):
        for after, count in zip(LEVELS, row, strict=True):
            title = f"{about}: {before} to {after}"
            sheet.count(f"{name}.{before}_to_{after}", count, n=n, title=title, in_matrix=True)
    for place, level in enumerate(LEVELS):
        sums = {"intake": sum(counts[place]), "exit": sum(row[place] for row in counts)}
        for when, count in sums.items():
            title = f"{about}: {level} at {when}"
            sheet.count(f"{name}.{when}_{level}", count, n=n, title=title, in_matrix=True)
    title = f"{about}: severity known at both times"
    sheet.count(f"{name}.total", n, n=n, title=title, in_matrix=True)
    written: dict[str, Result] = {}
    for result in sheet.results[start:]:
        written.setdefault(result.id.split(".")[3], result)
    return written


def _write_changes(sheet: Sheet, table: SquareTable, *, kind: AbuseType, group: Group) -> None:
    for level in table.levels:
        sheet.number(
            f"{group.name}.{ITEM[kind]}.{level.level}_change",
            level.percent,
            title=f"{kind.label} abuse, {group.label}: change in the number at {level.level}",
            unit="percent",
            n=table.n,
            method="Change in per cent of the number at intake",
            cells=(level.before, level.after),
        )


def _write_rises(
    sheet: Sheet, pairs: pd.DataFrame, tables: dict[AbuseType, SquareTable], group: Group
) -> None:
    instances, people = sum(table.rose for table in tables.values()), risers(pairs)
    sheet.count(
        f"{group.name}.rises.instances",
        instances,
        title=f"Instances of rising severity, {group.label}",
    )
    sheet.count(
        f"{group.name}.rises.people",
        int(people["perpetrator_id"].nunique()),
        title=f"People behind those rises, {group.label}",
    )


def _matrix(
    counts: list[list[int]], written: dict[str, Result], *, kind: AbuseType, group: Group
) -> Table:
    def cell(value: int, word: str) -> Count:
        result = written[word]
        shown = result.printed if result.comparison is Comparison.DIFFERS else None
        return Count(value, shown, result.comparison)

    rows: list[list[Cell]] = []
    for place, level in enumerate(LEVELS):
        cells = [cell(n, f"{level}_to_{to}") for n, to in zip(counts[place], LEVELS, strict=True)]
        rows.append([LEVEL_LABELS[place], *cells, cell(sum(counts[place]), f"intake_{level}")])
    sums = [cell(sum(row[i] for row in counts), f"exit_{to}") for i, to in enumerate(LEVELS)]
    rows.append(["Total", *sums, cell(sum(map(sum, counts)), "total")])
    return Table(
        caption=f"{kind.label} abuse, {group.label}: severity at intake (rows) by exit (columns)",
        columns=["Intake", *LEVEL_LABELS, "Total"],
        rows=rows,
        note="Grey: the same level at both times. Ochre: the severity rose.",
        matrix=True,
    )


def _summary(tables: dict[AbuseType, SquareTable], group: Group) -> Table:
    rows: list[list[Cell]] = []
    for kind, table in tables.items():
        cells = (table.rose, table.stayed, table.fell)
        changes = [
            Figures(number_text(level.percent), (level.before, level.after))
            for level in table.levels
        ]
        rows.append(
            [
                kind.label,
                Count(table.n),
                Count(table.fell),
                Count(table.stayed),
                Count(table.rose),
                *changes,
                Figures(p_text(table.bhapkar.p), cells),
            ]
        )
    return Table(
        caption=f"{sentence(group.label)}: who moved, and the change at each level",
        columns=[
            "Type of abuse",
            "Pairs",
            "Fell",
            "Same",
            "Rose",
            *(f"{label}, % change" for label in LEVEL_LABELS),
            "Bhapkar p",
        ],
        rows=rows,
        note=(
            "A percentage change from nothing does not exist and is left as a dash. "
            "Bhapkar's test asks whether the distribution over the levels changed."
        ),
    )
