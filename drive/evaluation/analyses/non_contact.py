"""A22: why service users were not contacted, and how the reason changed."""

from __future__ import annotations

from drive.evaluation.blocks import Cell, Count, Percent, Table
from drive.evaluation.measures import Measures
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet
from drive.vocabulary.casework import AssessmentPoint, NonContactReason

ANALYSIS = Analysis(
    id="A22",
    title="Reasons for no contact",
    question=4,
    kind=Kind.PROFILE,
    denominator="Completed cases without contact whose reason stayed the same from 3 months on.",
    about=(
        "The reason is recorded at 3, 6 and 9 months and at closure. For those whose reason "
        "changed, the last one is counted."
    ),
)


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Count the reasons that stayed, and where the others ended."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    rows = measures.non_contacts
    rows = rows[rows["completed"].astype(bool) & ~rows["contacted"].astype(bool)]
    place = {point.value: number for number, point in enumerate(AssessmentPoint)}
    ordered = rows.assign(place=rows["point"].map(place)).sort_values(["drive_case_id", "place"])
    paths = ordered.groupby("drive_case_id")["reason"].agg(list)
    stayed = [path[0] for path in paths if len(set(path)) == 1]
    changed = [path[-1] for path in paths if len(set(path)) > 1]
    sheet.count("all.unchanged", len(stayed), title="The reason stayed the same")
    sheet.count("all.changed", len(changed), title="The reason changed")
    shown: list[list[Cell]] = []
    for reason in NonContactReason:
        still, last = stayed.count(reason), changed.count(reason)
        sheet.part(f"unchanged.{reason}", still, len(stayed), title=f"Stayed: {reason.label}")
        sheet.count(f"changed.to_{reason}", last, title=f"Changed, in the end: {reason.label}")
        shown.append([reason.label, Percent(still, len(stayed)), Count(last)])
    sheet.add(
        Table(
            caption="Reasons for no contact",
            columns=["Reason", "Stayed the same", "Changed, in the end"],
            rows=shown,
        )
    )
    return sheet
