"""Planning contact: only on an agreed strategy in date, or in an emergency that is looked at."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction

from drive.vocabulary.casework import ContactType
from drive.vocabulary.strategy import ContactPlace
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.audit.actions import record_change
from drive.web.casework.actions.steps import day_of, lock_open
from drive.web.casework.actions.tasks import open_case_task
from drive.web.casework.exceptions import CannotWrite, ImpossibleDay, NoAgreedStrategy, NotWaiting
from drive.web.casework.models import ContactStrategy, DriveCase, PlannedContact
from drive.web.casework.queries.holds import on_hold
from drive.web.casework.queries.strategies import agreed_version, latest_version, standing_of
from drive.web.casework.rules import strategies as rules
from drive.web.core.dates import LONDON
from drive.web.core.working_days import add_working_days
from drive.web.offices.actions import ForCase, WantedTime, release, take_for_service_user
from drive.web.offices.models import Office, OfficeTime
from drive.web.tasks.actions import settle, settle_all
from drive.web.tasks.queries import tasks_of


@dataclass(frozen=True, kw_only=True)
class AtOffice:
    """A shared office, from when, and for how long."""

    office: Office
    begins: time
    minutes: int


@dataclass(frozen=True, kw_only=True)
class NewPlan:
    """A contact that is planned. An emergency gives its reason and needs no strategy."""

    planned_on: date
    contact_type: ContactType
    place: ContactPlace
    at_office: AtOffice | None = None
    override_reason: str = ""


@transaction.atomic
def plan_contact(*, case: DriveCase, plan: NewPlan, by: User, now: datetime) -> PlannedContact:
    """Plan a contact; the Idva lead sees it on her page from now on."""
    lock_open(case)
    _check_plan(plan, today=day_of(now))
    strategy = None
    if not plan.override_reason.strip():
        _check_hold(case)
        strategy = require_strategy(case, plan.planned_on)
    taken = _take_office(case, plan, by=by, now=now)
    row = PlannedContact.objects.create(
        drive_case=case,
        strategy=strategy,
        planned_on=plan.planned_on,
        contact_type=plan.contact_type,
        place=plan.place,
        office_time=taken,
        override_reason=plan.override_reason.strip(),
        recorded_at=now,
        recorded_by=by,
    )
    if strategy is None:
        tell_of_override(case, key=str(row.pk), by=by, now=now)
    record_change("casework.plan_contact", case, row, by=by, now=now)
    return row


def _check_plan(plan: NewPlan, *, today: date) -> None:
    if plan.planned_on < today:
        raise ImpossibleDay(
            "What is planned lies ahead. Record a contact that has taken place instead.",
            field="planned_on",
        )
    if plan.place is ContactPlace.OFFICE and plan.at_office is None:
        raise CannotWrite("Choose the office, and from when.", field="office")


def _check_hold(case: DriveCase) -> None:
    if case.pk in on_hold([case.pk]):
        raise NoAgreedStrategy(
            "Direct work is on hold for criminal proceedings. Ask the service manager to review "
            "the hold or, if it cannot wait, choose the emergency and give the reason.",
            field="override_reason",
        )


def require_strategy(case: DriveCase, day: date) -> ContactStrategy:
    """Return the agreed strategy on which contact may be planned for a day.

    Raises
    ------
    NoAgreedStrategy
        With why not, and what can be done instead.
    """
    strategy = agreed_version(case)
    found = standing_of(strategy or latest_version(case))
    if strategy is None or not rules.may_plan_on(found, day):
        raise NoAgreedStrategy(
            f"{rules.why_not(found, day)} Contact is planned on an agreed strategy in date. If it "
            "cannot wait, choose the emergency and give the reason: the service manager and the "
            "IDVA lead are told at once.",
            field="override_reason",
        )
    return strategy


def tell_of_override(case: DriveCase, *, key: str, by: User, now: datetime) -> None:
    """Tell the service manager and the Idva lead of contact without an agreed strategy."""
    due_on = add_working_days(day_of(now), rules.WORKING_DAYS_TO_READ_AN_OVERRIDE)
    for role in (Role.SERVICE_MANAGER, Role.IDVA):
        open_case_task(
            case=case,
            kind=TaskKind.UNPLANNED_OVERRIDE,
            role=role,
            due_on=due_on,
            key=key,
            by=by,
            now=now,
        )


def _take_office(case: DriveCase, plan: NewPlan, *, by: User, now: datetime) -> OfficeTime | None:
    if plan.at_office is None or plan.place is not ContactPlace.OFFICE:
        return None
    wanted = plan.at_office
    begins = datetime.combine(plan.planned_on, wanted.begins, tzinfo=LONDON)
    return take_for_service_user(
        wanted=WantedTime(
            office=wanted.office,
            starts_at=begins,
            ends_at=begins + timedelta(minutes=wanted.minutes),
        ),
        case=ForCase(about=case.pk, reference=case.reference, person=case.perpetrator.person_id),
        by=by,
        now=now,
    )


@transaction.atomic
def note_override_read(*, plan: PlannedContact, by: User, now: datetime) -> PlannedContact:
    """Note that somebody who was told of contact without a strategy has looked at it."""
    told = tasks_of(by).filter(
        kind=TaskKind.UNPLANNED_OVERRIDE, about=plan.drive_case_id, key=str(plan.pk)
    )
    for task in told:
        settle(task=task, outcome="Read", by=by, now=now)
    record_change("casework.note_override_read", plan.drive_case, plan, by=by, now=now)
    return plan


@transaction.atomic
def cancel_plan(*, plan: PlannedContact, by: User, now: datetime) -> PlannedContact:
    """Note that a planned contact will not take place; the office is free again."""
    plan.refresh_from_db(from_queryset=PlannedContact.objects.select_for_update())
    if plan.cancelled_at is not None:
        raise NotWaiting("This contact was cancelled already.")
    plan.cancelled_at, plan.cancelled_by = now, by
    plan.save(update_fields=["cancelled_at", "cancelled_by"])
    set_office_free(plan, by=by, now=now)
    record_change("casework.cancel_plan", plan.drive_case, plan, by=by, now=now)
    return plan


def set_office_free(plan: PlannedContact, *, by: User, now: datetime) -> None:
    """Give the office of a plan free, and settle what asked to move it."""
    if plan.office_time is None:
        return
    release(taken=plan.office_time, by=by, now=now)
    settle_all(
        kind=TaskKind.MOVE_APPOINTMENT,
        about=plan.drive_case_id,
        key=str(plan.office_time_id),
        by=by,
        now=now,
    )
