"""When a form can be begun, when it is due, and when it is overdue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from drive.vocabulary.word import Word

Point = TypeVar("Point", bound=Word)

OPENS_BEFORE = timedelta(weeks=2)
"""How long before its day a form is shown as one to be filled in."""


@dataclass(frozen=True, kw_only=True, order=True)
class Due(Generic[Point]):
    """A form that is still to be filled in.

    Parameters
    ----------
    due_on : datetime.date
        Its day.
    point : Word
        Which form of a series it is.
    closes_on : datetime.date or None
        The last day of which it may speak; None if it has none.
    """

    due_on: date
    point: Point
    closes_on: date | None = None

    @property
    def opens_on(self) -> date:
        """The day from which it can be made in time."""
        return self.due_on - OPENS_BEFORE

    def is_open(self, today: date) -> bool:
        """Whether it is time to make it."""
        return self.opens_on <= today and not self.is_missed(today)

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.due_on < today and not self.is_missed(today)

    def is_missed(self, today: date) -> bool:
        """Whether the last day of which it may speak has passed."""
        return self.closes_on is not None and self.closes_on < today
