"""A30: how much of the core data is missing, by field and arm."""

from __future__ import annotations

from drive.evaluation.analyses.counting import known, question, unknown_by_reason
from drive.evaluation.blocks import Cell, Percent, Table
from drive.evaluation.figures.dots import bars
from drive.evaluation.measures import Measures
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet
from drive.vocabulary.allocation import Arm
from drive.vocabulary.questions import CORE_DATA

ANALYSIS = Analysis(
    id="A30",
    title="Missing core data",
    question=3,
    kind=Kind.PROFILE,
    denominator="Everybody allocated.",
    about=(
        "The share of those allocated for whom each field of the core data is not known. The "
        "report gives both arms together; here the arms stand side by side, since unequal missing "
        "data would bias a contrast."
    ),
)


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Count what is not known of each field."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    n = len(measures.people)
    by_arm = {arm: measures.core[measures.core["arm"] == arm] for arm in Arm}
    sizes = {arm: int((measures.people["arm"] == arm).sum()) for arm in Arm}
    rows: list[list[Cell]] = []
    shown = []
    for field in CORE_DATA:
        answers = question(measures.core, field.key)
        missing = n - len(known(answers))
        label = field.label.removesuffix("?")
        sheet.part(
            f"all.{field.key}",
            missing,
            n,
            title=f"Not known: {label}",
            missing=unknown_by_reason(answers),
        )
        row: list[Cell] = [label, Percent(missing, n)]
        for arm in (Arm.DRIVE, Arm.CONTROL):
            absent = sizes[arm] - len(known(question(by_arm[arm], field.key)))
            sheet.part(
                f"{arm}.{field.key}", absent, sizes[arm], title=f"Not known, {arm.label}: {label}"
            )
            row.append(Percent(absent, sizes[arm]))
        rows.append(row)
        shown.append((label, missing))
    sheet.add(
        bars("missing-core-data", shown, title="Core data that is not known", n=n),
        Table(
            caption="Core data that is not known, by field",
            columns=["Field", "All allocated", "Drive", "Control"],
            rows=rows,
        ),
    )
    return sheet
