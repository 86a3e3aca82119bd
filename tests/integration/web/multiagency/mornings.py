"""The mornings of the worker: it wakes, hands over the mail, and notes what left."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from drive.vocabulary.requests import RequestStepKind
from drive.vocabulary.tasks import TaskKind
from drive.web.multiagency.actions.due import do_what_is_due, note_what_left
from drive.web.multiagency.models import Request
from drive.web.outbound.actions import deliver_due
from drive.web.tasks.models import Task
from tests.cast import NOW
from tests.factories.agencies import (
    HOLD,
)

K = RequestStepKind


def at(day: int, month: int = 7) -> datetime:
    return NOW.replace(month=month, day=day)


def live(until: datetime) -> None:
    """Let the worker run each morning from the day after the cast's to another one."""
    moment = NOW + timedelta(days=1)
    while moment <= until:
        wake(moment)
        moment += timedelta(days=1)


def wake(moment: datetime) -> None:
    do_what_is_due(now=moment)
    deliver_due(now=moment + HOLD)
    note_what_left(now=moment + HOLD)


def chasers(request: Request) -> list[tuple[date | None, int]]:
    rows = request.steps.filter(kind=K.CHASED)
    return [(row.left_on, row.number) for row in rows]


def tasks(kind: TaskKind) -> list[Task]:
    return list(Task.objects.filter(kind=kind, settled_at=None))


# NOW is Friday 30 June 2017: five working days end on 7 July, and the wait is five more.
FIRST, SECOND, THEN = date(2017, 7, 10), date(2017, 7, 17), date(2017, 7, 24)
