"""What follows from an entry: tasks for whoever has to act."""

from __future__ import annotations

from datetime import date, datetime

from drive.vocabulary.facts import ChronologyKind
from drive.vocabulary.registers import ChildEventKind, OrderType, PathwayKind, RiskEventKind
from drive.vocabulary.strategy import ExpiryTrigger
from drive.vocabulary.tasks import TaskKind
from drive.vocabulary.word import Word
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.casework.actions.strategies import expire_strategy
from drive.web.casework.actions.tasks import open_case_task
from drive.web.casework.models import DriveCase
from drive.web.core.dates import LONDON
from drive.web.core.working_days import add_working_days
from drive.web.information.actions import NewEvent, publish_event, withdraw_event
from drive.web.registers.queries.places import is_lost
from drive.web.registers.registry.declaration import Change
from drive.web.registers.rules import days
from drive.web.registers.rules.holds import Holds
from drive.web.tasks.actions import settle_all

WORKING_DAYS_TO_REVIEW = 5
WORKING_DAYS_TO_LOCATE = 5
WORKING_DAYS_TO_REFER_AGAIN = 2
WORKING_DAYS_TO_PROPOSE = 10
_HOLDS = "nothing holds the case"

_REVIEWED_BY = {
    PathwayKind.STALKING: (TaskKind.ADVISER_REVIEW, Role.PRACTICE_ADVISER),
    PathwayKind.SEVERE_DEPENDENCY: (TaskKind.SUITABILITY_REVIEW, Role.SERVICE_MANAGER),
    PathwayKind.SEVERE_MENTAL_ILLNESS: (TaskKind.SUITABILITY_REVIEW, Role.SERVICE_MANAGER),
}

_TRIGGERS = {
    RiskEventKind.THREAT: ExpiryTrigger.NEW_INCIDENT,
    RiskEventKind.BREACH: ExpiryTrigger.NEW_INCIDENT,
    RiskEventKind.SEPARATION: ExpiryTrigger.NEW_INFORMATION,
    RiskEventKind.RELEASE: ExpiryTrigger.RELEASE,
    RiskEventKind.ARREST: ExpiryTrigger.NEW_INFORMATION,
}

_PUBLISHED = {
    RiskEventKind.THREAT: ChronologyKind.INCIDENT,
    RiskEventKind.BREACH: ChronologyKind.INCIDENT,
    RiskEventKind.RELEASE: ChronologyKind.RELEASE,
    RiskEventKind.ARREST: ChronologyKind.INCIDENT,
}


def after_lever(change: Change) -> None:
    """Look again when a lever ends; a new lever answers for those that have ended."""
    row, key = change.row, str(change.row.origin)
    if _stays(change, "ends_on"):
        return
    _settle(change, TaskKind.LEVER_ENDED, key=key)
    if change.before is None:
        _settle(change, TaskKind.LEVER_ENDED)
        _settle(change, TaskKind.PROPOSE_NEXT_STEP, key=_HOLDS)
    if row.ends_on and not row.taken_back:
        open_case_task(
            case=change.case,
            kind=TaskKind.LEVER_ENDED,
            role=Role.CASE_MANAGER,
            due_on=max(row.ends_on, _today(change)),
            key=key,
            by=change.by,
            now=change.now,
        )


def after_custody(change: Change) -> None:
    """Put a release on the list a fortnight before; it is done when he is released."""
    row, key = change.row, str(change.row.origin)
    _publish(change, ChronologyKind.RELEASE, on=row.ends_on)
    if _stays(change, "ends_on", "expected_release_on"):
        return
    _settle(change, TaskKind.CUSTODY_RELEASE, key=key)
    if row.taken_back:
        return
    if row.ends_on:
        if change.before is None or not change.before.ends_on:
            _renew_strategy(change, ExpiryTrigger.RELEASE)
    elif row.expected_release_on:
        open_case_task(
            case=change.case,
            kind=TaskKind.CUSTODY_RELEASE,
            role=Role.CASE_MANAGER,
            due_on=days.release_due(row.expected_release_on, today=_today(change)),
            key=key,
            by=change.by,
            now=change.now,
        )


def after_risk_event(change: Change) -> None:
    """Let the contact strategy expire: it was agreed for how things stood before the event."""
    kind = RiskEventKind(change.row.kind)
    published = _PUBLISHED.get(kind)
    withdraw_event(source=change.row.origin, by=change.by, now=change.now)
    if published:
        _publish(change, published, on=change.row.happened_on, detail=kind)
    if change.before is None:
        _renew_strategy(change, _TRIGGERS[kind])


