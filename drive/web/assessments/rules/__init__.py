"""What follows from known values on an assessment."""

from drive.web.assessments.rules.clock import (
    UNTIL_INTAKE,
    UNTIL_NEXT,
    contradicted,
    due_on,
    still_due,
)
from drive.web.assessments.rules.dash import Dash, dash_of
from drive.web.assessments.rules.fastest import Suggestion, fastest
from drive.web.assessments.rules.life import ASSESSMENT_TRANSITIONS, LONGEST_WORDS, state_of
from drive.web.assessments.rules.rises import (
    DAYS_TO_READ,
    DAYS_TO_REVIEW,
    Risen,
    Said,
    level_of,
    rises,
)
from drive.web.recording.rules import (
    Asked,
    Completeness,
    Due,
    asked_in,
    completeness_of,
    gaps,
    without_source,
)

__all__ = [
    "ASSESSMENT_TRANSITIONS",
    "DAYS_TO_READ",
    "DAYS_TO_REVIEW",
    "LONGEST_WORDS",
    "UNTIL_INTAKE",
    "UNTIL_NEXT",
    "Asked",
    "Completeness",
    "Dash",
    "Due",
    "Risen",
    "Said",
    "Suggestion",
    "asked_in",
    "completeness_of",
    "contradicted",
    "dash_of",
    "due_on",
    "fastest",
    "gaps",
    "level_of",
    "rises",
    "state_of",
    "still_due",
    "without_source",
]
