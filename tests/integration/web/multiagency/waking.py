"""A worker in a process of its own, which is killed whatever it does at that moment."""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import connection

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["drive.web.project.wsgi", __name__])


@dataclass(frozen=True, kw_only=True)
class Morning:
    """One moment at which a worker wakes, which database it opens, and where its mail goes."""

    moment: datetime
    database: str
    mail: Path


def wake(morning: Morning) -> None:
    """Do what is due, hand over what waits, and note what left."""
    from django.conf import settings

    from drive.web.multiagency.actions.due import do_what_is_due, note_what_left
    from drive.web.outbound.actions import deliver_due

    connection.settings_dict["NAME"] = morning.database
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(morning.mail)
    settings.DRIVE_HOLD_SECONDS = 0
    do_what_is_due(now=morning.moment)
    deliver_due(now=morning.moment)
    note_what_left(now=morning.moment)


def killed_after(morning: Morning, seconds: float | None) -> bool:
    """Let a worker wake; kill it after some seconds. Return whether it was killed."""
    process = _CONTEXT.Process(target=wake, args=(morning,), daemon=True)
    process.start()
    process.join(timeout=seconds)
    if process.is_alive():
        process.kill()
        process.join()
    return process.exitcode != 0


def together(morning: Morning, workers: int) -> list[int | None]:
    """Let several workers wake at one moment; return how they ended."""
    running = [_CONTEXT.Process(target=wake, args=(morning,), daemon=True) for _ in range(workers)]
    for process in running:
        process.start()
    for process in running:
        process.join()
    return [process.exitcode for process in running]
