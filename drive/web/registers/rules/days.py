"""Days that can be, and days by which something is due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from drive.vocabulary.registers import Admission

FIRST_DAY = date(1900, 1, 1)
LONGEST_AHEAD = timedelta(days=366 * 50)

RELEASE_NOTICE = timedelta(days=14)
"""How long before a release the work on it is due: time to renew a strategy and tell others."""

FAILED_ATTEMPTS = 3
"""After so many attempts in a row that reached nobody, somebody finds out where he is."""


class ImpossibleDay(ValueError):
    """A day that cannot be meant, in words that say why."""


def check_past(day: date, *, today: date) -> None:
    """Refuse a day in the future or before living memory.

    Raises
    ------
    ImpossibleDay
        If it is one.
    """
    if day > today:
        raise ImpossibleDay("The day must be today or in the past.")
    _check_first(day)


def check_ahead(day: date, *, since: date, today: date) -> None:
    """Refuse a day before `since`, or too far ahead to be meant.

    Raises
    ------
    ImpossibleDay
        If it is one.
    """
    _check_first(day)
    if day < since:
        raise ImpossibleDay("The day must not be before the day on which it began.")
    if day > today + LONGEST_AHEAD:
        raise ImpossibleDay("The day lies more than fifty years ahead.")


def _check_first(day: date) -> None:
    if day < FIRST_DAY:
        raise ImpossibleDay("The day must be in 1900 or later.")


def release_due(expected_on: date, *, today: date) -> date:
    """Return by when the work before a release is due: never in the past."""
    return max(expected_on - RELEASE_NOTICE, today)


def is_lost(reached: Iterable[bool]) -> bool:
    """Return whether the latest attempts, newest first, reached nobody often enough."""
    latest = [each for each, _ in zip(reached, range(FAILED_ATTEMPTS), strict=False)]
    return len(latest) == FAILED_ATTEMPTS and not any(latest)


def first_admission(said: Iterable[tuple[date, Admission]]) -> date | None:
    """Return the first day on which he admitted something of an incident, if ever."""
    owned = [day for day, how in said if how in {Admission.PARTLY, Admission.ADMITTED}]
    return min(owned, default=None)
