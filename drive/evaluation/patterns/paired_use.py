"""Whether each type of abuse was there, at the beginning and at the end: within one group."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from drive.evaluation.blocks import Cell, Count, Figures, Percent, Table
from drive.evaluation.measures import two_by_two, unknown_used
from drive.evaluation.patterns.abuse import ITEM
from drive.evaluation.patterns.missing import missing_table
from drive.evaluation.sheet import Sheet
from drive.evaluation.wording import p_text, range_text, sentence
from drive.statistics.paired import PairedChange, paired_change
from drive.vocabulary.abuse import AbuseType


@dataclass(frozen=True, kw_only=True)
class Group:
    """One group of people whose change is described.

    Parameters
    ----------
    name : str
        Its name within result ids.
    label : str
        In words, for titles.
    verb : str
        ``used`` for service users, ``experienced`` for victim-survivors.
    edwards : bool
        Whether the report tested this group with Edwards' corrected chi-square.
    shares : bool
        Whether the report prints shares beside the percentages.
    """

    name: str
    label: str
    verb: str
    edwards: bool = False
    shares: bool = False


def write_use(sheet: Sheet, pairs: pd.DataFrame, group: Group) -> dict[AbuseType, PairedChange]:
    """Write every number of one group, and its table; return the four changes."""
    changes = {}
    for kind in AbuseType:
        rows = pairs[pairs["abuse_type"] == kind]
        changes[kind] = paired_change(two_by_two(rows))
        _write_type(sheet, rows, kind=kind, group=group, change=changes[kind])
    sheet.add(
        _table(changes, group), missing_table(pairs, unknown_used, label=group.label, answer="use")
    )
    return changes


def _write_type(
    sheet: Sheet, rows: pd.DataFrame, *, kind: AbuseType, group: Group, change: PairedChange
) -> None:
    name, missing = f"{group.name}.{ITEM[kind]}", unknown_used(rows)
    about = f"{kind.label} abuse, {group.label}"
    cells = (change.before, change.after, change.stopped, change.started)
    sheet.test(
        name,
        change.edwards if group.edwards else change.exact,
        title=f"{about}: change from intake to exit",
        n=change.n,
        cells=cells,
        estimate=change.difference_tango,
    )
    for when, yes in (("intake", change.before), ("exit", change.after)):
        title = f"{about}: {{}} at {when}"
        no = change.n - yes
        sheet.part(
            f"{name}.{when}_no",
            no,
            change.n,
            title=title.format(f"not {group.verb}"),
            missing=missing,
        )
        sheet.part(
            f"{name}.{when}_yes", yes, change.n, title=title.format(group.verb), missing=missing
        )
        if group.shares:
            sheet.number(
                f"{name}.share_{when}",
                yes / change.n if change.n else None,
                title=title.format(f"share {group.verb}"),
                unit="share",
                n=change.n,
                exact=Fraction(yes, change.n) if change.n else None,
                cells=(yes, no),
            )
    _write_changers(sheet, name=name, about=about, change=change, edwards=group.edwards)


def _write_changers(
    sheet: Sheet, *, name: str, about: str, change: PairedChange, edwards: bool
) -> None:
    sheet.count(
        f"{name}.stopped.n", change.stopped, n=change.n, title=f"{about}: at intake but not at exit"
    )
    sheet.count(
        f"{name}.started.n", change.started, n=change.n, title=f"{about}: at exit but not at intake"
    )
    discordant = (change.stopped, change.started)
    sheet.number(
        f"{name}.mid_p",
        change.p_mid,
        title=f"{about}: mid-p value of the change",
        unit="p",
        n=change.n,
        method=change.mid_p.method,
        cells=discordant,
    )
    if edwards:
        sheet.count(f"{name}.pairs.n", change.n, title=f"{about}: pairs")
        sheet.number(
            f"{name}.edwards",
            change.edwards.statistic,
            title=f"{about}: chi-square",
            n=change.n,
            method=change.edwards.method,
            cells=discordant,
        )


def _table(changes: dict[AbuseType, PairedChange], group: Group) -> Table:
    rows: list[list[Cell]] = []
    for kind, change in changes.items():
        fall = change.difference_tango
        cells = (change.stopped, change.started, change.before, change.after)
        tested = change.edwards if group.edwards else change.exact
        rows.append(
            [
                kind.label,
                Count(change.n),
                Percent(change.before, change.n),
                Percent(change.after, change.n),
                Count(change.stopped),
                Count(change.started),
                Figures(range_text(fall, scale=100, sign=-1), cells),
                Figures(p_text(tested.p), cells),
                Figures(p_text(change.p_mid), cells),
            ]
        )
    test = "Edwards p" if group.edwards else "Exact p"
    return Table(
        caption=f"{sentence(group.label)}: abuse {group.verb} at intake and at exit",
        columns=[
            "Type of abuse",
            "Pairs",
            "At intake",
            "At exit",
            "Stopped",
            "Started",
            "Change, points (95% interval)",
            test,
            "Mid-p",
        ],
        rows=rows,
        note="Change is exit minus intake in percentage points, with Tango's score interval.",
    )
