"""A row of the Insights list as it was typed, and how its texts are read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2}|[a-z]{3,9})[-/. ](\d{4}|\d{2})")


@dataclass(frozen=True, kw_only=True)
class InsightsRow:
    """One row of the list as a worker typed it; all but the number is text, blank if not given.

    Parameters
    ----------
    number : int
        The row's number in the list: of two copies, the one with the lower number stays.
    answers : Mapping
        What was entered, by question.
    """

    number: int
    site: str
    victim_forename: str
    victim_surname: str
    victim_born: str
    perpetrator_forename: str
    perpetrator_surname: str
    perpetrator_born: str
    marac_on: str
    opened_on: str = ""
    closed_on: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)


def tidy(text: str) -> str:
    """Return small letters and digits only, without accents."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def read_day(text: str) -> date | None:
    """Return the day that was typed, day before month, or None if it is no day.

    Two-digit years above 30 are of the last century.
    """
    written = " ".join(text.casefold().split())
    if found := _YEAR_FIRST.fullmatch(written):
        year, month, day = (int(each) for each in found.groups())
        return _day(year, month, day)
    if not (found := _DAY_FIRST.fullmatch(written)):
        return None
    day, year = int(found[1]), int(found[3])
    middle = found[2]
    if middle.isdigit():
        month = int(middle)
    else:
        month = _MONTHS.index(middle[:3]) + 1 if middle[:3] in _MONTHS else 0
    if len(found[3]) == 2:
        year += 1900 if year > 30 else 2000
    return _day(year, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
