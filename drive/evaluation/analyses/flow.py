"""A1: how many were allocated, had Insights forms and completed."""

from __future__ import annotations

import pandas as pd

from drive.evaluation.blocks import Count, Percent, Remark, Table
from drive.evaluation.figures.flow import flow_figure
from drive.evaluation.measures import Measures
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet
from drive.randomisation import HistoricArms
from drive.vocabulary.allocation import AllocationOrigin, Arm

ANALYSIS = Analysis(
    id="A1",
    title="Flow and coverage",
    question=3,
    kind=Kind.PROFILE,
    denominator=(
        "All perpetrators allocated to the arm. “At exit” counts the victim-survivors with an "
        "abuse rating on an exit form."
    ),
    about=(
        "How many perpetrators were allocated to each arm, and for how many the linked "
        "victim-survivor has Insights data. Outcomes exist only for victim-survivors who engage "
        "with an Idva, and the two arms were not followed up alike: every contrast below is among "
        "those seen, and is not yet an effect of Drive."
    ),
)

NO_SEQUENCE = (
    "The imported allocations came without the sequence they were drawn from, so p values and "
    "intervals that rest on the design of the draw are refused for them."
)
VOID = "Void draws: the same person had been drawn before"
BOTH_ARMS = "Victim-survivors linked to both arms"


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Count people at each stage by arm."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    people = measures.people
    sheet.count("all.allocated", len(people), title="Perpetrators allocated")
    by_arm = {arm: people[people["arm"] == arm] for arm in Arm}
    for arm, group in by_arm.items():
        sheet.count(f"{arm}.allocated", len(group), title=f"Allocated to {arm.label}")
    _write_insights(sheet, people, by_arm)
    _write_completed(sheet, by_arm[Arm.DRIVE])
    _write_identity(sheet, measures)
    stages = {arm.value: _stages(group) for arm, group in by_arm.items()}
    sheet.add(flow_figure(stages, void=measures.void))
    sheet.add(_table(by_arm), *_identity_table(measures))
    sheet.add(
        Remark(
            "An exit form is not one point in time: support lasted longer in the Drive arm, and "
            "a smaller share of its victim-survivors with intake data reached the exit form.",
            warning=True,
        )
    )
    _refuse_inference(sheet, people, compare=compare)
    return sheet


def _refuse_inference(sheet: Sheet, people: pd.DataFrame, *, compare: bool) -> None:
    """Say of imported allocations that no p value can rest on their draw."""
    arms = people.loc[people["origin"] == AllocationOrigin.HISTORIC, "arm"]
    if arms.empty:
        return
    drive = int((arms == Arm.DRIVE).sum())
    historic = HistoricArms("the first year", drive=drive, control=len(arms) - drive)
    sheet.add(Remark(historic.refusal() if compare else NO_SEQUENCE))


def _write_insights(sheet: Sheet, people: pd.DataFrame, by_arm: dict[Arm, pd.DataFrame]) -> None:
    total = _with_intake(people)
    sheet.part("all.intake", total, len(people), title="Insights data at intake, both arms")
    for arm, group in by_arm.items():
        intake, n = _with_intake(group), len(group)
        sheet.part(f"{arm}.intake", intake, n, title=f"Insights data at intake, {arm.label}")
        sheet.part(f"{arm}.no_intake", n - intake, n, title=f"No Idva engagement, {arm.label}")
        sheet.part(
            f"{arm}.exit",
            int(group["exit_rated"].sum()),
            n,
            title=f"Insights data at exit, {arm.label}",
        )
        sheet.part(
            f"all.intake_from_{arm}",
            intake,
            total,
            title=f"Of those with intake data, linked to {arm.label}",
        )


def _write_completed(sheet: Sheet, drive: pd.DataFrame) -> None:
    completed = drive[drive["completed"].astype(bool)]
    sheet.part("drive.completed", len(completed), len(drive), title="Drive cases completed")
    n = len(completed)
    sheet.part(
        "completed.intake", _with_intake(completed), n, title="Completed: Insights at intake"
    )
    sheet.part(
        "completed.exit",
        int(completed["exit_rated"].sum()),
        n,
        title="Completed: Insights at exit",
    )


def _write_identity(sheet: Sheet, measures: Measures) -> None:
    sheet.count("void.duplicates", measures.void, title=VOID)
    sheet.count("both_arms.victim_survivors", measures.in_both_arms, title=BOTH_ARMS)


def _identity_table(measures: Measures) -> list[Table]:
    """Return who is counted and not analysed twice, where there is anybody."""
    if not measures.void and not measures.in_both_arms:
        return []
    return [
        Table(
            caption="Counted once, since two records proved to be one person",
            columns=["What", "Number"],
            rows=[[VOID, Count(measures.void)], [BOTH_ARMS, Count(measures.in_both_arms)]],
            note=(
                "A void draw is not analysed: the first draw stands. The outcomes of a "
                "victim-survivor linked to both arms are analysed at her first allocation. The "
                "contrasts without her stand at the end, but only where nothing is suppressed: "
                "rounded numbers that differ by one person could give her answers away."
            ),
        )
    ]


def _with_intake(people: pd.DataFrame) -> int:
    return int(people["intake_form"].notna().sum())


def _stages(group: pd.DataFrame) -> dict[str, int]:
    return {
        "allocated": len(group),
        "intake": _with_intake(group),
        "exit_form": int(group["exit_form"].notna().sum()),
        "exit_rated": int(group["exit_rated"].sum()),
        "completed": int(group["completed"].sum()),
    }


def _table(by_arm: dict[Arm, pd.DataFrame]) -> Table:
    labels = {
        "intake": "Victim-survivor with Insights intake form",
        "exit_form": "Victim-survivor with Insights exit form",
        "exit_rated": "Victim-survivor with abuse rated at exit",
        "completed": "Drive case completed",
    }
    stages = {arm: _stages(group) for arm, group in by_arm.items()}
    arms = [Arm.DRIVE, Arm.CONTROL]
    rows: list[list[str | Count | Percent]] = [
        ["Perpetrators allocated", *(Count(stages[arm]["allocated"]) for arm in arms)]
    ]
    for key, label in labels.items():
        shown: list[str | Count | Percent] = [label]
        for arm in arms:
            applies = key != "completed" or arm is Arm.DRIVE
            shown.append(
                Percent(stages[arm][key], stages[arm]["allocated"]) if applies else "Does not apply"
            )
        rows.append(shown)
    return Table(caption="Flow by arm", columns=["Stage", "Drive", "Control"], rows=rows)
