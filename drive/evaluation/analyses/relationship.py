"""A5: what the service users of the completed cases are to the victim-survivors."""

from __future__ import annotations

from drive.evaluation.analyses.counting import UNKNOWN, categories, question
from drive.evaluation.blocks import Percent, Table
from drive.evaluation.measures import Measures
from drive.evaluation.measures.rows import within
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet
from drive.vocabulary.people import RelationshipType

ANALYSIS = Analysis(
    id="A5",
    title="Relationship in the completed cases",
    question=3,
    kind=Kind.PROFILE,
    denominator="All completed cases; an unknown relationship is counted as a category.",
    about="What the service user is to the victim-survivor, as recorded at the Marac.",
)


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Count the relationships of the completed cases."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    people = measures.completed["perpetrator_id"]
    found = categories(question(within(measures.core, "perpetrator_id", people), "relationship"))
    n = len(people)
    found[UNKNOWN] += n - found.total()
    labels = {kind.value: kind.label for kind in RelationshipType} | {UNKNOWN: "Not known"}
    for kind, label in labels.items():
        sheet.part(f"su.{kind}", found[kind], n, title=label)
    sheet.add(
        Table(
            caption="What the service user is to the victim-survivor",
            columns=["Relationship", "Share of completed cases"],
            rows=[[label, Percent(found[kind], n)] for kind, label in labels.items()],
        )
    )
    return sheet
