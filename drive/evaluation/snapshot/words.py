"""Which columns of a snapshot hold words of which list."""

from __future__ import annotations

from drive.vocabulary.abuse import AbuseType, Severity
from drive.vocabulary.allocation import AllocationOrigin, AllocationOutcome, Arm
from drive.vocabulary.answers import InformationSource, ValueStatus, YesNo
from drive.vocabulary.casework import (
    ActivityCode,
    AssessmentPoint,
    CaseState,
    ClosureReason,
    ContactType,
    Intent,
    NonContactCause,
    NonContactReason,
    WorkMode,
)
from drive.vocabulary.insights import IdvaIntervention, InsightsStage
from drive.vocabulary.word import Word

_LISTS: dict[tuple[str, str], type[Word]] = {
    ("allocations", "outcome"): AllocationOutcome,
    ("allocations", "arm"): Arm,
    ("allocations", "origin"): AllocationOrigin,
    ("drive_cases", "state"): CaseState,
    ("drive_cases", "closure_reason"): ClosureReason,
    ("assessments", "point"): AssessmentPoint,
    ("ratings", "abuse_type"): AbuseType,
    ("ratings", "used"): YesNo,
    ("ratings", "severity"): Severity,
    ("answers", "source"): InformationSource,
    ("contacts", "contact_type"): ContactType,
    ("non_contacts", "point"): AssessmentPoint,
    ("non_contacts", "reason"): NonContactReason,
    ("non_contacts", "cause"): NonContactCause,
    ("work", "mode"): WorkMode,
    ("work", "activity"): ActivityCode,
    ("work", "intent"): Intent,
    ("insights_forms", "stage"): InsightsStage,
    ("interventions", "intervention"): IdvaIntervention,
    ("interventions", "provided"): YesNo,
}


def words_of(table: str, column: str) -> type[Word] | None:
    """Return the list from which a column's words are chosen, or None if it has no list."""
    if column == "status" or column.endswith("_status"):
        return ValueStatus
    return _LISTS.get((table, column))
