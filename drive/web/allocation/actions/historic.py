"""Allocations made in the past, elsewhere: imported as they are, with no block behind them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.allocation import AllocationOrigin, AllocationOutcome, Arm
from drive.web.accounts.models import User
from drive.web.allocation.exceptions import AllocatedAlready
from drive.web.allocation.models import Allocation, EligibilityDecision
from drive.web.allocation.queries import arms_of
from drive.web.audit.actions import record_change
from drive.web.people.actions import derived_key, follow_up_each_from
from drive.web.people.queries import roots_of
from drive.web.referrals.models import MaracHearing

_AT_ONCE = 500


@dataclass(frozen=True, kw_only=True)
class HistoricAllocation:
    """One past allocation: the hearing that led to it, the arm and the day."""

    hearing: MaracHearing
    arm: Arm
    allocated_on: date
    p_assignment: float | None = None
    key: UUID | None = None


@transaction.atomic
def import_historic(
    *, rows: Sequence[HistoricAllocation], by: User, now: datetime
) -> list[Allocation]:
    """Record past allocations, in the order given, and from when each dyad is followed up.

    Raises
    ------
    AllocatedAlready
        If somebody has an arm already, or is named twice.
    """
    _refuse_second_arms(rows)
    allocations = [_allocation(row, by=by, now=now) for row in rows]
    Allocation.objects.bulk_create(allocations, batch_size=_AT_ONCE)
    EligibilityDecision.objects.bulk_create(
        [_decision(row, by=by, now=now) for row in rows], batch_size=_AT_ONCE
    )
    follow_up_each_from({row.hearing.dyad.perpetrator_id: row.allocated_on for row in rows})
    record_change("allocation.import_historic", *allocations, by=by, now=now)
    return allocations


def _refuse_second_arms(rows: Sequence[HistoricAllocation]) -> None:
    people = [row.hearing.dyad.perpetrator.person_id for row in rows]
    roots = roots_of(people)
    if arms_of(people) or len({roots[person] for person in people}) < len(people):
        raise AllocatedAlready(
            "Somebody in these past allocations has an arm already. Nobody is allocated twice; "
            "nothing was saved."
        )


def _allocation(row: HistoricAllocation, *, by: User, now: datetime) -> Allocation:
    allocation = Allocation(
        perpetrator=row.hearing.dyad.perpetrator,
        arm=row.arm,
        allocated_on=row.allocated_on,
        origin=AllocationOrigin.HISTORIC,
        p_assignment=row.p_assignment,
        recorded_at=now,
        recorded_by=by,
    )
    if row.key:
        allocation.id = row.key
    return allocation


def _decision(row: HistoricAllocation, *, by: User, now: datetime) -> EligibilityDecision:
    decision = EligibilityDecision(
        hearing=row.hearing,
        perpetrator=row.hearing.dyad.perpetrator,
        outcome=AllocationOutcome.ALLOCATED,
        recorded_at=now,
        recorded_by=by,
    )
    if row.key:
        decision.id = derived_key(row.key, "decision")
    return decision
