"""Changing the planned course: extension, step-down, early closure; and what agencies leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import CaseState
from drive.vocabulary.clock import ChangeKind, ExtensionGround
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.audit.actions import record_change
from drive.web.casework.actions.days import check_day
from drive.web.casework.actions.moving import step_case
from drive.web.casework.actions.steps import day_of, lock_open, other_hands
from drive.web.casework.actions.tasks import open_case_task
from drive.web.casework.exceptions import CannotWrite, NoSuchStep, NotWaiting
from drive.web.casework.models import (
    ChangeDecision,
    DriveCase,
    OffLoading,
    PlannedChange,
    PlannedEnd,
    WhoseRisk,
)
from drive.web.casework.queries import state_of
from drive.web.casework.queries.clock import planned_end, waiting_change
from drive.web.casework.rules import clock as rules
from drive.web.core.working_days import add_working_days
from drive.web.tasks.actions import settle_all


@dataclass(frozen=True, kw_only=True)
class NewChange:
    """A change as it is proposed, with whose risk it reduces."""

    kind: ChangeKind
    reason: str
    whose_risk: Sequence[WhoseRisk]
    ground: ExtensionGround | None = None
    months: int | None = None


@transaction.atomic
def propose_change(*, case: DriveCase, change: NewChange, by: User, now: datetime) -> PlannedChange:
    """Propose a change of the planned course; the service manager decides."""
    lock_open(case)
    _check_change(case, change)
    timed = change.kind is not ChangeKind.EARLY_CLOSURE
    row = PlannedChange.objects.create(
        drive_case=case,
        kind=change.kind,
        ground=(change.ground or "") if change.kind is ChangeKind.EXTENSION else "",
        months=change.months if timed else None,
        reason=change.reason,
        whose_risk=",".join(change.whose_risk),
        recorded_at=now,
        recorded_by=by,
    )
    open_case_task(
        case=case,
        kind=TaskKind.DECIDE_PROPOSAL,
        role=Role.SERVICE_MANAGER,
        due_on=add_working_days(day_of(now), rules.WORKING_DAYS_TO_DECIDE),
        key=str(row.pk),
        by=by,
        now=now,
    )
    record_change("casework.propose_change", case, row, by=by, now=now, fields=change.kind.label)
    return row


def _check_change(case: DriveCase, change: NewChange) -> None:
    if waiting_change(case) is not None:
        raise NotWaiting("Another proposal waits for a decision on this case.")
    if not change.whose_risk:
        raise CannotWrite("Say whose risk this reduces.", field="whose_risk")
    if change.kind is ChangeKind.EXTENSION and change.ground is None:
        raise CannotWrite("Choose the ground of the extension.", field="ground")
    longest = rules.LONGEST.get(change.kind)
    if longest is not None and not 1 <= (change.months or 0) <= longest:
        raise CannotWrite(f"Enter a number of months from 1 to {longest}.", field="months")
    if change.kind is ChangeKind.STEP_DOWN and state_of(case) is not CaseState.ACTIVE:
        raise NoSuchStep("A case goes to step-down from active work.", field="kind")


@transaction.atomic
def decide_change(
    *, change: PlannedChange, approved: bool, reason: str = "", by: User, now: datetime
) -> ChangeDecision:
    """Approve a proposed change or not. Whoever proposed it does not decide."""
    case = change.drive_case
    lock_open(case)
    if ChangeDecision.objects.filter(change=change).exists():
        raise NotWaiting("This was decided already.")
    other_hands(change.recorded_by_id, by)
    if not approved and not reason.strip():
        raise CannotWrite("Write the reason.", field="reason")
    decision = ChangeDecision.objects.create(
        change=change, approved=approved, reason=reason, recorded_at=now, recorded_by=by
    )
    if approved:
        _carry_out(case, change, by=by, now=now)
    outcome = "approved" if approved else "not approved"
    settle_all(
        kind=TaskKind.DECIDE_PROPOSAL,
        about=case.pk,
        key=str(change.pk),
        outcome=outcome,
        by=by,
        now=now,
    )
    record_change("casework.decide_change", case, change, decision, by=by, now=now, fields=outcome)
    return decision


def _carry_out(case: DriveCase, change: PlannedChange, *, by: User, now: datetime) -> None:
    kind, today = ChangeKind(change.kind), day_of(now)
    if change.months is None:
        return
    if kind is ChangeKind.STEP_DOWN:
        if state_of(case) is not CaseState.ACTIVE:
            raise NoSuchStep("The case is no longer in active work, so it does not step down.")
        step_case(case, CaseState.STEP_DOWN, today, by=by, now=now)
    PlannedEnd.objects.create(
        drive_case=case,
        ends_on=rules.new_end(kind, change.months, ends_on=planned_end(case), today=today),
        sequence=case.planned_ends.count() + 1,
        change=change,
        recorded_at=now,
        recorded_by=by,
    )


@dataclass(frozen=True, kw_only=True)
class NewOffLoading:
    """What an agency left to Drive that is its own to do."""

    agency: AgencyType
    happened_on: date
    what: str
    answer: str = ""


@transaction.atomic
def record_off_loading(
    *, case: DriveCase, off_loading: NewOffLoading, by: User, now: datetime
) -> OffLoading:
    """Note that an agency left to Drive what is its own to do."""
    check_day(off_loading.happened_on, now=now)
    row = OffLoading.objects.create(
        drive_case=case,
        agency=off_loading.agency,
        happened_on=off_loading.happened_on,
        what=off_loading.what,
        answer=off_loading.answer,
        recorded_at=now,
        recorded_by=by,
    )
    record_change("casework.record_off_loading", case, row, by=by, now=now)
    return row