def after_order(change: Change) -> None:
    """Put an order into the joint chronology."""
    row = change.row
    _publish(change, ChronologyKind.ORDER, on=row.happened_on, detail=OrderType(row.kind))


def _renew_strategy(change: Change, trigger: ExpiryTrigger) -> None:
    expire_strategy(case=change.case, trigger=trigger, by=change.by, now=change.now)


def after_pathway(change: Change) -> None:
    """Ask for the review that a pathway needs; an end settles it."""
    row, key = change.row, str(change.row.origin)
    if _stays(change, "ends_on", "kind"):
        return
    for kind, _role in set(_REVIEWED_BY.values()):
        _settle(change, kind, key=key)
    if row.ends_on or row.taken_back:
        return
    kind, role = _REVIEWED_BY[PathwayKind(row.kind)]
    open_case_task(
        case=change.case,
        kind=kind,
        role=role,
        due_on=add_working_days(_today(change), WORKING_DAYS_TO_REVIEW),
        key=key,
        by=change.by,
        now=change.now,
    )


def after_review(change: Change) -> None:
    """Settle the review that was asked for."""
    for kind, _role in set(_REVIEWED_BY.values()):
        _settle(change, kind, key=str(change.row.pathway.origin))


def after_child_event(change: Change) -> None:
    """Ask for another referral where abuse was left out; a referral of the child settles it.

    A core group that was attended settles the task to go to it.
    """
    row, key = change.row, str(change.row.child.origin)
    if row.taken_back:
        return
    if row.kind == ChildEventKind.REFERRAL:
        _settle(change, TaskKind.PROPOSE_NEXT_STEP, key=key)
    elif row.kind == ChildEventKind.CORE_GROUP:
        _settle(change, TaskKind.CORE_GROUP, key=key)
    elif row.kind == ChildEventKind.ABUSE_LEFT_OUT and change.before is None:
        open_case_task(
            case=change.case,
            kind=TaskKind.PROPOSE_NEXT_STEP,
            role=Role.CASE_MANAGER,
            due_on=add_working_days(_today(change), WORKING_DAYS_TO_REFER_AGAIN),
            key=key,
            by=change.by,
            now=change.now,
        )


def propose_next_step(*, case: DriveCase, holds: Holds, by: User, now: datetime) -> None:
    """Ask for a next step where nothing holds a case; a lever settles it."""
    if not holds.nothing:
        settle_all(kind=TaskKind.PROPOSE_NEXT_STEP, about=case.pk, key=_HOLDS, by=by, now=now)
        return
    open_case_task(
        case=case,
        kind=TaskKind.PROPOSE_NEXT_STEP,
        role=Role.CASE_MANAGER,
        due_on=add_working_days(now.astimezone(LONDON).date(), WORKING_DAYS_TO_PROPOSE),
        key=_HOLDS,
        by=by,
        now=now,
    )


def after_whereabouts(change: Change) -> None:
    """Somebody said where he is: nobody has to look for him any more, unless he has moved on."""
    check_whereabouts(case=change.case, by=change.by, now=change.now)


def check_whereabouts(*, case: DriveCase, by: User, now: datetime) -> None:
    """Ask that he be found where the last attempts reached nobody and nobody has said since."""
    if not is_lost(case):
        settle_all(kind=TaskKind.LOCATE, about=case.pk, by=by, now=now)
        return
    open_case_task(
        case=case,
        kind=TaskKind.LOCATE,
        role=Role.CASE_MANAGER,
        due_on=add_working_days(now.astimezone(LONDON).date(), WORKING_DAYS_TO_LOCATE),
        by=by,
        now=now,
    )


def _publish(
    change: Change, kind: ChronologyKind, *, on: date | None, detail: Word | None = None
) -> None:
    """Put an entry into the joint chronology as it stands; what is taken back leaves it."""
    row = change.row
    if on is None or row.taken_back:
        withdraw_event(source=row.origin, kind=kind, by=change.by, now=change.now)
        return
    event = NewEvent(kind=kind, happened_on=on, source=row.origin, detail=detail)
    publish_event(about=change.case.pk, event=event, by=change.by, now=change.now)


def _stays(change: Change, *names: str) -> bool:
    """Return whether a change touches none of the fields from which something follows."""
    row, before = change.row, change.before
    if before is None or row.taken_back:
        return False
    return all(getattr(row, name) == getattr(before, name) for name in names)


def _settle(change: Change, kind: TaskKind, *, key: str | None = None) -> None:
    settle_all(kind=kind, about=change.case.pk, key=key, by=change.by, now=change.now)


def _today(change: Change) -> date:
    return change.now.astimezone(LONDON).date()
