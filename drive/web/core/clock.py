"""The one clock. Demonstrations set the day on which it starts with DRIVE_TODAY.

The time of day is real, and at midnight the demonstration's next day begins: time never runs
backwards under somebody who is at work.
"""

import time
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone

_started = timezone.now()


def now() -> datetime:
    """Return the present moment, moved to the demonstration's days where a first one is set."""
    moment = _real()
    if settings.DRIVE_TODAY is None:
        return moment
    local = timezone.localtime(moment)
    day = settings.DRIVE_TODAY + (local.date() - timezone.localtime(_started).date())
    return local.replace(year=day.year, month=day.month, day=day.day)


def today() -> date:
    """Return the present day in London."""
    return timezone.localtime(now()).date()


def elapsed_since(stamp: float) -> timedelta:
    """Return the real time since a moment that sign-in wrote down, in seconds since 1970."""
    return timedelta(seconds=time.time() - stamp)


def _real() -> datetime:
    return timezone.now()
