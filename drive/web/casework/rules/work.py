"""Counting work: references and cases, as the case notes of the first year were counted.

A reference is one coded activity; many references in one case are one case. References say how
often, not how long: a meeting counts as a telephone call does (Year-1 report, lines 4177-4188).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import ActivityCode, Intent, WorkMode
from drive.vocabulary.word import Word
from drive.vocabulary.work import (
    ASKS_ATTRIBUTION,
    DUE_TO_DRIVE,
    INFORMATION_SHARING,
    Attribution,
    agency_group,
    direct_work,
)
from drive.web.core.dates import add_months

Key = TypeVar("Key", int, date)


@dataclass(frozen=True, kw_only=True)
class Coded:
    """How often one kind of activity was recorded on one case."""

    case: UUID
    mode: WorkMode
    activity: ActivityCode
    intent: Intent | None = None
    agency: AgencyType | None = None
    attribution: Attribution | None = None
    references: int = 1


@dataclass(frozen=True)
class Line:
    """One line of a table: references, and cases with at least one."""

    word: Word
    references: int
    cases: int


@dataclass(frozen=True)
class Tally:
    """A table of work, and what its shares are of.

    Parameters
    ----------
    lines : tuple of Line
        The most frequent first.
    references, cases : int
        Of all lines together; a case that stands in several lines is counted once.
    """

    lines: tuple[Line, ...]
    references: int
    cases: int

    def share(self, line: Line) -> float:
        """Return the part of all references that a line holds, from 0 to 1; 0 of none."""
        return line.references / self.references if self.references else 0.0

    def of(self, word: Word) -> Line:
        """Return the line of a word, empty if nothing was recorded."""
        return next((line for line in self.lines if line.word is word), Line(word, 0, 0))


@dataclass(frozen=True, kw_only=True)
class WorkCounts:
    """The tables of work.

    Parameters
    ----------
    modes : Tally
        Direct and indirect, of all work.
    direct : Tally
        What direct work was for, of direct work.
    activities : Tally
        What was done, of all work.
    agencies, information : Tally
        With which agencies, of indirect work with an agency; the second of what shares information.
    by_aim : mapping of Intent to Tally
        With which agencies, of indirect work with an agency and with this one aim.
    intents : Tally
        With which aim, of indirect work that has one.
    doing : Tally
        Whether it would have happened without Drive, of what this was answered for.
    asked : int
        References of which it is asked.
    """

    modes: Tally
    direct: Tally
    activities: Tally
    agencies: Tally
    information: Tally
    by_aim: Mapping[Intent, Tally]
    intents: Tally
    doing: Tally
    asked: int

    @property
    def disruption(self) -> Tally:
        """With which agencies, of what disrupts and does nothing else."""
        return self.by_aim[Intent.DISRUPT]

    @property
    def due_to_drive(self) -> int:
        """References that would not have happened without Drive, or to which it was critical."""
        return sum(line.references for line in self.doing.lines if line.word in DUE_TO_DRIVE)


def counts(rows: Iterable[Coded]) -> WorkCounts:
    """Return the tables of work."""
    found = list(rows)
    direct = [row for row in found if row.mode is WorkMode.DIRECT]
    indirect = [row for row in found if row.mode is WorkMode.INDIRECT]
    informing = [row for row in indirect if row.activity in INFORMATION_SHARING]
    return WorkCounts(
        modes=tally(found, lambda row: row.mode),
        direct=tally(direct, lambda row: direct_work(row.activity)),
        activities=tally(found, lambda row: row.activity),
        agencies=tally(indirect, _agency),
        information=tally(informing, _agency),
        by_aim={
            aim: tally((row for row in indirect if row.intent is aim), _agency) for aim in Intent
        },
        intents=tally(indirect, lambda row: row.intent),
        doing=tally(found, lambda row: row.attribution),
        asked=sum(row.references for row in found if row.activity in ASKS_ATTRIBUTION),
    )


def _agency(row: Coded) -> Word | None:
    return agency_group(row.agency) if row.agency else None


def tally(rows: Iterable[Coded], of: Callable[[Coded], Word | None]) -> Tally:
    """Return the table of some work by a word; rows without the word are left out."""
    references: Counter[Word] = Counter()
    cases: defaultdict[Word, set[UUID]] = defaultdict(set)
    for row in rows:
        word = of(row)
        if word is not None:
            references[word] += row.references
            cases[word].add(row.case)
    lines = (Line(word, n, len(cases[word])) for word, n in references.items())
    return Tally(
        lines=tuple(sorted(lines, key=lambda line: (-line.references, line.word))),
        references=references.total(),
        cases=len(set().union(*cases.values())),
    )


@dataclass(frozen=True)
class Period:
    """How much direct and indirect work there was in one month or week."""

    direct: int
    indirect: int

    @property
    def references(self) -> int:
        """Both together."""
        return self.direct + self.indirect


def month_of(day: date, start: date) -> int:
    """Return in which month of the intervention a day lies: 1 from the start, 0 before it."""
    if day < start:
        return 0
    months = (day.year - start.year) * 12 + day.month - start.month
    return months + 1 if add_months(start, months) <= day else months


def by_month(days: Iterable[tuple[date, date, WorkMode, int]]) -> dict[int, Period]:
    """Return the work of each month of the intervention, without a gap.

    Parameters
    ----------
    days : iterable of (start, day, mode, references)
        When the case began, and when so many pieces of work were done on it.
    """
    return _periods(
        ((month_of(day, start), mode, n) for start, day, mode, n in days),
        lambda first, last: range(first, last + 1),
    )


def by_week(days: Iterable[tuple[date, WorkMode, int]]) -> dict[date, Period]:
    """Return the work of each week, by its Monday, without a gap."""
    return _periods(
        ((day - timedelta(days=day.weekday()), mode, n) for day, mode, n in days),
        lambda first, last: (
            first + timedelta(weeks=week) for week in range((last - first).days // 7 + 1)
        ),
    )


def _periods(
    counted: Iterable[tuple[Key, WorkMode, int]],
    between: Callable[[Key, Key], Iterable[Key]],
) -> dict[Key, Period]:
    found: Counter[tuple[Key, WorkMode]] = Counter()
    for key, mode, n in counted:
        found[key, mode] += n
    if not found:
        return {}
    keys = [key for key, _ in found]
    return {
        key: Period(direct=found[key, WorkMode.DIRECT], indirect=found[key, WorkMode.INDIRECT])
        for key in between(min(keys), max(keys))
    }
