"""How much an Idva carries, and how much of it is likely to go on. No arm is known here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from drive.vocabulary.support import HerEngagement

DAYS_AHEAD = 91
"""How far the forecast looks: three months."""
DAYS_LOOKED_BACK = 28
"""Over how many days minutes are counted."""
FEWEST_ENDED = 5
"""With fewer cases that ended, nothing is said of how long they last."""


@dataclass(frozen=True, kw_only=True)
class Carried:
    """One open case, as the page of capacity counts it."""

    opened_on: date
    state: HerEngagement | None
    attempts: int = 0
    next_try_on: date | None = None
    minutes: int = 0

    def months_open(self, today: date) -> int:
        """How many whole months support has gone on."""
        months = (today.year - self.opened_on.year) * 12 + today.month - self.opened_on.month
        return max(0, months - (today.day < self.opened_on.day))


@dataclass(frozen=True, kw_only=True)
class Capacity:
    """What an Idva carries.

    `minutes` are those of the last four weeks. `still_open` and `minutes_a_week` are what may be
    expected in three months of the cases of today; None where too few have ended to say.
    """

    open: int
    engaged: int
    unengaged: int
    without_next_try: int
    minutes: int
    still_open: float | None

    @property
    def minutes_a_week(self) -> float | None:
        """The minutes a week that may be expected in three months for the cases of today."""
        if self.still_open is None or not self.open:
            return None
        return self.minutes / (DAYS_LOOKED_BACK / 7) * self.still_open / self.open


def capacity(cases: Sequence[Carried], ended: Sequence[timedelta], today: date) -> Capacity:
    """Count what an Idva carries, and forecast it from how long the cases that ended lasted."""
    engaged = sum(each.state is HerEngagement.ENGAGED for each in cases)
    without = sum(
        each.state is not HerEngagement.ENGAGED and each.next_try_on is None for each in cases
    )
    return Capacity(
        open=len(cases),
        engaged=engaged,
        unengaged=len(cases) - engaged,
        without_next_try=without,
        minutes=sum(each.minutes for each in cases),
        still_open=_still_open([(today - each.opened_on).days for each in cases], ended),
    )


def _still_open(open_for: Sequence[int], ended: Sequence[timedelta]) -> float | None:
    if len(ended) < FEWEST_ENDED:
        return None
    lengths = [each.days for each in ended]
    return sum(
        _share(lengths, open_for, days + DAYS_AHEAD) / now
        if (now := _share(lengths, open_for, days))
        else 1.0
        for days in open_for
    )


def _share(ended: Sequence[int], open_for: Sequence[int], days: int) -> float:
    """Return the share of cases that last longer than some days.

    Cases that are open count for as long as they have lasted (Kaplan and Meier, 1958).
    """
    share = 1.0
    for length in sorted(set(ended)):
        if length > days:
            break
        at_risk = sum(each >= length for each in (*ended, *open_for))
        share *= 1 - ended.count(length) / at_risk
    return share
