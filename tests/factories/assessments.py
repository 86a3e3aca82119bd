"""Assessments made by walking the real actions."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from drive.vocabulary.abuse import AbuseType, Frequency, RiseBasis, Severity, Trend
from drive.vocabulary.answers import Answer, InformationSource, ValueStatus, known, unknown
from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.ratings import Rating
from drive.web.accounts.models import User
from drive.web.assessments.actions import submit
from drive.web.assessments.models import Assessment
from drive.web.casework.models import DriveCase
from drive.web.people.models import Dyad
from drive.web.recording.rules import applies, definition
from tests.cast import NOW, Cast
from tests.factories.referrals import hearing

LIVE = definition("assessment")
POLICE = InformationSource.POLICE


def answers_at(point: AssessmentPoint, **given: str) -> dict[str, Answer]:
    """Return an answer to each question that is asked at a point; others were not asked."""
    answers: dict[str, Answer] = {}
    for question in LIVE.questions(point):
        if question.key in given:
            answers[question.key] = known(given[question.key], source=POLICE)
        elif applies(question, answers):
            answers[question.key] = unknown(ValueStatus.NOT_ASKED)
    return answers


def ratings_of(
    severity: Severity = Severity.HIGH, kinds: Iterable[AbuseType] = AbuseType
) -> list[Rating]:
    """Return some types of abuse, all used and equally severe, each in depth."""
    return [
        Rating(
            abuse_type=kind,
            used=known("yes", source=POLICE),
            severity=known(severity),
            frequency=known(Frequency.MONTHLY),
            last_on=known("2017-01-20"),
            trend=known(Trend.SAME),
            rise_basis=known(RiseBasis.NEWLY_HAPPENED),
        )
        for kind in kinds
    ]


def towards(pairs: Iterable[object], ratings: Iterable[Rating]) -> list[Rating]:
    """Return the same ratings for each of some pairs."""
    found = list(ratings)
    return [replace(each, towards=str(pair.pk)) for pair in pairs for each in found]  # type: ignore[attr-defined]


def assessment_at(
    cast: Cast,
    case: DriveCase,
    point: AssessmentPoint = AssessmentPoint.INTAKE,
    *,
    assessed_on: date = date(2017, 2, 1),
    severity: Severity = Severity.HIGH,
    by: User | None = None,
    seen: object = None,
    **given: str,
) -> Assessment:
    """Submit an assessment that rates all victim-survivors of the case alike."""
    pairs = case.perpetrator.dyads.order_by("-is_primary", "recorded_at")
    return submit(
        case=case,
        point=point,
        assessed_on=assessed_on,
        definition=LIVE,
        answers=answers_at(point, **given),
        ratings=towards(pairs, ratings_of(severity)),
        without_intake="The case came late." if point is AssessmentPoint.CLOSURE else "",
        seen=seen,  # type: ignore[arg-type]
        by=by or cast.case_manager,
        now=NOW,
    )


def another_pair(cast: Cast, case: DriveCase, *, number: int = 1, her: int = 77) -> Dyad:
    """Record that the perpetrator of a case was heard about another victim-survivor too."""
    heard = hearing(cast, number, victim_survivor=her)
    assert heard.dyad.perpetrator_id == case.perpetrator_id
    return heard.dyad
