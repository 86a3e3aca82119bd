"""What the worker does by the clock: it notes what left, chases, and proposes.

Each act is one transaction under the lock of its request. Whoever is killed has done all of an act
or nothing of it, and whoever comes next looks anew at what is due.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, time
from typing import TypeVar

from django.db import IntegrityError, transaction

from drive.vocabulary.outbound import OutgoingState
from drive.vocabulary.requests import RequestDue, RequestWay
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.actions import system_user
from drive.web.accounts.roles import Role
from drive.web.casework.actions.tasks import open_case_task
from drive.web.core.dates import LONDON
from drive.web.core.exceptions import Refusal
from drive.web.core.working_days import working_days_between
from drive.web.multiagency.actions.chasing import chase
from drive.web.multiagency.actions.leaving import note_left
from drive.web.multiagency.actions.steps import day_of, locked
from drive.web.multiagency.models import Request, RequestStep
from drive.web.multiagency.queries.cases import in_whose_name
from drive.web.multiagency.queries.standing import (
    Books,
    Opened,
    all_opened,
    on_open_cases,
    stands,
    unended,
)
from drive.web.multiagency.queries.whom import answer_by, asking, who_is_asked_now
from drive.web.multiagency.rules.clock import Due
from drive.web.multiagency.rules.texts import to_chase
from drive.web.outbound.queries.outgoing import latest_step, reason_of

Row = TypeVar("Row", Request, RequestStep)
BEGINS = time(8)
"""Before this time of a day nobody is written to, and nothing is proposed."""
_log = logging.getLogger("drive.web.multiagency")


def note_what_left(*, now: datetime) -> int:
    """Note what has left since the last time; return how many."""
    rows = RequestStep.objects.filter(left_on=None, outgoing__steps__state=OutgoingState.SENT)
    steps = rows.select_related("request").order_by("recorded_at", "sequence")
    return _each(steps, lambda step: bool(note_left(step=step, now=now).left_on))


def do_what_is_due(*, now: datetime) -> int:
    """Do what is due on every request now; return on how many something was done."""
    if now.astimezone(LONDON).time() < BEGINS:
        return 0
    note_what_left(now=now)
    books = Books(day_of(now))
    waiting = all_opened(on_open_cases(unended()), books, is_open=True)
    acting = [found for found in waiting if _acts_on(found, found.due())]
    return _each((found.request for found in acting), lambda request: _do(request, now=now))


def _each(rows: Iterable[Row], act: Callable[[Row], bool]) -> int:
    """Act on each row; what fails for one must not keep the others from being done."""
    done = 0
    for row in list(rows):
        try:
            done += act(row)
        except IntegrityError:
            _log.info("another worker was quicker")
        except Exception:  # noqa: BLE001 - the others are due all the same
            _log.exception("something due on a request failed")
    return done


_ACTS = frozenset({RequestDue.CHASE, RequestDue.PROPOSE, RequestDue.TOP})


def _acts_on(found: Opened, due: Due) -> bool:
    return due.what in _ACTS or _is_stuck(found, due)


@transaction.atomic
def _do(request: Request, *, now: datetime) -> bool:
    """Do what is due on one request, looked at anew under its lock."""
    found = locked(request, now)
    due = found.due()
    if due.what is RequestDue.CHASE:
        return _chase(found, now=now)
    if due.what in {RequestDue.PROPOSE, RequestDue.TOP}:
        _ask(found, TaskKind.NEXT_SOURCE, now=now)
    if due.what is RequestDue.TOP:
        _ask(found, TaskKind.REQUEST_AT_TOP, role=Role.SERVICE_MANAGER, now=now)
    if _is_stuck(found, due):
        _ask(found, TaskKind.REQUEST_STUCK, now=now)
    return True


def _chase(found: Opened, *, now: datetime) -> bool:
    """Send a chaser by e-mail; where that cannot be, somebody is asked to do it."""
    by = in_whose_name(found.request.drive_case, found.request.recorded_by)
    reached = who_is_asked_now(found)
    by_mail = RequestWay(found.request.way) is RequestWay.EMAIL and reached.to.address
    if by is None or not by_mail or reached.higher:
        _ask(found, TaskKind.CHASE_REQUEST, now=now)
        return True
    text = to_chase(asking(found, answer_by(found, found.level)), reached.to.way)
    try:
        with transaction.atomic():
            step = chase(
                request=found.request,
                to=reached.to,
                text=text,
                reason=_reason(found),
                by_clock=True,
                by=by,
                now=now,
            )
            _require_passed(step)
    except Refusal:
        _ask(found, TaskKind.CHASE_REQUEST, now=now)
    return True


def _require_passed(step: RequestStep) -> None:
    """Undo a chaser that the gate stops: a person has to look at it."""
    letter = step.outgoing
    if letter is None or latest_step(letter).state == OutgoingState.STOPPED:
        raise Refusal("The gate stopped it.")


def _reason(found: Opened) -> str:
    """Return why the request went although the gate warned: for a chaser it is the same."""
    letter = found.sent.outgoing
    held = letter and letter.steps.filter(state=OutgoingState.HELD).first()
    return reason_of(held) if held else ""


def _is_stuck(found: Opened, due: Due) -> bool:
    """Whether something written does not leave: it was stopped, or nobody hands it out."""
    if due.what not in {RequestDue.SEND, RequestDue.LEAVE}:
        return False
    return any(
        stands(step) is OutgoingState.STOPPED
        or working_days_between(step.happened_on, found.books.day) >= 1
        for step in found.on_its_way
    )


def _ask(found: Opened, kind: TaskKind, *, role: Role = Role.CASE_MANAGER, now: datetime) -> None:
    """Ask whoever holds the case, or the service manager, to do something about a request."""
    by = in_whose_name(found.request.drive_case, found.request.recorded_by)
    open_case_task(
        case=found.request.drive_case,
        kind=kind,
        role=role if by else Role.SERVICE_MANAGER,
        due_on=found.books.day,
        key=str(found.request.pk),
        by=by or system_user(),
        now=now,
    )
