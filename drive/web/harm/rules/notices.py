"""When the monitor has to know, and whether he or she did."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

HOURS = 24
"""Within so many hours of our first knowing, a serious event stands before the monitor."""


def due_at(known_at: datetime) -> datetime:
    """Return until when a notice is in time: 24 hours that have passed, whatever the clocks say."""
    # Aware times of London add up by the clock on the wall, which loses or gains an hour twice a
    # year; times of UTC do not.
    return known_at.astimezone(UTC) + timedelta(hours=HOURS)


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """How far a notice has come."""

    due_at: datetime
    given_at: datetime | None
    acknowledged_at: datetime | None

    def is_given_late(self, now: datetime) -> bool:
        """Whether it stood, or stands, before nobody when its hours were over."""
        return (self.given_at or now) > self.due_at

    def is_acknowledged_late(self, now: datetime) -> bool:
        """Whether nobody had acknowledged it when its hours were over."""
        return (self.acknowledged_at or now) > self.due_at


@dataclass(frozen=True, kw_only=True)
class Tally:
    """Notices counted: each is one of the first three, and one of the last three."""

    given_in_time: int
    given_late: int
    not_given: int
    acknowledged_in_time: int
    acknowledged_late: int
    not_acknowledged: int


def tally(deliveries: Iterable[Delivery], *, now: datetime) -> Tally:
    """Count notices by how they came."""
    every = list(deliveries)
    given = [each for each in every if each.given_at]
    given_late = sum(each.is_given_late(now) for each in given)
    read = [each for each in every if each.acknowledged_at]
    read_late = sum(each.is_acknowledged_late(now) for each in read)
    return Tally(
        given_in_time=len(given) - given_late,
        given_late=given_late,
        not_given=len(every) - len(given),
        acknowledged_in_time=len(read) - read_late,
        acknowledged_late=read_late,
        not_acknowledged=len(every) - len(read),
    )
