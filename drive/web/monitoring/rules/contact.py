"""How long cases have been without contact, and for which reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from drive.vocabulary.casework import NonContactReason
from drive.vocabulary.word import Word


class Age(Word):
    """How long a reason has stood."""

    UNDER_6_WEEKS = "under_6_weeks", "Under 6 weeks"
    UNDER_12_WEEKS = "under_12_weeks", "6 to 12 weeks"
    UNDER_6_MONTHS = "under_6_months", "12 weeks to 6 months"
    LONGER = "longer", "Over 6 months"


_UPPER = ((42, Age.UNDER_6_WEEKS), (84, Age.UNDER_12_WEEKS), (183, Age.UNDER_6_MONTHS))


@dataclass(frozen=True, kw_only=True)
class Without:
    """A case without contact: the reason that stands, if any, and since when."""

    reason: NonContactReason | None
    since: date


def age_of(since: date, today: date) -> Age:
    """Return how long something has stood."""
    days = (today - since).days
    return next((age for most, age in _UPPER if days < most), Age.LONGER)


def by_reason_and_age(
    cases: Iterable[Without], today: date
) -> dict[NonContactReason | None, Counter[Age]]:
    """Return how many cases have each reason, by how long it has stood; None is no reason."""
    grid: dict[NonContactReason | None, Counter[Age]] = {
        reason: Counter() for reason in (*NonContactReason, None)
    }
    for each in cases:
        grid[each.reason][age_of(each.since, today)] += 1
    return grid
