"""Dates as people type them in the United Kingdom, and sums with them. Free of Django."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_MONTHS["sept"] = 9

_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$")
_UK = re.compile(
    r"^(\d{1,2})(?:st|nd|rd|th)?[\s/.\-]+(?:of\s+)?([a-z]+|\d{1,2})[\s/.,\-]+(\d{4}|\d{2})$"
)


class DateProblem(ValueError):
    """A text that is not a date, with words that say why."""


def parse_uk_date(text: str, *, pivot_year: int = 2030) -> date:
    """Return the date that a British reader would see in `text`.

    Day comes before month. Slashes, dots, dashes and spaces are all taken, as are month
    names, ISO dates and two-digit years (read as the latest year up to `pivot_year`).

    Raises
    ------
    DateProblem
        If there is no such day, or the text is no date, in words that can be shown.
    """
    cleaned = " ".join(text.strip().lower().split())
    if iso := _ISO.match(cleaned):
        year, month, day = (int(part) for part in iso.groups())
        return _real_day(year, month, day, text)
    uk = _UK.match(cleaned)
    if not uk:
        raise DateProblem(f"“{text.strip()}” is not a date. Write it like 27 3 1988 or 27/03/1988.")
    return _real_day(
        _full_year(uk.group(3), pivot_year),
        _month_number(uk.group(2), text),
        int(uk.group(1)),
        text,
    )


def _full_year(digits: str, pivot_year: int) -> int:
    if len(digits) == 4:
        return int(digits)
    century = pivot_year - pivot_year % 100
    year = century + int(digits)
    return year if year <= pivot_year else year - 100


def _month_number(word: str, text: str) -> int:
    if word.isdigit():
        return int(word)
    if word not in _MONTHS:
        raise DateProblem(f"“{text.strip()}” is not a date: “{word}” is not a month.")
    return _MONTHS[word]


def _real_day(year: int, month: int, day: int, text: str) -> date:
    if not 1 <= month <= 12:
        raise DateProblem(f"“{text.strip()}” is not a date: there is no month {month}.")
    try:
        return date(year, month, day)
    except ValueError:
        raise DateProblem(
            f"“{text.strip()}” is not a date: {calendar.month_name[month]} has no day {day}."
        ) from None


def add_months(day: date, months: int) -> date:
    """Return the same day of the month `months` later, or the last day of that month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def age_on(born_on: date, day: date) -> int:
    """Return the age in whole years on `day`."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def in_words(day: date) -> str:
    """Return a date as it is read aloud, such as `3 June 2017`."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def at_noon(day: date) -> datetime:
    """Return noon in London on `day`: for events of which only the day is known."""
    return datetime.combine(day, time(12), tzinfo=LONDON)
