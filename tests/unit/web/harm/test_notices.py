"""When a notice is late: nothing that was late becomes in time, and nothing is left out."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.web.harm.presenters.notices import GREEN, RED, YELLOW, standing
from drive.web.harm.rules import Delivery, tally

DUE = datetime(2017, 6, 30, 9, 0, tzinfo=UTC)
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)


def came(given_at: datetime | None, acknowledged_at: datetime | None = None) -> Delivery:
    return Delivery(due_at=DUE, given_at=given_at, acknowledged_at=acknowledged_at)


@pytest.mark.parametrize(
    ("delivery", "now", "words", "colour"),
    [
        (came(DUE - HOUR), DUE - HOUR, "Told, not acknowledged yet", YELLOW),
        (came(DUE - HOUR), DUE + SECOND, "Late: not acknowledged", RED),
        (came(DUE - HOUR, DUE), DUE + HOUR, "Acknowledged in time", GREEN),
        (came(DUE - HOUR, DUE + SECOND), DUE + HOUR, "Acknowledged late", YELLOW),
        (came(DUE + SECOND), DUE + HOUR, "Late by 1 hour, not acknowledged", RED),
        (came(DUE + 30 * HOUR, DUE + 31 * HOUR), DUE, "Late by 30 hours, acknowledged", RED),
        (came(DUE + 49 * HOUR), DUE, "Late by 3 days, not acknowledged", RED),
        (came(None), DUE, "No monitor to tell yet", YELLOW),
        (came(None), DUE + SECOND, "Late: no monitor to tell", RED),
    ],
)
def test_how_a_notice_stands(delivery: Delivery, now: datetime, words: str, colour: str) -> None:
    assert standing(delivery, now) == (words, colour)


def test_exactly_twenty_four_hours_are_in_time() -> None:
    assert not came(DUE).is_given_late(DUE + HOUR)
    assert came(DUE + SECOND).is_given_late(DUE + HOUR)


_moments = st.integers(-100, 100).map(lambda hours: DUE + hours * HOUR)
_deliveries = st.builds(came, st.none() | _moments, st.none() | _moments)


@given(st.lists(_deliveries), _moments)
def test_every_notice_is_counted_once_on_each_side(every: list[Delivery], now: datetime) -> None:
    found = tally(every, now=now)
    assert found.given_in_time + found.given_late + found.not_given == len(every)
    read = found.acknowledged_in_time + found.acknowledged_late
    assert read + found.not_acknowledged == len(every)


@given(_deliveries, _moments, st.integers(0, 1000))
def test_what_was_late_stays_late(delivery: Delivery, now: datetime, hours: int) -> None:
    if delivery.is_given_late(now):
        assert delivery.is_given_late(now + hours * HOUR)
