"""A15: abuse experienced by victim-survivors: the contrast between arms, then each arm."""

from __future__ import annotations

import pandas as pd

from drive.evaluation.blocks import Cell, Figures, Percent, Remark, Table
from drive.evaluation.figures.forest import Line, forest
from drive.evaluation.figures.slopes import slopes
from drive.evaluation.measures import Measures, two_by_two
from drive.evaluation.patterns.abuse import ITEM
from drive.evaluation.patterns.paired_use import Group, write_use
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet
from drive.evaluation.wording import p_text, range_text
from drive.statistics.contrast import ChangeContrast, changes_between_arms
from drive.statistics.groups import Association, association
from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.allocation import Arm

ANALYSIS = Analysis(
    id="A15",
    title="Abuse experienced by victim-survivors",
    question=1,
    kind=Kind.CONTRAST,
    denominator=(
        "Victim-survivors whose Idva recorded the abuse at intake and at exit; the reasons why "
        "others are missing stand with each result."
    ),
    about=(
        "First the contrast between arms: the difference in the share still experiencing abuse at "
        "exit, and the difference in the change from intake to exit, Drive minus control. Below "
        "it, each arm's own change, which only describes: comparing which arm's change is "
        "“significant” is a known fallacy (Bland and Altman, Trials 2011;12:264)."
    ),
)
DRIVE = Group(name="drive", label="victim-survivors, Drive", verb="experienced", shares=True)
CONTROL = Group(
    name="control", label="victim-survivors, control", verb="experienced", edwards=True, shares=True
)


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Contrast the arms, then describe each."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    by_arm = {arm: measures.vs_pairs[measures.vs_pairs["arm"] == arm] for arm in Arm}
    _write_contrasts(sheet, by_arm)
    sheet.add(Remark("Change within each arm: descriptive only.", warning=True))
    changes = {
        "Drive": write_use(sheet, by_arm[Arm.DRIVE], DRIVE),
        "Control": write_use(sheet, by_arm[Arm.CONTROL], CONTROL),
    }
    sheet.add(slopes("vs-use", changes, title="Abuse experienced at intake and at exit, by arm"))
    return sheet


def _write_contrasts(sheet: Sheet, by_arm: dict[Arm, pd.DataFrame]) -> None:
    rows, exit_lines, change_lines = [], [], []
    for kind in AbuseType:
        drive, control = (_table(by_arm[arm], kind) for arm in (Arm.DRIVE, Arm.CONTROL))
        found = changes_between_arms(drive, control)
        stopped = association([drive[0][::-1], control[0][::-1]])
        cells = tuple(n for table in (drive, control) for row in table for n in row)
        _write(sheet, found, stopped, kind=kind, cells=cells)
        rows.append(_row(found, stopped, kind=kind, cells=cells))
        exit_lines.append(Line(kind.label, found.at_exit, cells))
        change_lines.append(Line(kind.label, found.in_change, cells))
    sheet.add(
        forest(
            "vs-contrast",
            {"Still experienced at exit": exit_lines, "Change from intake to exit": change_lines},
            title="Drive minus control, percentage points",
        )
    )
    sheet.add(_contrast_table(rows))


def _table(pairs: pd.DataFrame, kind: AbuseType) -> list[list[int]]:
    return two_by_two(pairs[pairs["abuse_type"] == kind])


def _write(
    sheet: Sheet,
    found: ChangeContrast,
    stopped: Association,
    *,
    kind: AbuseType,
    cells: tuple[int, ...],
) -> None:
    n, about = found.drive.n + found.control.n, f"{kind.label} abuse, Drive minus control"
    for word, test, estimate, title in (
        ("at_exit", found.at_exit_test, found.at_exit, "still experienced at exit"),
        ("in_change", found.in_change_test, found.in_change, "change from intake to exit"),
        ("stopped", stopped.chosen, stopped.risk_difference, "stopped, of those at intake"),
    ):
        sheet.test(
            f"contrast.{ITEM[kind]}.{word}",
            test,
            title=f"{about}: {title}",
            n=n,
            cells=cells,
            estimate=estimate,
        )


def _row(
    found: ChangeContrast, stopped: Association, *, kind: AbuseType, cells: tuple[int, ...]
) -> list[Cell]:
    drive, control = found.drive, found.control
    return [
        kind.label,
        Percent(drive.after, drive.n),
        Percent(control.after, control.n),
        Figures(range_text(found.at_exit, scale=100), cells),
        Figures(p_text(found.at_exit_test.p), cells),
        Figures(range_text(found.in_change, scale=100), cells),
        Figures(range_text(stopped.risk_difference, scale=100), cells),
    ]


def _contrast_table(rows: list[list[Cell]]) -> Table:
    return Table(
        caption="Contrast between arms: abuse experienced, percentage points (95% interval)",
        columns=[
            "Type of abuse",
            "At exit, Drive",
            "At exit, control",
            "Difference at exit",
            "p",
            "Difference in change",
            "Difference in stopping",
        ],
        rows=rows,
        note=(
            "Drive minus control. Negative means less abuse, or a greater fall, in Drive; in the "
            "last column positive means that more of those with abuse at intake had none at exit. "
            "Newcombe's intervals. The difference in change is exit minus intake, set against "
            "the same of the control arm."
        ),
    )
