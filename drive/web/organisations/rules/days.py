"""Which days an entry of the directory can have."""

from __future__ import annotations

from datetime import date

from drive.web.core.dates import in_words
from drive.web.organisations.exceptions import ImpossibleDays

EARLIEST, LATEST = 1900, 2100


def check_days(days: dict[str, date | None]) -> None:
    """Refuse days that are none of our time, and any that lies before the one above it.

    `days` are by form field, in the order in which they have to follow one another.

    Raises
    ------
    ImpossibleDays
        In words for the field.
    """
    before: date | None = None
    for field, day in days.items():
        if day is None:
            continue
        if not EARLIEST <= day.year <= LATEST:
            raise ImpossibleDays(f"The year must be between {EARLIEST} and {LATEST}.", field=field)
        if before is not None and day < before:
            raise ImpossibleDays(f"This day must not be before {in_words(before)}.", field=field)
        before = day
