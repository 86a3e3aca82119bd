"""A simulated year of requests: agencies answer, refuse, keep silent, go away and come back.

The worker sleeps, is killed at random, and finds the mail server down. The case manager does what
the tasks ask, days later. `faults_of` looks at what is left, and counts the days by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from django.db import connection

from drive.vocabulary.requests import (
    ENDED,
    RequestDue,
)
from drive.vocabulary.tasks import TaskKind
from drive.web.casework.models import DriveCase
from drive.web.core.dates import LONDON
from drive.web.multiagency.actions.due import do_what_is_due, note_what_left
from drive.web.multiagency.models import Request
from drive.web.multiagency.queries.sources import next_sources
from drive.web.multiagency.queries.standing import Opened
from drive.web.outbound.actions import deliver_due
from drive.web.tasks.models import Task
from tests.cast import Cast
from tests.integration.web.multiagency.living import (
    agencies,
    agencies_change,
    ask,
    case_manager_lives,
    perhaps_replies,
)
from tests.integration.web.multiagency.years import (
    LONGEST,
    MAIL,
    Killed,
    PostOffice,
    Year,
)


def live(cast: Cast, case: DriveCase, seed: int, settings: Any) -> Year:
    """Live through a year until nothing waits any more, from one day of interest to the next."""
    settings.EMAIL_BACKEND, settings.DRIVE_HOLD_SECONDS = MAIL, 0
    PostOffice.taken, PostOffice.down, PostOffice.dies = [], False, ""
    year = Year(cast, case, np.random.default_rng(seed))
    start = datetime(2017, 7, 1, 10, tzinfo=LONDON) + timedelta(days=year.days(0, 700))
    asked = agencies(year, start.date())
    for number in range(year.days(1, 3)):
        ask(year, asked[number % len(asked)], start)
    moment = start
    while moment < start + LONGEST:
        _misfortunes(year, moment)
        if year.happens(0.2):
            agencies_change(year, moment)
        if moment >= year.sleeps_until:
            _worker_lives(year, moment)
        found = year.opened(moment)
        case_manager_lives(year, found, moment)
        replied = [perhaps_replies(year, each, moment) for each in found]
        if any(replied):
            found = year.opened(moment)
        if all(_has_come_to_an_end(each) for each in found):
            break
        moment = _next_moment(year, found, moment)
    return year


def _misfortunes(year: Year, moment: datetime) -> None:
    """Let the worker sleep for some days, or the mail server be down."""
    if year.happens(0.05):
        year.sleeps_until = moment + timedelta(days=year.days(1, 9))
    if year.happens(0.05):
        year.down_until = moment + timedelta(days=year.days(1, 3))
    PostOffice.down = moment < year.down_until


def _next_moment(year: Year, found: list[Opened], moment: datetime) -> datetime:
    """Return the next day on which something can happen, or some day before it by chance.

    The worker must find by itself that nothing is due on the others.
    """
    today = moment.date()
    ahead = {*year.replies.values(), *year.tried.values(), today + timedelta(days=year.days(1, 25))}
    ahead |= {year.sleeps_until.date(), year.down_until.date()}
    for each in found:
        due = each.due()
        ahead.add(due.on if due.what is RequestDue.ANSWER else today + timedelta(days=1))
    following = min(day for day in ahead if day is not None and day > today)
    return moment + (following - today)


def _worker_lives(year: Year, moment: datetime) -> None:
    """Wake several times a day; now and then it is killed, and wakes again an hour later."""
    for hour in range(3):
        at = moment + timedelta(hours=hour)
        try:
            with _killed(year):
                do_what_is_due(now=at)
                deliver_due(now=at)
                note_what_left(now=at)
        except Killed:
            year.kills += 1
            continue
        finally:
            PostOffice.dies = ""
        year.awake.append(at.date())
        return


@contextmanager
def _killed(year: Year) -> Iterator[None]:
    """Let the worker be killed at one of its statements, or in the hands of the mail server."""
    drawn = year.chance.random()
    if drawn < 0.1:
        PostOffice.dies = "after" if year.happens(0.5) else "before"
    left = int(year.chance.geometric(0.02)) if 0.1 <= drawn < 0.4 else -1

    def execute(run: Any, sql: str, *rest: Any) -> Any:
        nonlocal left
        if not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
            left -= 1
            if left == 0:
                raise Killed
        return run(sql, *rest)

    with connection.execute_wrapper(execute):
        yield


def _has_come_to_an_end(found: Opened) -> bool:
    """Whether a request ended, or nobody answered up to the top and nobody else can be asked."""
    if found.state in ENDED:
        return True
    if found.due().what is not RequestDue.TOP:
        return False
    asked = Task.objects.filter(kind=TaskKind.REQUEST_AT_TOP, key=str(found.request.pk))
    waits = Request.objects.filter(instead_of=found.request).exists()
    return asked.exists() and not waits and not next_sources(found)
