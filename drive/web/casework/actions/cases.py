"""Opening a case from an allocation, who holds it, and where it stands."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.allocation import Arm
from drive.vocabulary.casework import CaseState
from drive.vocabulary.clock import ClockStart
from drive.vocabulary.strategy import ExpiryTrigger
from drive.web.accounts.models import RoleHolding, User
from drive.web.accounts.roles import Role
from drive.web.allocation.models import Allocation
from drive.web.allocation.queries import is_void
from drive.web.audit.actions import record_change
from drive.web.casework import rules
from drive.web.casework.actions.days import check_day
from drive.web.casework.actions.live import LIVE
from drive.web.casework.actions.moving import step_case
from drive.web.casework.actions.steps import day_of
from drive.web.casework.actions.strategies import expire_strategy
from drive.web.casework.exceptions import (
    CaseloadFull,
    CaseOpenAlready,
    DrawIsVoid,
    NoSuchStep,
    NotAtSite,
    NotForDrive,
)
from drive.web.casework.models import (
    Capacity,
    CaseAssignment,
    CaseStateChange,
    DriveCase,
    Handover,
)
from drive.web.casework.queries.loads import load_of
from drive.web.casework.rules.clock import clock_start
from drive.web.core.dates import add_months
from drive.web.core.sealing import seal_field
from drive.web.information import actions as information
from drive.web.organisations.models import Site
from drive.web.people.actions import hold, let_go, tell_of_clashes
from drive.web.recording.rules import Definition
from drive.web.tasks.actions import hand_over
from drive.web.vault import actions as vault

ROLE_OF = {Capacity.CASE_MANAGER: Role.CASE_MANAGER, Capacity.IDVA_LEAD: Role.IDVA}


@transaction.atomic
def open_case(
    *,
    allocation: Allocation,
    case_manager: User,
    idva_lead: User,
    opened_on: date,
    by: User,
    now: datetime,
    key: UUID | None = None,
    over_limit_reason: str = "",
) -> DriveCase:
    """Open a case for a perpetrator drawn for Drive; both who hold it are named at once."""
    _check_allocation(allocation)
    check_day(opened_on, now=now, since=allocation.allocated_on, field="opened_on")
    # The site's row is locked, so that two cases opened at once get two numbers.
    site = Site.objects.select_for_update().get(pk=allocation.perpetrator.site_id)
    kind = ClockStart(site.clock_start)
    case = DriveCase(
        allocation=allocation,
        perpetrator=allocation.perpetrator,
        site=site,
        reference=_next_reference(site),
        opened_on=opened_on,
        planned_end_on=add_months(
            clock_start(kind, allocated_on=allocation.allocated_on, opened_on=opened_on),
            rules.MONTHS_OF_WORK,
        ),
        clock_start=kind,
        recorded_at=now,
        recorded_by=by,
    )
    if key is not None:
        case.id = key
    case.save(force_insert=True)
    step_case(case, CaseState.ALLOCATED, opened_on, by=by, now=now)
    _give(case, Capacity.CASE_MANAGER, case_manager, reason=over_limit_reason, by=by, now=now)
    _give(case, Capacity.IDVA_LEAD, idva_lead, by=by, now=now)
    record_change("casework.open_case", case, allocation, by=by, now=now)
    return case


def _check_allocation(allocation: Allocation) -> None:
    if allocation.arm != Arm.DRIVE:
        raise NotForDrive("This perpetrator was not allocated to Drive, so there is no Drive case.")
    if DriveCase.objects.filter(allocation=allocation).exists():
        raise CaseOpenAlready("A case was opened for this allocation already.")
    if is_void(allocation):
        raise DrawIsVoid("The same person was drawn before, so this draw opens no case.")


def _next_reference(site: Site) -> str:
    prefix = rules.reference_prefix(site.code)
    taken = DriveCase.objects.filter(reference__startswith=f"{prefix}-")
    return rules.next_reference(prefix, taken.values_list("reference", flat=True))


def _give(
    case: DriveCase, capacity: Capacity, user: User, *, by: User, now: datetime, reason: str = ""
) -> CaseAssignment:
    _check_role(case, capacity, user)
    if capacity is Capacity.CASE_MANAGER:
        _check_load(case.site, user, reason, day_of(now))
    for dyad in case.perpetrator.dyads.all():
        hold(dyad=dyad, user=user, on_behalf_of=case.id, by=by, now=now)
    if capacity is Capacity.IDVA_LEAD:
        pairs = case.perpetrator.dyads.select_related("victim_survivor", "perpetrator__site")
        tell_of_clashes(dyads=pairs, reference=case.reference, now=now)
    if capacity is Capacity.CASE_MANAGER:
        # His own addresses and numbers alone: hers are for her Idva.
        him = case.perpetrator.person_id
        vault.keep_for(subject_id=him, user=user, on_behalf_of=case.id, by=by, now=now)
        information.hold(
            about=case.id,
            perpetrator=case.perpetrator,
            site=case.site,
            reference=case.reference,
            user=user,
            by=by,
            now=now,
        )
    return CaseAssignment.objects.create(
        drive_case=case,
        capacity=capacity,
        user=user,
        over_limit_reason=reason,
        recorded_at=now,
        recorded_by=by,
    )


def _check_role(case: DriveCase, capacity: Capacity, user: User) -> None:
    holds = RoleHolding.objects.filter(
        user=user, role=ROLE_OF[capacity], site=case.site_id, ended_at=None, user__is_active=True
    )
    if not holds.exists():
        raise NotAtSite(
            f"{user.name} is not {ROLE_OF[capacity].label} at {case.site.name}.", field=capacity
        )


def _check_load(site: Site, user: User, reason: str, day: date) -> None:
    held = load_of(user, day)
    full = rules.load(held.weight, target=site.caseload_target, limit=site.caseload_limit)
    if full is rules.Load.AT_LIMIT and not reason.strip():
        raise CaseloadFull(
            f"{user.name} holds {held.cases} open cases, which weigh {held.weight:g}; the limit is "
            f"{site.caseload_limit}. "
            "Choose somebody else, or say why this case must be added.",
            field="over_limit_reason",
        )


@transaction.atomic
def assign(
    *,
    case: DriveCase,
    capacity: Capacity,
    user: User,
    by: User,
    now: datetime,
    over_limit_reason: str = "",
    handover: str = "",
) -> CaseAssignment:
    """Give a case to another case manager or Idva lead; the one before no longer reaches it.

    What was due to the one before is due to the other. Another Idva lead was not consulted on the
    contact strategy, so that ends.
    """
    current = case.assignments.select_for_update().get(capacity=capacity, ended_at=None)
    if current.user_id == user.pk:
        return current
    current.ended_at, current.ended_by = now, by
    current.save(update_fields=["ended_at", "ended_by"])
    let_go(on_behalf_of=case.id, user=current.user, by=by, now=now)
    if capacity is Capacity.CASE_MANAGER:
        information.let_go(about=case.id, user=current.user, by=by, now=now)
        vault.let_go(on_behalf_of=case.id, user=current.user, by=by, now=now)
    given = _give(case, capacity, user, reason=over_limit_reason, by=by, now=now)
    hand_over(about=case.pk, role=ROLE_OF[capacity], to=user)
    if handover.strip():
        _tell_next(given, handover, by=by, now=now)
    if capacity is Capacity.IDVA_LEAD:
        expire_strategy(case=case, trigger=ExpiryTrigger.IDVA_CHANGED, by=by, now=now)
    record_change("casework.assign", case, given, by=by, now=now, fields=capacity.label)
    return given


def _tell_next(given: CaseAssignment, text: str, *, by: User, now: datetime) -> None:
    row = Handover(drive_case=given.drive_case, assignment=given, recorded_at=now, recorded_by=by)
    seal_field(row, "sealed_text", text)
    row.save(force_insert=True)


@transaction.atomic
def move_to(
    *,
    case: DriveCase,
    state: CaseState,
    happened_on: date,
    definition: Definition = LIVE,
    by: User,
    now: datetime,
) -> CaseStateChange:
    """Take a case one step on. Closing, stepping down and reopening are acts of their own."""
    latest = case.state_changes.select_for_update().order_by("-sequence")[0]
    stands = CaseState(latest.state)
    if state not in rules.next_steps(stands):
        raise NoSuchStep(
            f"A case does not go from “{stands.label}” to “{state.label}”.", field="state"
        )
    if state is CaseState.STEP_DOWN and definition.requires_reasons:
        raise NoSuchStep(
            "Step-down is proposed by the case manager and approved by the service manager.",
            field="state",
        )
    check_day(happened_on, now=now, since=latest.happened_on, field="happened_on")
    change = step_case(case, state, happened_on, by=by, now=now)
    record_change("casework.move_to", case, by=by, now=now, fields=state.label)
    return change
