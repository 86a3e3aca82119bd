"""Which allocations of one human being stand: the first, and no other."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Draw:
    """An allocation as the rule needs it."""

    allocation: UUID
    allocated_on: date
    recorded_at: datetime


def later_draws(drawn: Iterable[Draw]) -> set[UUID]:
    """Return the allocations of one human being that are void: all but the earliest."""
    in_order = sorted(
        drawn, key=lambda each: (each.allocated_on, each.recorded_at, each.allocation)
    )
    return {each.allocation for each in in_order[1:]}
