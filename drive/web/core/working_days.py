"""Working days in England and Wales: Monday to Friday without the bank holidays. Free of Django.

The bank holidays follow from rules that have stood since 1978, and from a short list of years in
which a proclamation moved one or added one. A day that is proclaimed later must be added here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

MONDAY, FRIDAY = 0, 4

ADDED = frozenset(
    {
        date(1999, 12, 31),
        date(2002, 6, 3),
        date(2011, 4, 29),
        date(2012, 6, 5),
        date(2022, 6, 3),
        date(2022, 9, 19),
        date(2023, 5, 8),
    }
)
"""Days that were bank holidays once."""

MOVED = {
    date(1995, 5, 1): date(1995, 5, 8),
    date(2002, 5, 27): date(2002, 6, 4),
    date(2012, 5, 28): date(2012, 6, 4),
    date(2020, 5, 4): date(2020, 5, 8),
    date(2022, 5, 30): date(2022, 6, 2),
}
"""Bank holidays that were kept on another day of that year."""


def working_days_between(first: date, last: date) -> int:
    """Return how many working days have begun after `first`, up to and including `last`."""
    days = (first + timedelta(days=each) for each in range(1, (last - first).days + 1))
    return sum(is_working_day(day) for day in days)


def add_working_days(day: date, days: int) -> date:
    """Return the day by which `days` working days have begun after `day`."""
    while days > 0:
        day += timedelta(days=1)
        days -= is_working_day(day)
    return day


def is_working_day(day: date) -> bool:
    """Return whether offices are open on a day."""
    return day.weekday() <= FRIDAY and day not in bank_holidays(day.year)


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """Return the bank holidays of a year from 1978 on."""
    kept = {MOVED.get(day, day) for day in _by_rule(year)}
    return frozenset(kept | {day for day in ADDED if day.year == year})


def _by_rule(year: int) -> Iterator[date]:
    easter = _easter_sunday(year)
    yield from _on_working_days(date(year, 1, 1))
    yield easter - timedelta(days=2)
    yield easter + timedelta(days=1)
    yield _monday_from(date(year, 5, 1))
    yield _monday_from(date(year, 5, 25))
    yield _monday_from(date(year, 8, 25))
    yield from _on_working_days(date(year, 12, 25), date(year, 12, 26))


def _monday_from(day: date) -> date:
    return day + timedelta(days=(MONDAY - day.weekday()) % 7)


def _on_working_days(*days: date) -> Iterator[date]:
    """Return the days, those at a weekend put off until the next days that are free."""
    free = {day for day in days if day.weekday() <= FRIDAY}
    yield from sorted(free)
    for day in sorted(set(days) - free):
        later = day
        while later.weekday() > FRIDAY or later in free:
            later += timedelta(days=1)
        free.add(later)
        yield later


def _easter_sunday(year: int) -> date:
    """Return Easter Sunday by the Gregorian rule (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    offset = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * offset) // 451
    month, day = divmod(h + offset - 7 * m + 114, 31)
    return date(year, month, day + 1)
