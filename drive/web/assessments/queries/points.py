"""The assessments of cases by point: what was made, and what is due."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Case, F, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, NullIf

from drive.vocabulary.assessments import AssessmentState
from drive.vocabulary.casework import AssessmentPoint, CaseState
from drive.vocabulary.clock import ClockStart
from drive.web.accounts.models import User
from drive.web.assessments import rules
from drive.web.assessments.models import Assessment
from drive.web.casework.models import DriveCase
from drive.web.casework.queries import (
    in_step_down,
    open_cases_seen_by,
    reads_casework,
    state_of,
)
from drive.web.casework.queries.clock import clock_start, ends_on
from drive.web.core.sql import After


@dataclass(frozen=True, kw_only=True)
class DueAssessment:
    """An assessment that is due on a case."""

    case: DriveCase
    point: AssessmentPoint
    due_on: date
    is_overdue: bool


def standing(actor: User) -> QuerySet[Assessment]:
    """Return the assessments in reach that no later version replaces."""
    return Assessment.objects.visible_to(actor).filter(superseded_by=None)


def assessments_of(case: DriveCase, actor: User) -> dict[AssessmentPoint, Assessment]:
    """Return the assessments of a case that stand and that somebody may read, by point."""
    rows = (
        standing(actor)
        .filter(drive_case=case)
        .select_related("recorded_by", "decision__recorded_by", "superseded_by")
    )
    found = {AssessmentPoint(row.point): row for row in rows}
    return {point: found[point] for point in AssessmentPoint if point in found}


def versions_of(case: DriveCase, point: AssessmentPoint, actor: User) -> list[Assessment]:
    """Return all versions of one assessment that somebody may read, the latest first."""
    rows = Assessment.objects.visible_to(actor).filter(drive_case=case, point=point)
    shown = rows.select_related("recorded_by", "decision__recorded_by", "superseded_by")
    return list(shown.order_by("-version"))


def assessment_state(assessment: Assessment) -> AssessmentState:
    """Return where one version stands."""
    decision = getattr(assessment, "decision", None)
    return rules.state_of(
        accepted=decision.accepted if decision else None,
        is_replaced=getattr(assessment, "superseded_by", None) is not None,
    )


def points_made(cases: Iterable[DriveCase], actor: User) -> dict[UUID, set[AssessmentPoint]]:
    """Return the points assessed on each of some cases, in one query."""
    made: dict[UUID, set[AssessmentPoint]] = {case.pk: set() for case in cases}
    rows = Assessment.objects.visible_to(actor).filter(drive_case__in=list(made))
    for case, point in rows.values_list("drive_case", "point"):
        made[case].add(AssessmentPoint(point))
    return made


def dues_of(case: DriveCase, made: Iterable[AssessmentPoint]) -> list[rules.Due]:
    """Return what is still to be assessed on a case, in order."""
    return _dues(case, made, _ends_of_step_down([case]))


def _dues(
    case: DriveCase, made: Iterable[AssessmentPoint], ends: Mapping[UUID, date]
) -> list[rules.Due]:
    return rules.still_due(clock_start(case), made, step_down_ends_on=ends.get(case.pk))


def _ends_of_step_down(cases: Iterable[DriveCase]) -> dict[UUID, date]:
    """Return when step-down is planned to end on those of some cases that stand in it."""
    stepped_down = [case.pk for case in cases if _state(case) == CaseState.STEP_DOWN]
    rows = DriveCase.objects.filter(pk__in=stepped_down).annotate(ends=ends_on())
    return dict(rows.values_list("pk", "ends"))


def _state(case: DriveCase) -> str:
    return getattr(case, "state", None) or state_of(case)


def next_due(cases: Sequence[DriveCase], actor: User) -> dict[UUID, rules.Due | None]:
    """Return the next assessment due on each of some open cases."""
    made, ends = points_made(cases, actor), _ends_of_step_down(cases)
    return {case.pk: next(iter(_dues(case, made[case.pk], ends)), None) for case in cases}


def _by_point(values: Mapping[AssessmentPoint, int | str]) -> Case:
    return Case(*(When(point=point, then=Value(value)) for point, value in values.items()))


_PLACE = _by_point({point: place for place, point in enumerate(AssessmentPoint)})
_UNTIL_NEXT = _by_point(rules.UNTIL_NEXT)


def next_due_on() -> Case:
    """Return the day of `next_due` as an expression on Drive cases.

    So that a database with thousands of cases sorts them itself. Once closure is assessed a case
    has none; a case in step-down has its planned end, also where that was assessed.
    """
    made = Assessment.objects.filter(drive_case=OuterRef("pk")).order_by(_PLACE.desc())
    after_last = Subquery(made.values(until=_UNTIL_NEXT)[:1])
    until = NullIf(Coalesce(after_last, Value(rules.UNTIL_INTAKE)), Value(""))
    start = Case(
        When(clock_start=ClockStart.ALLOCATION, then=F("allocation__allocated_on")),
        default=F("opened_on"),
    )
    stepped_down = in_step_down().values("drive_case")
    return Case(
        When(pk__in=stepped_down, then=Coalesce(After(start, until), ends_on())),
        default=After(start, until),
    )


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


def waiting_for_acceptance(actor: User) -> QuerySet[Assessment]:
    """Return what was submitted by others and waits for a decision, the oldest first."""
    return (
        standing(actor)
        .filter(decision=None, drive_case__closure=None)
        .exclude(form__endswith="/legacy")
        .exclude(recorded_by=actor)
        .select_related("drive_case", "recorded_by")
        .order_by("recorded_at")
    )
