"""The one clock. Demonstrations set its day with DRIVE_TODAY; the time of day is real."""

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """Return the present moment, moved to the demonstration's day where one is set."""
    moment = timezone.now()
    if settings.DRIVE_TODAY is None:
        return moment
    local = timezone.localtime(moment)
    day: date = settings.DRIVE_TODAY
    return local.replace(year=day.year, month=day.month, day=day.day)


def today() -> date:
    """Return the present day in London."""
    return timezone.localtime(now()).date()
