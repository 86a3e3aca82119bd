"""When two rows speak of the same people, the same hearing, the same information."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

from drive.linkage.cleaning.rows import InsightsRow, read_day, tidy

SAME_INFORMATION = 0.85
"""At least this share of the answers given in both rows agrees in a copy. In the pilot's rows
two hearings of one couple agree in far fewer, and a copy with a few slips in far more."""
_NO_NAME = frozenset({"", "unknown", "notknown", "nk", "na", "none"})


@dataclass(frozen=True)
class Party:
    """One of the two people of a row, tidied."""

    forename: str
    surname: str
    born: date | None

    @property
    def is_named(self) -> bool:
        """Whether there are both names."""
        return self.forename not in _NO_NAME and self.surname not in _NO_NAME


class ReadRow:
    """A row with its texts read."""

    def __init__(self, row: InsightsRow) -> None:
        self.number = row.number
        self.victim = Party(
            tidy(row.victim_forename), tidy(row.victim_surname), read_day(row.victim_born)
        )
        self.perpetrator = Party(
            tidy(row.perpetrator_forename),
            tidy(row.perpetrator_surname),
            read_day(row.perpetrator_born),
        )
        self.heard_on = read_day(row.marac_on)
        self._row = row

    @cached_property
    def information(self) -> dict[str, str]:
        """What was entered, other than who and which hearing, without blanks."""
        entered = {key: tidy(text) for key, text in self._row.answers.items()}
        for key, text in (("opened_on", self._row.opened_on), ("closed_on", self._row.closed_on)):
            day = read_day(text)
            entered[key] = day.isoformat() if day else tidy(text)
        return {key: text for key, text in entered.items() if text}


def groups(
    rows: Sequence[ReadRow], is_one: Callable[[ReadRow, ReadRow], bool]
) -> list[list[ReadRow]]:
    """Return the rows in groups of those that are one, each in the order of the numbers."""
    by_key: dict[object, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        for key in _keys(row):
            by_key[key].append(place)
    pairs = {pair for places in by_key.values() for pair in combinations(places, 2)}
    head = list(range(len(rows)))

    def top(place: int) -> int:
        while head[place] != place:
            place = head[place]
        return place

    for a, b in sorted(pairs):
        first, second = sorted((top(a), top(b)))
        if first != second and is_one(rows[a], rows[b]):
            head[second] = first
    groups: dict[int, list[ReadRow]] = defaultdict(list)
    for place, row in enumerate(rows):
        groups[top(place)].append(row)
    return list(groups.values())


def _keys(row: ReadRow) -> set[object]:
    """Return what any two rows share, one at least, that could be of one perpetrator."""
    he, she = row.perpetrator, row.victim
    keys: set[object] = {("name", *sorted((he.forename, he.surname)))}
    keys |= {("his day", he.born)} if he.born else set()
    return keys | ({("her day", she.born)} if she.born else set())


def is_copy(a: ReadRow, b: ReadRow) -> bool:
    """Whether the rows have the same people, hearing and information, but for slips.

    With a slip in the day of the hearing, nothing else may differ.
    """
    if not is_couple(a, b):
        return False
    agree, given = agreement(a, b)
    if a.heard_on and b.heard_on and a.heard_on != b.heard_on:
        return _is_slip(a.heard_on, b.heard_on) and agree == given > 0
    return agree >= SAME_INFORMATION * given


def is_couple(a: ReadRow, b: ReadRow) -> bool:
    """Whether both people are alike, by a birth date in common or all names to the letter."""
    if not (alike(a.victim, b.victim) and alike(a.perpetrator, b.perpetrator)):
        return False
    names = [(each.forename, each.surname) for each in (a.victim, a.perpetrator)]
    others = [(each.forename, each.surname) for each in (b.victim, b.perpetrator)]
    born = _same_born(a.victim, b.victim) or _same_born(a.perpetrator, b.perpetrator)
    return born or names == others


def is_same_perpetrator(a: ReadRow, b: ReadRow) -> bool:
    """Whether the perpetrator is one: with another victim-survivor only on his birth date."""
    if is_couple(a, b):
        return True
    return alike(a.perpetrator, b.perpetrator) and _same_born(a.perpetrator, b.perpetrator)


def _same_born(a: Party, b: Party) -> bool:
    return a.born is not None and a.born == b.born


def alike(a: Party, b: Party) -> bool:
    """Whether two entries may be of one person: the names but for a slip, the birth date too."""
    if not (a.is_named and b.is_named):
        return False
    equal = (a.forename, a.surname) in {(b.forename, b.surname), (b.surname, b.forename)}
    if a.born and b.born and a.born != b.born:
        return equal and _is_slip(a.born, b.born)
    return equal or (_near(a.forename, b.forename) and _near(a.surname, b.surname))


def _near(a: str, b: str) -> bool:
    """Whether one is the other with one slip, or its beginning of three letters or more."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) >= 3 and long.startswith(short):
        return True
    return len(short) >= 3 and _one_slip(short, long)


def _one_slip(short: str, long: str) -> bool:
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if len(long) == len(short):
        turned = short[:at] + short[at + 1 : at + 2] + short[at : at + 1] + short[at + 2 :]
        return short[at + 1 :] == long[at + 1 :] or turned == long
    return len(long) == len(short) + 1 and short[at:] == long[at + 1 :]


def _is_slip(a: date, b: date) -> bool:
    """Whether the days differ in one part, or with day and month turned round."""
    parts, others = (a.year, a.month, a.day), (b.year, b.month, b.day)
    if parts == (others[0], others[2], others[1]):
        return True
    return sum(x != y for x, y in zip(parts, others, strict=True)) == 1


def agreement(a: ReadRow, b: ReadRow) -> tuple[int, int]:
    """Return how many of the answers that both rows give agree, and how many both give."""
    both = a.information.keys() & b.information.keys()
    return sum(a.information[key] == b.information[key] for key in both), len(both)
