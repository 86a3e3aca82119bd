"""How long a draw may wait for the question who somebody is, before others are told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from drive.web.allocation.rules.doors import Waiting
from drive.web.core.dates import LONDON
from drive.web.core.working_days import working_days_between

TOLD_AFTER_WORKING_DAYS = 2
"""The service manager of the site is told of draws that have waited so many working days."""


@dataclass(frozen=True, kw_only=True)
class Holding:
    """How many draws are held, and how many working days the longest of them has waited."""

    draws: int
    longest: int


def days_held(waiting: Waiting, today: date) -> int:
    """Return how many working days have begun since a hearing was held by a question."""
    if waiting.held_since is None:
        return 0
    return working_days_between(waiting.held_since.astimezone(LONDON).date(), today)


def holding(held: Iterable[Waiting], today: date, *, at_least: int = 0) -> Holding:
    """Return what is held: somebody heard twice waits for one draw.

    Parameters
    ----------
    held : iterable of Waiting
        The hearings that a question of identity holds.
    today : datetime.date
        The day up to which working days are counted.
    at_least : int
        Leave out who has waited fewer working days.
    """
    days: dict[object, int] = {}
    for each in held:
        days[each.person] = max(days_held(each, today), days.get(each.person, 0))
    waited = [count for count in days.values() if count >= at_least]
    return Holding(draws=len(waited), longest=max(waited, default=0))
