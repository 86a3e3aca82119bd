"""Finding assessments, what they say, what is due, and what is being filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.answers import Answer, InformationSource, ValueStatus
from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.ratings import Rating
from drive.web.accounts.models import User
from drive.web.assessments import rules
from drive.web.assessments.models import AbuseRating, Assessment
from drive.web.casework.models import DriveCase
from drive.web.casework.queries import cases_seen_by, open_cases_seen_by, reads_casework
from drive.web.recording.models import Draft
from drive.web.recording.queries import drafts_of
from drive.web.recording.rules import DEFINITIONS, Definition, definition
from drive.web.recording.views import Place

LIVE = definition("assessment")


@dataclass(frozen=True, kw_only=True)
class Content:
    """What an assessment says."""

    answers: dict[str, Answer]
    ratings: list[Rating]


@dataclass(frozen=True, kw_only=True)
class DueAssessment:
    """An assessment that is due on a case."""

    case: DriveCase
    point: AssessmentPoint
    due_on: date
    is_overdue: bool


@dataclass(frozen=True, kw_only=True)
class UnfinishedAssessment:
    """An assessment that somebody has begun and not submitted."""

    case: DriveCase
    point: AssessmentPoint
    saved_at: datetime


def assessments_of(case: DriveCase, actor: User) -> dict[AssessmentPoint, Assessment]:
    """Return the submitted assessments of a case that somebody may read, by point."""
    rows = Assessment.objects.visible_to(actor).filter(drive_case=case)
    found = {AssessmentPoint(row.point): row for row in rows.select_related("recorded_by")}
    return {point: found[point] for point in AssessmentPoint if point in found}


def content_of(assessment: Assessment) -> Content:
    """Return what an assessment says now: answers that nothing supersedes, and the ratings."""
    current = assessment.answers.filter(superseded_by=None)
    return Content(
        answers={row.question: row.answer for row in current},
        ratings=[_rating(row) for row in _in_order(assessment.ratings.all())],
    )


def _in_order(rows: Iterable[AbuseRating]) -> list[AbuseRating]:
    order = list(AbuseType)
    return sorted(rows, key=lambda row: order.index(AbuseType(row.abuse_type)))


def _rating(row: AbuseRating) -> Rating:
    source = InformationSource(row.source) if row.source else None
    return Rating(
        abuse_type=AbuseType(row.abuse_type),
        used=Answer(value=row.used or None, status=ValueStatus(row.used_status), source=source),
        severity=Answer(value=row.severity or None, status=ValueStatus(row.severity_status)),
        definition_version=row.definition_version,
    )


def definition_of(assessment: Assessment) -> Definition:
    """Return the definition by which an assessment was filled in."""
    form, _, version = assessment.form.partition("/")
    return DEFINITIONS[form, version]


def place_of(case: DriveCase, point: AssessmentPoint, section: str) -> Place:
    """Return where one section of an assessment is kept until it is submitted."""
    return Place(f"{LIVE.name}:{point}:{section}", case.pk)


def drafts_at(case: DriveCase, point: AssessmentPoint, actor: User) -> dict[str, Draft]:
    """Return what the actor has typed of an assessment and not submitted, by section."""
    mine = drafts_of(actor).filter(form__startswith=f"{LIVE.name}:{point}:", subject=str(case.pk))
    return {draft.form.rpartition(":")[2]: draft for draft in mine}


def points_made(cases: Iterable[DriveCase], actor: User) -> dict[UUID, set[AssessmentPoint]]:
    """Return the points assessed on each of some cases, in one query."""
    made: dict[UUID, set[AssessmentPoint]] = {case.pk: set() for case in cases}
    rows = Assessment.objects.visible_to(actor).filter(drive_case__in=list(made))
    for case, point in rows.values_list("drive_case", "point"):
        made[case].add(AssessmentPoint(point))
    return made


def next_due(cases: Sequence[DriveCase], actor: User) -> dict[UUID, rules.Due | None]:
    """Return the next assessment due on each of some open cases."""
    made = points_made(cases, actor)
    return {
        case.pk: next(iter(rules.still_due(case.allocation.allocated_on, made[case.pk])), None)
        for case in cases
    }


def due_soon(actor: User, today: date, days: int = 28) -> list[DueAssessment]:
    """Return what is overdue or due within some days on the open cases in reach."""
    if not reads_casework(actor):
        return []
    cases = list(open_cases_seen_by(actor))
    dues = next_due(cases, actor)
    found = [
        DueAssessment(
            case=case, point=due.point, due_on=due.due_on, is_overdue=due.is_overdue(today)
        )
        for case in cases
        if (due := dues[case.pk]) and due.due_on <= today + timedelta(days=days)
    ]
    return sorted(found, key=lambda each: (each.due_on, each.case.reference))


def unfinished(actor: User) -> list[UnfinishedAssessment]:
    """Return the assessments that the actor has begun, the last saved first."""
    drafts = list(drafts_of(actor).filter(form__startswith=f"{LIVE.name}:"))
    subjects = {draft.subject for draft in drafts}
    cases = {str(case.pk): case for case in cases_seen_by(actor).filter(pk__in=subjects)}
    found: dict[tuple[str, str], UnfinishedAssessment] = {}
    for draft in drafts:
        point = AssessmentPoint(draft.form.split(":")[1])
        if draft.subject in cases:
            begun = UnfinishedAssessment(
                case=cases[draft.subject], point=point, saved_at=draft.saved_at
            )
            found.setdefault((draft.subject, point), begun)
    return list(found.values())
