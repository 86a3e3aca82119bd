"""What only the whole case can tell: what is open, what comes next, and what happened in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from drive.vocabulary.casework import AssessmentPoint
from drive.web.accounts.models import User
from drive.web.assessments.models import Assessment
from drive.web.assessments.queries import Content, assessments_of, content_of, next_due
from drive.web.assessments.rules import Due
from drive.web.case_record import rules
from drive.web.casework.models import Capacity, CaseAssignment, DriveCase
from drive.web.casework.queries import cases_seen_by, contact_states, non_contact
from drive.web.casework.rules import ContactState
from drive.web.people.models import Dyad
from drive.web.recording.rules import Definition

FOUND_AT_MOST = 50


def pair_to_report_on(case: DriveCase) -> UUID | None:
    """Return the pair of a case about which a serious event is reported, unless another is meant.

    The page of the report offers the others.
    """
    pairs = Dyad.objects.filter(perpetrator=case.perpetrator_id)
    first = pairs.order_by("-is_primary", "recorded_at", "pk").values_list("pk", flat=True)
    return first.first()


def open_items(case: DriveCase, definition: Definition) -> list[rules.OpenItem]:
    """Return what must be done before the case can be closed."""
    points = Assessment.objects.filter(drive_case=case).values_list("point", flat=True)
    closing = case.non_contacts.filter(point=AssessmentPoint.CLOSURE, superseded_by=None).first()
    return rules.open_items(
        assessed={AssessmentPoint(point) for point in points},
        was_contacted=case.contacts.filter(successful=True).exists(),
        at_closure=non_contact(closing) if closing else None,
        definition=definition,
    )


@dataclass(frozen=True, kw_only=True)
class CaseLine:
    """One case of a caseload: who holds it, what is due and where contact stands."""

    case: DriveCase
    state: str
    case_manager: str
    due: Due | None
    contact: ContactState


def lines(cases: Iterable[DriveCase], actor: User) -> list[CaseLine]:
    """Return the lines of a caseload, by what is due first, in a few queries for all of them."""
    found = list(cases)
    dues, contacts, managers = (
        next_due(found, actor),
        contact_states(found, actor),
        _case_managers(found),
    )
    made = [
        CaseLine(
            case=case,
            state=case.state,  # type: ignore[attr-defined]
            case_manager=managers.get(case.pk, ""),
            due=dues[case.pk],
            contact=contacts[case.pk],
        )
        for case in found
    ]
    return sorted(
        made, key=lambda line: (line.due.due_on if line.due else date.max, line.case.reference)
    )


def _case_managers(cases: list[DriveCase]) -> dict[UUID, str]:
    held = CaseAssignment.objects.filter(
        drive_case__in=[case.pk for case in cases], capacity=Capacity.CASE_MANAGER, ended_at=None
    )
    return dict(held.values_list("drive_case", "user__name"))


def found_by(actor: User, words: str) -> list[DriveCase]:
    """Return the cases in reach whose reference or name holds every word typed."""
    found: QuerySet[DriveCase] = cases_seen_by(actor)
    for word in words.split():
        found = found.filter(
            Q(reference__icontains=word)
            | Q(perpetrator__person__forename__icontains=word)
            | Q(perpetrator__person__surname__icontains=word)
        )
    return list(found[:FOUND_AT_MOST]) if words.split() else []


@dataclass(frozen=True, kw_only=True)
class Assessed:
    """The first and the latest assessment of a case, and what they say."""

    first: tuple[Assessment, Content] | None
    latest: tuple[Assessment, Content] | None


def assessed(case: DriveCase, actor: User) -> Assessed:
    """Return intake and the latest assessment, where the actor may read them."""
    made = assessments_of(case, actor)
    intake, latest = made.get(AssessmentPoint.INTAKE), next(reversed(made.values()), None)
    return Assessed(
        first=(intake, content_of(intake)) if intake else None,
        latest=(latest, content_of(latest)) if latest else None,
    )


def who_could_look(case: DriveCase) -> QuerySet[User]:
    """Return everybody with a role at the site of a case or everywhere, by name."""
    return (
        User.objects.get_queryset()
        .filter(
            Q(role_holdings__site=case.site_id) | Q(role_holdings__site=None),
            is_active=True,
            role_holdings__ended_at=None,
            role_holdings__isnull=False,
        )
        .distinct()
        .order_by("name")
    )
