"""Finding Drive cases, and who holds them."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery

from drive.vocabulary.allocation import Arm
from drive.vocabulary.casework import CaseState
from drive.web.accounts.models import User
from drive.web.accounts.roles import READS, Compartment
from drive.web.allocation.models import Allocation
from drive.web.allocation.queries import live_voids
from drive.web.casework.models import (
    Capacity,
    CaseAssignment,
    CaseClosure,
    CaseStateChange,
    DriveCase,
)
from drive.web.people.models import Dyad

_LATEST_STATE = CaseStateChange.objects.filter(drive_case=OuterRef("pk")).order_by("-sequence")
_CLOSURE = CaseClosure.objects.filter(standing_for=OuterRef("pk"))


def cases_seen_by(actor: User) -> QuerySet[DriveCase]:
    """Return the cases in reach, each with its `state` and what an identity bar says."""
    return (
        DriveCase.objects.visible_to(actor)
        .select_related("perpetrator__person", "site", "allocation")
        .annotate(state=Subquery(_LATEST_STATE.values("state")[:1]))
    )


def open_cases_seen_by(actor: User) -> QuerySet[DriveCase]:
    """Return the cases in reach that are not closed."""
    return still_open(cases_seen_by(actor))


def still_open(cases: QuerySet[DriveCase]) -> QuerySet[DriveCase]:
    """Return those of some cases that are not closed."""
    # Where a join is asked for what is missing, PostgreSQL expects next to nothing and plans so.
    return cases.filter(~Exists(_CLOSURE))


def closed_ones(cases: QuerySet[DriveCase]) -> QuerySet[DriveCase]:
    """Return those of some cases that are closed."""
    return cases.filter(Exists(_CLOSURE))


def in_step_down() -> QuerySet[CaseStateChange]:
    """Return the steps down that are the latest of their cases."""
    later = CaseStateChange.objects.filter(
        drive_case=OuterRef("drive_case"), sequence__gt=OuterRef("sequence")
    )
    return CaseStateChange.objects.filter(~Exists(later), state=CaseState.STEP_DOWN)


def held(cases: QuerySet[DriveCase], user: User) -> QuerySet[DriveCase]:
    """Return those of the cases whose case manager somebody is now."""
    current = CaseAssignment.objects.filter(
        user=user, capacity=Capacity.CASE_MANAGER, ended_at=None
    )
    return cases.filter(pk__in=current.values("drive_case"))


def held_by(user: User) -> int:
    """Return how many open cases somebody holds as case manager."""
    return loads_of([user.pk]).get(user.pk, 0)


def loads_of(users: Iterable[UUID]) -> dict[UUID, int]:
    """Return how many open cases each of some people holds as case manager."""
    counted = (
        CaseAssignment.objects.filter(
            user__in=list(users),
            capacity=Capacity.CASE_MANAGER,
            ended_at=None,
            drive_case__closure=None,
        )
        .values("user")
        .annotate(cases=Count("id"))
    )
    return {row["user"]: row["cases"] for row in counted}


def waiting_allocations(actor: User) -> QuerySet[Allocation]:
    """Return the allocations to Drive in reach that stand and have no case yet, oldest first."""
    return (
        Allocation.objects.visible_to(actor)
        .filter(arm=Arm.DRIVE)
        .exclude(pk__in=DriveCase.objects.values("allocation"))
        .exclude(pk__in=live_voids().values("allocation"))
        .select_related("perpetrator__person", "perpetrator__site")
        .order_by("allocated_on", "pk")
    )


def cases_of_void_draws(actor: User) -> QuerySet[DriveCase]:
    """Return the open cases in reach whose perpetrator proved to have been drawn before."""
    return open_cases_seen_by(actor).filter(allocation__in=live_voids().values("allocation"))


def state_of(case: DriveCase) -> CaseState:
    """Return where a case stands now."""
    return CaseState(case.state_changes.order_by("-sequence")[0].state)


def current_assignments(case: DriveCase) -> dict[Capacity, CaseAssignment]:
    """Return who holds a case now, by capacity."""
    current = case.assignments.filter(ended_at=None).select_related("user")
    return {Capacity(each.capacity): each for each in current}


def dyads_of(case: DriveCase) -> list[Dyad]:
    """Return the pairs of the perpetrator of a case, the primary one first."""
    return list(
        Dyad.objects.filter(perpetrator=case.perpetrator_id)
        .select_related("victim_survivor__person")
        .order_by("-is_primary", "recorded_at")
    )


def reads_casework(actor: User) -> bool:
    """Return whether some role of the actor opens the case manager's record at all.

    An Idva lead reaches the case, to see that there is one, and not what is written on it.
    """
    return any(Compartment.CASEWORK in READS[role] for role in actor.roles)
