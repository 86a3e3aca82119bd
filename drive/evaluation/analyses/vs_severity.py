"""A16: how severe the abuse experienced by victim-survivors was, by arm."""

from __future__ import annotations

import pandas as pd

from drive.evaluation.analyses.vs_use import CONTROL, DRIVE
from drive.evaluation.blocks import Cell, Figures, Percent, Remark, Table
from drive.evaluation.figures.levels import level_bars
from drive.evaluation.measures import Measures
from drive.evaluation.measures.pairs import LEVELS
from drive.evaluation.patterns.abuse import ITEM
from drive.evaluation.patterns.movement import write_movement
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet
from drive.evaluation.wording import p_text, range_text
from drive.statistics.groups import association
from drive.statistics.ordinal import SquareTable
from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.allocation import Arm

ANALYSIS = Analysis(
    id="A16",
    title="Severity of the abuse experienced by victim-survivors",
    question=1,
    kind=Kind.CONTRAST,
    denominator="Victim-survivors whose Idva recorded the severity at intake and at exit.",
    about=(
        "First the contrast between arms in the share at high severity at exit and in the share "
        "whose severity fell; then each arm's tables of movement, which only describe."
    ),
)
Tables = dict[AbuseType, SquareTable]


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Contrast the arms, then describe each."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    by_arm = {arm: measures.vs_pairs[measures.vs_pairs["arm"] == arm] for arm in Arm}
    described = Sheet(analysis=ANALYSIS, compare=compare)
    drive = write_movement(described, by_arm[Arm.DRIVE], DRIVE)
    control = write_movement(described, by_arm[Arm.CONTROL], CONTROL)
    sheet.add(_contrasts(sheet, drive, control))
    sheet.add(Remark("Change within each arm: descriptive only.", warning=True))
    sheet.add(level_bars("vs-severity-drive", drive, title="Severity experienced, Drive"))
    sheet.add(level_bars("vs-severity-control", control, title="Severity experienced, control"))
    sheet.add(*described.blocks)
    sheet.results.extend(described.results)
    _write_prose(sheet, control, by_arm[Arm.CONTROL])
    return sheet


def _contrasts(sheet: Sheet, drive: Tables, control: Tables) -> Table:
    rows: list[list[Cell]] = []
    for kind in AbuseType:
        row: list[Cell] = [kind.label]
        for word, label in (("high_at_exit", "high at exit"), ("fell", "fell")):
            x1, n1 = _outcome(drive[kind], word)
            x2, n2 = _outcome(control[kind], word)
            cells = (x1, n1 - x1, x2, n2 - x2)
            found = association([cells[:2], cells[2:]])
            sheet.test(
                f"contrast.{ITEM[kind]}.{word}",
                found.chosen,
                n=n1 + n2,
                cells=cells,
                title=f"{kind.label} abuse, Drive minus control: {label}",
                estimate=found.risk_difference,
            )
            difference = Figures(range_text(found.risk_difference, scale=100), cells)
            p = Figures(p_text(found.chosen.p), cells)
            row += [Percent(x1, n1), Percent(x2, n2), difference, p]
        rows.append(row)
    return Table(
        caption="Contrast between arms: severity, percentage points (95% interval)",
        columns=[
            "Type of abuse",
            "High at exit, Drive",
            "Control",
            "Difference",
            "p",
            "Severity fell, Drive",
            "Control",
            "Difference",
            "p",
        ],
        rows=rows,
        note="Drive minus control; Newcombe's intervals.",
    )


def _outcome(table: SquareTable, word: str) -> tuple[int, int]:
    return (table.fell if word == "fell" else table.levels[-1].after), table.n


def _write_prose(sheet: Sheet, control: Tables, pairs: pd.DataFrame) -> None:
    """Write what the report says of the control arm in words (lines 3539-3547)."""
    harassment, jealous = AbuseType.HARASSMENT_STALKING, AbuseType.JEALOUS_CONTROLLING
    sheet.count(
        "control.harassment.none_to_worse",
        _rises_from(pairs, harassment, "none"),
        title="Harassment and stalking abuse, control: none at intake, some at exit",
    )
    for kind in (harassment, jealous):
        none = control[kind].levels[0]
        kept = none.after + _rises_from(pairs, kind, "none")
        _write_percent(
            sheet,
            f"control.{ITEM[kind]}.none_change_without_rises",
            kept - none.before,
            none.before,
            title=f"{kind.label} abuse, control: none, had nobody risen from none",
        )
    high = control[jealous].levels[-1]
    moved_up = _rises_from(pairs, jealous, "moderate")
    for word, after in (
        ("high_fall", high.after),
        ("high_fall_without_rises", high.after - moved_up),
    ):
        _write_percent(
            sheet,
            f"control.jealous.{word}",
            high.before - after,
            high.before,
            title=f"{jealous.label} abuse, control: fall in high severity",
        )


def _rises_from(pairs: pd.DataFrame, kind: AbuseType, level: str) -> int:
    above = LEVELS[LEVELS.index(level) + 1 :]
    rows = pairs[(pairs["abuse_type"] == kind) & (pairs["severity_before"] == level)]
    return int(rows["severity_after"].isin(above).sum())


def _write_percent(sheet: Sheet, name: str, change: int, before: int, *, title: str) -> None:
    sheet.number(
        name,
        100 * change / before if before else None,
        title=title,
        unit="percent",
        n=before,
        method="Change in per cent of the number at intake",
        cells=(abs(change), before),
    )
