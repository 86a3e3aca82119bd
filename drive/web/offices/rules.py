"""When two uses of an office clash."""

from __future__ import annotations

from datetime import datetime, timedelta

MARGIN = timedelta(minutes=30)
"""Kept free before and after, so that they do not meet at the door on coming and going."""

OPENS, CLOSES = 8, 20
"""Hours between which an office can be taken."""

LENGTHS = (30, 60, 90, 120)
"""Minutes for which it can be taken."""


def window(starts_at: datetime, ends_at: datetime) -> tuple[datetime, datetime]:
    """Return the time within which nobody of the other side may be there."""
    return starts_at - MARGIN, ends_at + MARGIN


def times_of_day() -> list[str]:
    """Return the times at which an office can be taken, every half hour, such as `08:30`."""
    return [f"{hour:02}:{minute:02}" for hour in range(OPENS, CLOSES) for minute in (0, 30)]
