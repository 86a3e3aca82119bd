"""Submitting an assessment, and keeping it while it is being filled in."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction

from drive.vocabulary.answers import Answer
from drive.vocabulary.casework import AssessmentPoint, CaseState
from drive.vocabulary.ratings import Rating
from drive.web.accounts.models import User
from drive.web.assessments import rules
from drive.web.assessments.exceptions import AssessedAlready, GapsWithoutReason, NoPair
from drive.web.assessments.models import AbuseRating, Assessment, AssessmentAnswer
from drive.web.audit.actions import record_change
from drive.web.casework.actions.days import check_day
from drive.web.casework.exceptions import CaseClosed
from drive.web.casework.models import DriveCase
from drive.web.casework.queries import dyads_of, state_of
from drive.web.people.models import Dyad
from drive.web.recording.actions import answer_fields, rating_fields
from drive.web.recording.rules import Definition


@transaction.atomic
def submit(
    *,
    case: DriveCase,
    point: AssessmentPoint,
    assessed_on: date,
    definition: Definition,
    answers: Mapping[str, Answer],
    ratings: Iterable[Rating] = (),
    source_labels: Mapping[str, str] | None = None,
    dyad: Dyad | None = None,
    by: User,
    now: datetime,
    key: UUID | None = None,
) -> Assessment:
    """Submit an assessment, which may be incomplete if each gap has a reason."""
    rated = list(ratings)
    _check(case, point, assessed_on, now=now)
    _check_gaps(definition, point, answers, rated)
    assessment = Assessment(
        drive_case=case,
        point=point,
        assessed_on=assessed_on,
        form=definition.name,
        recorded_at=now,
        recorded_by=by,
    )
    if key is not None:
        assessment.id = key
    assessment.save(force_insert=True)
    _write_answers(assessment, answers, source_labels or {})
    _write_ratings(assessment, rated, dyad)
    record_change("assessments.submit", case, assessment, by=by, now=now, fields=point.label)
    return assessment


def _check(case: DriveCase, point: AssessmentPoint, assessed_on: date, *, now: datetime) -> None:
    if Assessment.objects.filter(drive_case=case, point=point).exists():
        raise AssessedAlready(
            f"There is an assessment for “{point.label}” already. It is not overwritten."
        )
    if state_of(case) is CaseState.CLOSED:
        raise CaseClosed("The case is closed, so no assessment can be added.")
    since = case.allocation.allocated_on
    check_day(assessed_on, now=now, since=since, field="assessed_on")


def _check_gaps(
    definition: Definition,
    point: AssessmentPoint,
    answers: Mapping[str, Answer],
    ratings: list[Rating],
) -> None:
    if not definition.requires_reasons:
        return
    left = rules.gaps(definition, point, answers, (rating.abuse_type for rating in ratings))
    if left:
        raise GapsWithoutReason(
            "Give an answer, or a reason why it is not known, for: " + "; ".join(left) + "."
        )


def _write_answers(
    assessment: Assessment, answers: Mapping[str, Answer], labels: Mapping[str, str]
) -> None:
    AssessmentAnswer.objects.bulk_create(
        AssessmentAnswer(
            id=uuid5(assessment.id, question),
            assessment=assessment,
            question=question,
            source_label=labels.get(question, ""),
            recorded_at=assessment.recorded_at,
            recorded_by=assessment.recorded_by,
            **answer_fields(answer),
        )
        for question, answer in answers.items()
    )


def _write_ratings(assessment: Assessment, ratings: list[Rating], dyad: Dyad | None) -> None:
    if not ratings:
        return
    towards = dyad or next(iter(dyads_of(assessment.drive_case)), None)
    if towards is None:
        raise NoPair("No victim-survivor is known for this case, so no abuse can be rated.")
    AbuseRating.objects.bulk_create(
        AbuseRating(
            id=uuid5(assessment.id, rating.abuse_type),
            assessment=assessment,
            dyad=towards,
            recorded_at=assessment.recorded_at,
            recorded_by=assessment.recorded_by,
            **rating_fields(rating),
        )
        for rating in ratings
    )
