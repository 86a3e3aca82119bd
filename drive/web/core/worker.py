"""The worker: does the jobs that pages enqueued, and every hour the chores."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import close_old_connections
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from drive.web.core import jobs

PAUSE = 1.0
"""Seconds between two looks at the queue."""

_log = logging.getLogger("drive.web.worker")
_SWEEP_EVERY = timedelta(minutes=1)
_CHORES_EVERY = timedelta(hours=1)
_OFTEN = timedelta(seconds=10)


class _Turn:
    """Says whether something that is done at intervals has its turn."""

    def __init__(self, every: timedelta) -> None:
        self._every = every
        self._last: datetime | None = None

    def has_come(self) -> bool:
        now = timezone.now()
        if self._last is not None and now - self._last < self._every:
            return False
        self._last = now
        return True


def work(*, clock: Callable[[], datetime], until_idle: bool = False) -> None:
    """Do jobs until the process is asked to end; with `until_idle` until none is left.

    Asked once (SIGTERM, SIGINT) it ends after the job that it is doing, asked twice at once.
    """
    jobs.find_jobs()
    worker = Worker(
        queue_names=["*"],
        interval=PAUSE,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=jobs.worker_name(),
        excluded_queue_names=[],
    )
    if not until_idle:
        worker.configure_signals()
    sweeping, often, chores = _Turn(_SWEEP_EVERY), _Turn(_OFTEN), _Turn(_CHORES_EVERY)
    while worker.running:
        close_old_connections()
        if sweeping.has_come():
            jobs.sweep()
        worker.run()
        if often.has_come():
            _do(jobs.OFTEN, clock())
        if chores.has_come():
            _do(jobs.CHORES, clock())
        if until_idle:
            return
        time.sleep(PAUSE)


def _do(chores: list[jobs.Chore], moment: datetime) -> None:
    for chore in chores:
        try:
            chore(moment)
        except Exception:  # noqa: BLE001 - one that fails must not keep the rest from being done
            _log.exception("the chore %s failed", chore.__name__)
