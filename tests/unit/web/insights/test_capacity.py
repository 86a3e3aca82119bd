"""How much an Idva carries, and how much of it is likely to go on."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.support import HerEngagement
from drive.web.insights import rules

TODAY = date(2017, 6, 30)


def carried(days: int, state: HerEngagement | None = None, **more: object) -> rules.Carried:
    opened_on = TODAY - timedelta(days=days)
    return rules.Carried(opened_on=opened_on, state=state, **more)  # type: ignore[arg-type]


def test_engaged_and_unengaged_are_counted_and_who_was_lost_sight_of() -> None:
    counted = rules.capacity(
        [
            carried(10, HerEngagement.ENGAGED, minutes=50),
            carried(10, HerEngagement.TRYING, next_try_on=TODAY, minutes=10),
            carried(10, HerEngagement.NOT_FOR_NOW),
            carried(10, None),
        ],
        [],
        TODAY,
    )
    assert (counted.open, counted.engaged, counted.unengaged) == (4, 1, 3)
    assert counted.without_next_try == 2
    assert counted.minutes == 60
    assert counted.still_open is None
    assert counted.minutes_a_week is None


@pytest.mark.parametrize(
    ("opened_on", "months"),
    [
        (date(2017, 6, 30), 0),
        (date(2017, 5, 31), 0),
        (date(2017, 5, 30), 1),
        (date(2016, 6, 1), 12),
    ],
)
def test_months_are_whole(opened_on: date, months: int) -> None:
    assert rules.Carried(opened_on=opened_on, state=None).months_open(TODAY) == months


def test_cases_that_all_end_at_ten_weeks_are_not_open_in_three_months() -> None:
    ended = [timedelta(weeks=10)] * 6
    counted = rules.capacity([carried(7, minutes=80), carried(14)], ended, TODAY)
    assert counted.still_open == pytest.approx(0)
    assert counted.minutes_a_week == pytest.approx(0)


def test_cases_that_last_years_stay_open() -> None:
    ended = [timedelta(days=1000)] * 6
    counted = rules.capacity([carried(7, minutes=80), carried(14)], ended, TODAY)
    assert counted.still_open == pytest.approx(2)
    assert counted.minutes_a_week == pytest.approx(20)


def test_half_of_them_end() -> None:
    ended = [timedelta(days=50)] * 5 + [timedelta(days=500)] * 5
    counted = rules.capacity([carried(0)], ended, TODAY)
    assert counted.still_open == pytest.approx(0.5)


@given(
    st.lists(st.integers(0, 900), max_size=30),
    st.lists(st.integers(0, 900), min_size=5, max_size=30),
)
def test_no_more_stay_open_than_are_open(open_for: list[int], ended: list[int]) -> None:
    cases = [carried(days) for days in open_for]
    counted = rules.capacity(cases, [timedelta(days=each) for each in ended], TODAY)
    assert counted.still_open is not None
    assert 0 <= counted.still_open <= len(cases) + 1e-9
