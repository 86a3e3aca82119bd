"""Jobs: work that takes longer than a page may. A job is one call of an action, begun by a page.

A job may be run again from its beginning (its worker was killed, the database was locked), so
its action must come to the same end when it is called twice. Jobs are kept in the application's
own database: one that is enqueued in a transaction that fails was never enqueued.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.db import OperationalError
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules
from django_tasks import task
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from drive.web.core.exceptions import Refusal

ATTEMPTS = 3
LONGEST = timedelta(hours=1)
"""After this time a job is taken for lost, even where its worker cannot be asked."""

WENT_WRONG = "Something went wrong in the program. What you entered is safe; please try again."
STOPPED = "The work was interrupted several times and has been given up. Please try again."

_INTERRUPTIONS = (
    "django.db.utils.OperationalError",
    "builtins.SystemExit",
    "builtins.KeyboardInterrupt",
)


GivesUp = Callable[..., None]
"""Notes that a job will not be done: takes the job's own arguments, and `words` for people."""

Chore = Callable[[datetime], object]

_GIVES_UP: dict[str, GivesUp] = {}
CHORES: list[Chore] = []
"""What the worker does every hour, each given the present moment (see `chore`)."""
OFTEN: list[Chore] = []
"""What the worker does every few seconds (see `often`)."""


def job(*, gives_up: GivesUp) -> Callable[[Callable[..., None]], Task[..., None]]:
    """Declare a job: a function of keyword arguments that JSON can carry (keys as text).

    Whatever ends it early ends in `gives_up`: a refusal with its own words, anything else with
    words that say only that it went wrong. A locked database is no end: the job is run again.
    """

    def declare(function: Callable[..., None]) -> Task[..., None]:
        @wraps(function)
        def run(**arguments: Any) -> None:
            try:
                function(**arguments)
            except OperationalError:
                raise
            except Refusal as refusal:
                gives_up(words=refusal.message, **arguments)
            except Exception:
                gives_up(words=WENT_WRONG, **arguments)
                raise

        made = task(run)
        _GIVES_UP[made.module_path] = gives_up
        return made

    return declare


def chore(function: Chore) -> Chore:
    """Declare something that the worker does every hour, such as throwing away what expired."""
    CHORES.append(function)
    return function


def often(function: Chore) -> Chore:
    """Declare something that the worker does every few seconds, and that costs little."""
    OFTEN.append(function)
    return function


def find_jobs() -> None:
    """Import the `jobs` module of every app, so that its jobs and chores are known."""
    autodiscover_modules("jobs")


def worker_name() -> str:
    """Return the name under which this process claims jobs: its machine and process id."""
    return f"{socket.gethostname()[:40]}:{os.getpid()}"


def sweep() -> int:
    """Put jobs whose worker is gone back into the queue, or give them up; return how many.

    The clock is the real one: the demonstration's day does not move when jobs were claimed.
    """
    lost = [row for row in DBTaskResult.objects.running() if _is_lost(row, timezone.now())]
    failed = DBTaskResult.objects.failed().filter(
        exception_class_path__in=_INTERRUPTIONS, return_value__isnull=True
    )
    interrupted = [*lost, *failed]
    for row in interrupted:
        _again_or_never(row)
    return len(interrupted)


def _is_lost(row: DBTaskResult, now: datetime) -> bool:
    if row.started_at is None or now - row.started_at > LONGEST:
        return True
    machine, _, process = row.worker_ids[-1].rpartition(":")
    return machine == socket.gethostname()[:40] and not _is_alive(process)


def _is_alive(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        return True
    return True


def _again_or_never(row: DBTaskResult) -> None:
    # Matched on what was read, so that of two sweeps at once only one acts.
    same = DBTaskResult.objects.filter(
        pk=row.pk, status=row.status, worker_ids=row.worker_ids, return_value__isnull=True
    )
    if len(row.worker_ids) < ATTEMPTS:
        same.update(status="READY", started_at=None, finished_at=None)
    elif same.update(status="FAILED", finished_at=timezone.now(), return_value=STOPPED):
        gives_up = _GIVES_UP.get(row.task_path)
        if gives_up:
            gives_up(words=STOPPED, **row.args_kwargs["kwargs"])
