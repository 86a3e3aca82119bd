"""Which rows of an Insights list to set aside: early, copied, repeated. Proposals, not deeds.

In the pilot a person read each of the 652 rows once (Year-1 report, lines 4150-4160). Here
each row is compared in the same order (before the start, a copy, a Marac repeat), and what is
found is put to a person with the reason. A row that was set aside for one reason is not looked
at for the next; the order in which the rows stand in the file makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from drive.linkage.cleaning.rows import InsightsRow, read_day
from drive.linkage.cleaning.sameness import (
    ReadRow,
    agreement,
    alike,
    groups,
    is_copy,
    is_same_perpetrator,
)
from drive.vocabulary.word import Word


class CleaningReason(Word):
    """Why a row is proposed to be set aside, in the order in which it is looked for."""

    EARLY = "early", "Heard before the start"
    COPY = "copy", "The same information as another row"
    REPEAT = "repeat", "Marac repeat of another row"


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A row to set aside, the reason, the row that stays in its place, and why in words."""

    number: int
    reason: CleaningReason
    stays: int | None
    because: str


def propose(rows: Iterable[InsightsRow], *, starts_on: date) -> tuple[Proposal, ...]:
    """Return which rows to set aside and why, by number.

    A copy has the same people, the same hearing and the same information, but for slips of
    the pen. A repeat has the same perpetrator at a later hearing, with the same
    victim-survivor or another. Two rows of one hearing that say different things are neither.

    Parameters
    ----------
    rows : iterable of InsightsRow
        In any order.
    starts_on : datetime.date
        The first day of the programme; a hearing on that day is in it.

    Raises
    ------
    ValueError
        If two rows have one number.
    """
    read = sorted((ReadRow(row) for row in rows), key=lambda row: row.number)
    if len({row.number for row in read}) != len(read):
        raise ValueError("Two rows have the same number.")
    early = [_early(row, starts_on) for row in read if row.heard_on and row.heard_on < starts_on]
    left = _without(read, early)
    copies = [_copy(row, group[0]) for group in groups(left, is_copy) for row in group[1:]]
    left = _without(left, copies)
    repeats = [each for group in groups(left, is_same_perpetrator) for each in _repeats(group)]
    return tuple(sorted(early + copies + repeats, key=lambda each: each.number))


def unreadable(rows: Iterable[InsightsRow]) -> tuple[int, ...]:
    """Return the numbers of the rows whose Marac date cannot be read: a person must look."""
    return tuple(sorted(row.number for row in rows if read_day(row.marac_on) is None))


def _early(row: ReadRow, starts_on: date) -> Proposal:
    heard = _in_words(row.heard_on)
    because = f"Heard on {heard}, before the start on {_in_words(starts_on)}."
    return Proposal(number=row.number, reason=CleaningReason.EARLY, stays=None, because=because)


def _copy(row: ReadRow, stays: ReadRow) -> Proposal:
    agree, given = agreement(row, stays)
    because = (
        f"Row {stays.number} has the same two people and the same hearing;"
        f" {agree} of the {given} answers that both give agree."
    )
    return Proposal(
        number=row.number, reason=CleaningReason.COPY, stays=stays.number, because=because
    )


def _repeats(group: Sequence[ReadRow]) -> list[Proposal]:
    """Return all but the first hearing of one perpetrator."""
    dated = sorted((r.heard_on, r.number, r) for r in group if r.heard_on is not None)
    found = []
    for heard_on, number, row in dated:
        first_day, first_number, first = dated[0]
        if heard_on == first_day:
            continue
        who = "the same" if alike(row.victim, first.victim) else "another"
        because = (
            f"Row {first_number} has the same perpetrator, heard on {_in_words(first_day)}; this"
            f" is the hearing of {_in_words(heard_on)}, with {who} victim-survivor."
        )
        found.append(
            Proposal(
                number=number, reason=CleaningReason.REPEAT, stays=first_number, because=because
            )
        )
    return found


def _without(rows: Sequence[ReadRow], proposals: Sequence[Proposal]) -> list[ReadRow]:
    gone = {each.number for each in proposals}
    return [row for row in rows if row.number not in gone]


def _in_words(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "an unknown day"
