"""What only the whole case can tell: what is open, what comes next, and what happened in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from drive.vocabulary.casework import AssessmentPoint, CaseState
from drive.web.accounts.models import User
from drive.web.assessments.models import Assessment
from drive.web.assessments.queries import (
    Content,
    assessments_of,
    content_of,
    next_due,
    next_due_on,
)
from drive.web.assessments.rules import Due
from drive.web.case_record import rules
from drive.web.case_record.models import PinnedEntry
from drive.web.casework.models import (
    Capacity,
    CaseAssignment,
    CaseNote,
    CaseStateChange,
    DriveCase,
    SuContact,
)
from drive.web.casework.queries import (
    cases_seen_by,
    contact_states,
    non_contact,
    open_cases_seen_by,
    state_of,
)
from drive.web.casework.rules import ContactState
from drive.web.people.models import Dyad
from drive.web.recording.rules import Definition

FOUND_AT_MOST = 50
SILENT_AFTER = timedelta(days=21)
"""An own choice: three weeks without a word on a high-risk case are worth a look."""


def pair_to_report_on(case: DriveCase) -> UUID | None:
    """Return the pair of a case about which a serious event is reported, unless another is meant.

    The page of the report offers the others.
    """
    pairs = Dyad.objects.filter(perpetrator=case.perpetrator_id)
    first = pairs.order_by("-is_primary", "recorded_at", "pk").values_list("pk", flat=True)
    return first.first()


def pinned_on(case: DriveCase, actor: User) -> set[UUID]:
    """Return the entries of a case's timeline that stand on top."""
    pins = PinnedEntry.objects.visible_to(actor).filter(drive_case=case, ended_at=None)
    return set(pins.values_list("entry", flat=True))


def open_items(case: DriveCase, definition: Definition) -> list[rules.OpenItem]:
    """Return what must be done before the case can be closed."""
    points = Assessment.objects.filter(drive_case=case).values_list("point", flat=True)
    closing = case.non_contacts.filter(point=AssessmentPoint.CLOSURE, superseded_by=None).first()
    return rules.open_items(
        assessed={AssessmentPoint(point) for point in points},
        was_contacted=case.contacts.filter(successful=True).exists(),
        at_closure=non_contact(closing) if closing else None,
        definition=definition,
        stepped_down=definition.requires_reasons and state_of(case) is CaseState.STEP_DOWN,
    )


@dataclass(frozen=True, kw_only=True)
class CaseLine:
    """One case of a caseload: who holds it, what is due and where contact stands."""

    case: DriveCase
    state: str
    case_manager: str
    due: Due | None
    contact: ContactState


def keys_by_due(cases: QuerySet[DriveCase]) -> QuerySet[DriveCase, UUID]:
    """Return the keys of some cases by what is due first; who is in them is read for a page."""
    in_order = cases.order_by(next_due_on().asc(nulls_last=True), "reference")
    return in_order.values_list("pk", flat=True)


def whole(cases: QuerySet[DriveCase], keys: Iterable[UUID]) -> list[DriveCase]:
    """Return those of some cases that have certain keys, in the order of these."""
    found = {case.pk: case for case in cases.filter(pk__in=keys)}
    return [found[key] for key in keys if key in found]


def lines(cases: Sequence[DriveCase], actor: User) -> list[CaseLine]:
    """Return the lines of some cases that carry their `state`, in a few queries for all of them."""
    dues, contacts, managers = (
        next_due(cases, actor),
        contact_states(cases, actor),
        _case_managers(cases),
    )
    return [
        CaseLine(
            case=case,
            state=case.state,  # type: ignore[attr-defined]
            case_manager=managers.get(case.pk, ""),
            due=dues[case.pk],
            contact=contacts[case.pk],
        )
        for case in cases
    ]


def _case_managers(cases: Sequence[DriveCase]) -> dict[UUID, str]:
    held = CaseAssignment.objects.filter(
        drive_case__in=[case.pk for case in cases], capacity=Capacity.CASE_MANAGER, ended_at=None
    )
    return dict(held.values_list("drive_case", "user__name"))


def found_by(actor: User, text: str, *, today: date) -> list[DriveCase]:
    """Return the cases in reach that are meant: as typed first, then what sounds alike."""
    sought = rules.read_search(text, pivot_year=today.year)
    seen = cases_seen_by(actor)
    known = seen.values_list(
        "pk",
        "reference",
        "perpetrator__person__forename",
        "perpetrator__person__surname",
        "perpetrator__person__date_of_birth",
    )
    order = list(rules.Match)
    found = []
    for key, reference, forename, surname, born_on in known:
        person = rules.Known(
            reference=reference, forename=forename, surname=surname, born_on=born_on
        )
        match = rules.matches(sought, person)
        if match is not None:
            found.append((order.index(match), reference, key))
    return whole(seen, [key for _, _, key in sorted(found)[:FOUND_AT_MOST]])


@dataclass(frozen=True, kw_only=True)
class Silent:
    """An open case on which nothing was recorded for long, and since when."""

    case: DriveCase
    since: date


def silent_cases(actor: User, today: date) -> list[Silent]:
    """Return the open cases in reach on which nothing has happened for long, the longest first."""
    notes = CaseNote.objects.filter(drive_case=OuterRef("pk")).order_by("-happened_on")
    contacts = SuContact.objects.filter(drive_case=OuterRef("pk")).order_by("-happened_on")
    steps = CaseStateChange.objects.filter(drive_case=OuterRef("pk")).order_by("-happened_on")
    cases = open_cases_seen_by(actor).annotate(
        last_note_on=Subquery(notes.values("happened_on")[:1]),
        last_contact_on=Subquery(contacts.values("happened_on")[:1]),
        last_step_on=Subquery(steps.values("happened_on")[:1]),
    )
    found = [Silent(case=case, since=_last_heard(case)) for case in cases]
    silent = [each for each in found if today - each.since >= SILENT_AFTER]
    return sorted(silent, key=lambda each: (each.since, each.case.reference))


def _last_heard(case: Any) -> date:
    days = (case.last_note_on, case.last_contact_on, case.last_step_on, case.opened_on)
    return max(day for day in days if day is not None)


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
