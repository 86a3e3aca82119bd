"""How a typed date is read: forgiving of its shape, never of an impossible day."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WELSH_MONTHS = (
    "ionawr",
    "chwefror",
    "mawrth",
    "ebrill",
    "mai",
    "mehefin",
    "gorffennaf",
    "awst",
    "medi",
    "hydref",
    "tachwedd",
    "rhagfyr",
)
_PARTS = re.compile(r"[^\W\d_]+|\d+")
_ORDINALS = frozenset({"st", "nd", "rd", "th", "of"})
_WEEKDAY = re.compile(r"^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?$")

Boxes = tuple[str, str, str]


class UnreadableDate(ValueError):
    """What was typed is not a date. ``part`` names the box to put right."""

    def __init__(self, message: str, part: str = "day") -> None:
        """Keep the words for the person and the box they are about."""
        super().__init__(message)
        self.part = part


def spread(boxes: Boxes) -> Boxes:
    """Return day, month and year of a whole date pasted into one box, else the boxes trimmed."""
    filled = [box.strip() for box in boxes if box.strip()]
    day, month, year = (box.strip() for box in boxes)
    if len(filled) != 1:
        return day, month, year
    return _pasted(filled[0]) or (day, month, year)


def _pasted(text: str) -> Boxes | None:
    """Read ``12 June 2017``, ``12/6/17``, ``2017-06-12``, ``12062017``, ``Mon 12th June 2017``."""
    if re.fullmatch(r"\d{8}", text):
        return text[:2], text[2:4], text[4:]
    parts = [
        part
        for part in _PARTS.findall(text.lower())
        if part not in _ORDINALS and not _WEEKDAY.match(part)
    ]
    if len(parts) < 3:
        return None
    if len(parts[0]) == 4 and parts[0].isdigit():
        return parts[2], parts[1], parts[0]
    if parts[0].isalpha():
        return parts[1], parts[0], parts[2]
    return parts[0], parts[1], parts[2]


def read_date(boxes: Boxes, *, today: date | None = None) -> date | None:
    """Return the date in three boxes; ``None`` if all are empty.

    A year of two digits is the latest that lies no more than one year after ``today``; without
    ``today``, 00 to 49 are of this century.

    Raises
    ------
    UnreadableDate
        With words that say which box is missing or wrong.
    """
    day, month, year = spread(boxes)
    if not (day or month or year):
        return None
    for name, box in (("day", day), ("month", month), ("year", year)):
        if not box:
            raise UnreadableDate(f"must include a {name}", name)
    number = _day_number(day)
    whole_year = _year_number(year, today)
    month_number = _month_number(month)
    try:
        return date(whole_year, month_number, number)
    except ValueError:
        raise UnreadableDate("must be a real date", "day") from None


def _day_number(day: str) -> int:
    match = re.fullmatch(r"(\d{1,2})(st|nd|rd|th)?", day.lower())
    if not match or not 1 <= int(match[1]) <= 31:
        raise UnreadableDate("must have a day between 1 and 31", "day")
    return int(match[1])


def _month_number(month: str) -> int:
    word = month.lower().rstrip(".")
    if word.isascii() and word.isdigit() and 1 <= int(word) <= 12 and len(word) <= 2:
        return int(word)
    if len(word) >= 3:
        for names in (MONTHS, _WELSH_MONTHS):
            found = [place for place, name in enumerate(names, start=1) if name.startswith(word)]
            if len(found) == 1:
                return found[0]
    raise UnreadableDate("must have a month, such as 6 or June", "month")


def _year_number(year: str, today: date | None) -> int:
    digits = year.removeprefix("'")
    if not digits.isascii() or not digits.isdigit() or len(digits) not in (2, 4):
        raise UnreadableDate("must have a year, such as 2017", "year")
    number = int(digits)
    if len(digits) == 2:
        latest = today.year + 1 if today else 2049
        number += (latest - number) // 100 * 100
    if not 1880 <= number <= 2200:
        raise UnreadableDate("must have a year between 1880 and 2200", "year")
    return number
