"""A day and a time of day as people type them, as one moment."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from drive.web.core.dates import LONDON, in_words

_TIME = re.compile(r"^(\d{1,2})(?:[:.h ]?(\d{2}))? ?([ap])?\.?(?:m\.?)?$")
_NOON = frozenset({"noon", "midday", "12 noon"})


class TimeProblem(ValueError):
    """A text that is not a time of that day, with words that say why."""


def moment_of(day: date, text: str) -> datetime:
    """Return the moment, by the clocks of London, that a day and a typed time mean.

    In the hour that comes twice when the clocks go back it is the first one, so that whatever is
    due from that moment is due sooner rather than later.

    Raises
    ------
    TimeProblem
        If the text is no time, or the clocks jumped over it on that day.
    """
    typed = datetime.combine(day, _time_of(text), tzinfo=LONDON)
    moment = typed.astimezone(UTC)
    if moment.astimezone(LONDON).replace(tzinfo=None) != typed.replace(tzinfo=None):
        raise TimeProblem(
            f"There was no {typed:%H:%M} on {in_words(day)}, since the clocks went forward. "
            "Enter a time after 2am"
        )
    return moment


def _time_of(text: str) -> time:
    plain = " ".join(text.lower().split())
    if plain in _NOON:
        return time(12)
    found = _TIME.match(plain)
    if found is None or not plain.isascii():
        raise TimeProblem(_EXPECTED)
    hour, minute, half = int(found[1]), found[2], found[3]
    if half is None and minute is None:
        # “9” may be in the morning or in the evening.
        raise TimeProblem(_EXPECTED)
    if half is not None:
        if not 1 <= hour <= 12:
            raise TimeProblem(_EXPECTED)
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, int(minute or 0))
    except ValueError:
        raise TimeProblem(_EXPECTED) from None


_EXPECTED = "Enter the time like 14:05 or 2:05pm"
