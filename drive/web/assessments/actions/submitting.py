"""Submitting an assessment, as a first version or as a correction of the one that stands."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction

from drive.vocabulary.answers import Answer, YesNo
from drive.vocabulary.casework import AssessmentPoint, NonContactCause, NonContactReason
from drive.vocabulary.needs import NeedType
from drive.vocabulary.ratings import Rating
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.assessments.actions.checking import Submitted, check
from drive.web.assessments.actions.rising import record_rises
from drive.web.assessments.models import AbuseRating, Assessment, AssessmentAnswer
from drive.web.audit.actions import record_change
from drive.web.casework.actions import record_non_contact
from drive.web.casework.actions.tasks import open_case_task
from drive.web.casework.models import DriveCase
from drive.web.core.dates import LONDON
from drive.web.core.working_days import add_working_days
from drive.web.people.models import Dyad
from drive.web.recording.actions import answer_fields, detail_fields, rating_fields
from drive.web.recording.rules import Definition
from drive.web.registers.actions.following import propose_next_step
from drive.web.registers.queries.holds import hardest_to_manage
from drive.web.tasks.actions import settle_all

DAYS_TO_ACCEPT = 5
"""Working days in which the service manager looks at an assessment."""


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
    without_intake: str = "",
    seen: UUID | None = None,
    by: User,
    now: datetime,
    key: UUID | None = None,
) -> Assessment:
    """Submit an assessment, which may be incomplete if each gap has a reason.

    `seen` is the version that stands and that the person has seen: this one takes its place.
    `dyad` is the pair of ratings that name none; by default the primary one.
    """
    given = Submitted(
        case=case,
        point=point,
        assessed_on=assessed_on,
        definition=definition,
        answers=_dated(answers, assessed_on) if definition.requires_sources else dict(answers),
        ratings=list(ratings),
        dyad=dyad,
        without_intake=without_intake.strip(),
    )
    standing = check(given, seen=seen, now=now)
    assessment = _assessment(given, standing, by=by, now=now)
    if key is not None:
        assessment.id = key
    assessment.save(force_insert=True)
    _write_answers(assessment, given.answers, source_labels or {})
    _write_ratings(assessment, given)
    if definition.since is not None:
        _follow_up(assessment, given, standing, by=by, now=now)
    record_change("assessments.submit", case, assessment, by=by, now=now, fields=point.label)
    return assessment


def _dated(answers: Mapping[str, Answer], day: date) -> dict[str, Answer]:
    """Return the answers, each true on the day of the assessment unless it says another."""
    return {
        key: replace(answer, as_of=day) if answer.is_known and answer.as_of is None else answer
        for key, answer in answers.items()
    }


def _assessment(
    given: Submitted, standing: Assessment | None, *, by: User, now: datetime
) -> Assessment:
    return Assessment(
        drive_case=given.case,
        point=given.point,
        assessed_on=given.assessed_on,
        form=given.definition.name,
        version=standing.version + 1 if standing else 1,
        supersedes=standing,
        without_intake=given.without_intake[:300],
        recorded_at=now,
        recorded_by=by,
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


def _write_ratings(assessment: Assessment, given: Submitted) -> None:
    AbuseRating.objects.bulk_create(
        AbuseRating(
            id=uuid5(assessment.id, f"{rating.towards or ''}{rating.abuse_type}"),
            assessment=assessment,
            dyad=given.pair_of(rating),
            as_of=_day_of(rating, given),
            recorded_at=assessment.recorded_at,
            recorded_by=assessment.recorded_by,
            **rating_fields(rating),
            **detail_fields(rating),
        )
        for rating in given.ratings
    )


def _day_of(rating: Rating, given: Submitted) -> date | None:
    if not given.definition.requires_sources or not rating.used.is_known:
        return None
    return rating.used.as_of or given.assessed_on


def _follow_up(
    assessment: Assessment,
    given: Submitted,
    standing: Assessment | None,
    *,
    by: User,
    now: datetime,
) -> None:
    """Do what follows on a live form: reasons for no contact, rises, and somebody to check it."""
    _say_why_no_contact(given, by=by, now=now)
    _ask_for_a_next_step(given, by=by, now=now)
    record_rises(assessment, given, by=by, now=now)
    if standing:
        for kind in (TaskKind.ACCEPT_ASSESSMENT, TaskKind.CORRECT_ASSESSMENT):
            settle_all(kind=kind, about=given.case.pk, key=str(standing.pk), by=by, now=now)
    open_case_task(
        case=given.case,
        kind=TaskKind.ACCEPT_ASSESSMENT,
        role=Role.SERVICE_MANAGER,
        due_on=add_working_days(now.astimezone(LONDON).date(), DAYS_TO_ACCEPT),
        key=str(assessment.pk),
        by=by,
        now=now,
    )


def _ask_for_a_next_step(given: Submitted, *, by: User, now: datetime) -> None:
    """Where no lever stands and no need was found, a next step is to be proposed."""
    needs = [given.answers.get(f"need_{need}") for need in NeedType]
    found = [answer.value for answer in needs if answer and answer.is_known]
    holds = hardest_to_manage(
        given.case,
        by,
        day=now.astimezone(LONDON).date(),
        needs=found.count(YesNo.YES) if found else None,
    )
    propose_next_step(case=given.case, holds=holds, by=by, now=now)


def _say_why_no_contact(given: Submitted, *, by: User, now: datetime) -> None:
    """Record the reason for no contact that the assessment gives, unless it stands already."""
    reason, cause = (_value(given.answers, f"non_contact_{part}") for part in ("reason", "cause"))
    if not reason:
        return
    stands = given.case.non_contacts.filter(point=given.point, superseded_by=None).first()
    if stands and (stands.reason, stands.cause) == (reason, cause):
        return
    record_non_contact(
        case=given.case,
        point=given.point,
        reason=NonContactReason(reason),
        cause=NonContactCause(cause) if cause else None,
        definition=given.definition,
        by=by,
        now=now,
    )


def _value(answers: Mapping[str, Answer], key: str) -> str:
    return (answers[key].value or "") if key in answers else ""
