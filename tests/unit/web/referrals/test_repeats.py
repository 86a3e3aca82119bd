"""A repeat is counted from the last hearing, for twelve months."""

from datetime import date

import pytest

from drive.web.referrals.rules.repeats import is_repeat
from drive.web.referrals.rules.states import BATCH_TRANSITIONS, BatchState, may_follow


@pytest.mark.parametrize(
    ("earlier", "repeat"),
    [
        ([], False),
        ([date(2016, 6, 12)], True),
        ([date(2016, 6, 11)], False),
        ([date(2017, 6, 12)], False),
        ([date(2017, 6, 13)], False),
        ([date(2012, 1, 1), date(2017, 5, 1)], True),
    ],
)
def test_twelve_months_are_counted_from_any_earlier_hearing(
    earlier: list[date], repeat: bool
) -> None:
    assert is_repeat(date(2017, 6, 12), earlier) is repeat


def test_every_state_says_what_may_follow() -> None:
    assert set(BATCH_TRANSITIONS) == set(BatchState)
    assert may_follow(BatchState.WAITING, BatchState.CONFIRMING)
    assert not may_follow(BatchState.DISCARDED, BatchState.WAITING)
