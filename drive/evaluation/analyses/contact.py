"""A21: how many service users were contacted, and with how many change was worked on."""

from __future__ import annotations

from drive.evaluation.blocks import Cell, Percent, Table
from drive.evaluation.measures import Measures
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet

ANALYSIS = Analysis(
    id="A21",
    title="Contact and behaviour-change work",
    question=4,
    kind=Kind.PROFILE,
    denominator="All completed cases; for the last row, those contacted.",
    about=(
        "A service user counts as contacted if at least one contact succeeded. Indirect work goes "
        "on whether or not he is contacted."
    ),
)


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Count those contacted and those worked with."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    completed = measures.completed
    contacted, worked = (
        completed["contacted"].astype(bool),
        completed["behaviour_change"].astype(bool),
    )
    n, reached = len(completed), int(contacted.sum())
    rows: list[list[Cell]] = []
    for name, count, whole, label in (
        ("su.contacted", reached, n, "Contacted at least once"),
        ("su.not_contacted", n - reached, n, "Not contacted"),
        ("su.behaviour_change", int(worked.sum()), n, "Behaviour-change work"),
        (
            "contacted.behaviour_change",
            int((worked & contacted).sum()),
            reached,
            "Behaviour-change work, of those contacted",
        ),
    ):
        sheet.part(name, count, whole, title=label)
        rows.append([label, Percent(count, whole)])
    sheet.add(Table(caption=ANALYSIS.title, columns=["Completed cases", "Share"], rows=rows))
    return sheet
