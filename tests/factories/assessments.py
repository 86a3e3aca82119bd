"""Assessments made by walking the real actions."""

from datetime import date

from drive.vocabulary.abuse import AbuseType, Severity
from drive.vocabulary.answers import Answer, InformationSource, ValueStatus, known, unknown
from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.ratings import Rating
from drive.web.assessments.actions import submit
from drive.web.assessments.models import Assessment
from drive.web.casework.models import DriveCase
from drive.web.recording.rules import definition
from tests.cast import NOW, Cast

LIVE = definition("assessment")


def answers_at(point: AssessmentPoint, **given: str) -> dict[str, Answer]:
    """Return an answer to each question of a point; those not given were not asked."""
    return {
        question.key: known(given[question.key], source=InformationSource.POLICE)
        if question.key in given
        else unknown(ValueStatus.NOT_ASKED)
        for question in LIVE.questions(point)
    }


def ratings_of(severity: Severity = Severity.HIGH) -> list[Rating]:
    """Return the four types, all used and equally severe."""
    return [
        Rating(abuse_type=kind, used=known("yes"), severity=known(severity)) for kind in AbuseType
    ]


def assessment_at(
    cast: Cast,
    case: DriveCase,
    point: AssessmentPoint = AssessmentPoint.INTAKE,
    *,
    assessed_on: date = date(2017, 2, 1),
    severity: Severity = Severity.HIGH,
    **given: str,
) -> Assessment:
    """Submit an assessment."""
    return submit(
        case=case,
        point=point,
        assessed_on=assessed_on,
        definition=LIVE,
        answers=answers_at(point, **given),
        ratings=ratings_of(severity),
        by=cast.case_manager,
        now=NOW,
    )
