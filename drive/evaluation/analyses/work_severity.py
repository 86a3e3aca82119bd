"""A14: severity, of those with whom behaviour-change work was done and the others."""

from __future__ import annotations

from drive.evaluation.analyses.work_use import DID, DID_NOT
from drive.evaluation.measures import Measures
from drive.evaluation.patterns.movement import write_movement
from drive.evaluation.results import Analysis, Kind
from drive.evaluation.sheet import Sheet

ANALYSIS = Analysis(
    id="A14",
    title="Severity, by behaviour-change work",
    question=1,
    kind=Kind.DESCRIPTIVE,
    denominator="Completed cases of the group whose severity is known at intake and at closure.",
    about=(
        "As A12, within two groups that were formed after allocation. An association, never an "
        "effect."
    ),
)


def analyse(measures: Measures, *, compare: bool) -> Sheet:
    """Describe both groups."""
    sheet = Sheet(analysis=ANALYSIS, compare=compare)
    worked = measures.su_pairs["behaviour_change"].astype(bool)
    write_movement(sheet, measures.su_pairs[worked], DID)
    write_movement(sheet, measures.su_pairs[~worked], DID_NOT)
    return sheet
