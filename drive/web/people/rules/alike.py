"""Whether somebody typed now may be somebody on record, for whoever is typing to look at.

A few plain comparisons that take no time. What they find is shown to a person, who decides; the
order in which they are shown is the only use of the points.
"""

import unicodedata
from dataclasses import dataclass
from datetime import date

from drive.vocabulary.names import full_names
from drive.web.people.rules.doors import is_no_name

_FULL_NAMES = full_names()
ALIKE = 3
"""Points from which somebody is shown."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """Who somebody is, as far as a list or a form says."""

    forename: str
    surname: str
    born_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Likeness:
    """What agrees and what differs between two people, in words."""

    agreements: tuple[str, ...]
    disagreements: tuple[str, ...]
    unknown: tuple[str, ...]
    is_alike: bool
    points: int


@dataclass(frozen=True)
class _Finding:
    points: int
    words: str


def likeness(one: Said, other: Said) -> Likeness:
    """Return what agrees and what differs between two people."""
    names = _names(one, other)
    birth = _birth(one.born_on, other.born_on)
    found = [*names, birth] if birth else names
    points = sum(each.points for each in found)
    named = sum(max(each.points, 0) for each in names)
    return Likeness(
        agreements=tuple(each.words for each in found if each.points > 0),
        disagreements=tuple(each.words for each in found if each.points <= 0),
        unknown=() if birth else ("date of birth",),
        is_alike=named > 0 and points >= ALIKE,
        points=points,
    )


def _names(one: Said, other: Said) -> list[_Finding]:
    forenames = _plain(one.forename), _plain(other.forename)
    surnames = _plain(one.surname), _plain(other.surname)
    crossed = (forenames[0], surnames[0]) == (surnames[1], forenames[1])
    if crossed and all(forenames) and forenames[0] != forenames[1]:
        return [_Finding(4, "first name and surname the other way round")]
    found = []
    if all(forenames):
        found.append(_forename(*forenames))
    if all(surnames):
        found.append(_surname(*surnames))
    return found


def _forename(one: str, other: str) -> _Finding:
    if one == other:
        return _Finding(2, "the same first name")
    short = one[0] == other[0] and 1 in {len(one), len(other)}
    if short or _FULL_NAMES.get(one, one) == _FULL_NAMES.get(other, other):
        return _Finding(1, "a short form or initial of the same first name")
    if _slips_apart(one, other):
        return _Finding(1, "first names nearly alike")
    return _Finding(0, "different first names")


def _surname(one: str, other: str) -> _Finding:
    if one == other:
        return _Finding(2, "the same surname")
    if _slips_apart(one, other):
        return _Finding(1, "surnames nearly alike")
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= 4 and (longer.startswith(shorter) or longer.endswith(shorter)):
        return _Finding(1, "one surname within the other")
    return _Finding(0, "different surnames")


def _birth(one: date | None, other: date | None) -> _Finding | None:
    if one is None or other is None or _is_year_only(one) or _is_year_only(other):
        return None
    if one == other:
        return _Finding(3, "the same date of birth")
    if one.year == other.year and (one.month, one.day) == (other.day, other.month):
        return _Finding(2, "day and month of birth the other way round")
    figures = sum(a != b for a, b in zip(one.isoformat(), other.isoformat(), strict=True))
    if figures == 1:
        return _Finding(2, "dates of birth one figure apart")
    parts = (one.year == other.year) + (one.month == other.month) + (one.day == other.day)
    if parts == 2:
        return _Finding(1, "two of day, month and year of birth the same")
    return _Finding(-2, "different dates of birth")


def _is_year_only(day: date) -> bool:
    return (day.month, day.day) == (1, 1)


def _plain(name: str) -> str:
    """Return a name without accents and signs; nothing where it stands for no name."""
    if is_no_name(name):
        return ""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def _slips_apart(one: str, other: str) -> bool:
    """Return whether a slip or two of the hand make the one of the other."""
    allowed = 1 if min(len(one), len(other)) < 7 else 2
    return min(len(one), len(other)) >= 3 and _slips(one, other) <= allowed


def _slips(one: str, other: str) -> int:
    """Return how many letters were left out, put in, changed, or crossed with the next."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, against in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]
