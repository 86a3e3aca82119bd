"""Missing answers added up: by question, by reason, by site and by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from drive.vocabulary.answers import ValueStatus

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, kw_only=True)
class Counted:
    """How often a question has one status, at a site, in a month."""

    question: str
    status: ValueStatus
    site: UUID
    month: date
    count: int


@dataclass(frozen=True, kw_only=True)
class Share:
    """Of all answers that apply, how many are known, and why the others are not.

    What does not apply, or is not due yet, is not missing and is left out of `asked`.
    """

    asked: int
    known: int
    reasons: Counter[ValueStatus]

    @property
    def missing(self) -> int:
        """How many are not known."""
        return self.asked - self.known

    @property
    def percent_known(self) -> int:
        """The known ones of a hundred, rounded down: 100 means all."""
        return self.known * 100 // self.asked if self.asked else 100


NOT_MISSING = frozenset({ValueStatus.NOT_APPLICABLE, ValueStatus.NOT_YET_DUE})


def share_of(cells: Iterable[Counted]) -> Share:
    """Return what some cells together say."""
    counts: Counter[ValueStatus] = Counter()
    for cell in cells:
        counts[cell.status] += cell.count
    asked = {status: n for status, n in counts.items() if status not in NOT_MISSING}
    return Share(
        asked=sum(asked.values()),
        known=asked.pop(ValueStatus.KNOWN, 0),
        reasons=Counter(asked),
    )


def shares_by(cells: Iterable[Counted], key: Callable[[Counted], Key]) -> dict[Key, Share]:
    """Return the share of each group of cells, in the order in which the groups first appear."""
    groups: dict[Key, list[Counted]] = {}
    for cell in cells:
        groups.setdefault(key(cell), []).append(cell)
    return {name: share_of(group) for name, group in groups.items()}


def most_missing(cells: Iterable[Counted]) -> list[tuple[str, Share]]:
    """Return each question with its share, the one with most missing answers first."""
    by_question = shares_by(cells, lambda cell: cell.question)
    asked = [(name, share) for name, share in by_question.items() if share.asked]
    return sorted(asked, key=lambda each: (-each[1].missing, each[0]))
