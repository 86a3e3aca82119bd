"""A typed day and time as one moment, also on the days on which the clocks change."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.web.core.dates import LONDON
from drive.web.harm.rules import TimeProblem, due_at, moment_of

SUMMER, WINTER = date(2017, 6, 29), date(2017, 1, 15)
FORWARD, BACK = date(2017, 3, 26), date(2017, 10, 29)


@pytest.mark.parametrize(
    ("typed", "hour", "minute"),
    [
        ("14:05", 14, 5),
        ("14.05", 14, 5),
        ("1405", 14, 5),
        ("2:05pm", 14, 5),
        ("2.05 p.m.", 14, 5),
        (" 2 PM ", 14, 0),
        ("12am", 0, 0),
        ("12:30 am", 0, 30),
        ("12pm", 12, 0),
        ("noon", 12, 0),
        ("00:00", 0, 0),
        ("9.30", 9, 30),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, hour: int, minute: int) -> None:
    moment = moment_of(WINTER, typed)
    assert moment == datetime(2017, 1, 15, hour, minute, tzinfo=UTC)


def test_in_summer_london_is_an_hour_ahead() -> None:
    assert moment_of(SUMMER, "14:05") == datetime(2017, 6, 29, 13, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed",
    [
        "9",
        "25:00",
        "14:60",
        "13pm",
        "0am",
        "morning",
        "",
        "14:05:06",
        "\u0661\u0664:00",
        "14:05\x00",
    ],
)
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(TimeProblem, match="like 14:05 or 2:05pm"):
        moment_of(SUMMER, typed)


def test_the_hour_that_the_clocks_jump_over_is_refused() -> None:
    with pytest.raises(TimeProblem, match=r"There was no 01:30 on 26 March 2017"):
        moment_of(FORWARD, "1:30am")
    assert moment_of(FORWARD, "2:00am") == datetime(2017, 3, 26, 1, 0, tzinfo=UTC)


def test_of_the_hour_that_comes_twice_the_first_is_meant() -> None:
    assert moment_of(BACK, "1:30am") == datetime(2017, 10, 29, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2017, 3, 25), datetime(2017, 3, 26, 13, 0, tzinfo=LONDON)),
        (date(2017, 10, 28), datetime(2017, 10, 29, 11, 0, tzinfo=LONDON)),
        (SUMMER, datetime(2017, 6, 30, 12, 0, tzinfo=LONDON)),
    ],
)
def test_twenty_four_hours_pass_whatever_the_clocks_say(day: date, due: datetime) -> None:
    """When the clocks go forward the 24 hours end at one o'clock, when back at eleven."""
    found = due_at(moment_of(day, "noon").astimezone(LONDON))
    assert found == due.astimezone(UTC)


@given(st.integers(0, 5_000 * 24 * 60))
def test_a_notice_is_due_exactly_a_day_of_seconds_later(minutes: int) -> None:
    local = (datetime(2015, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)).astimezone(LONDON)
    passed = due_at(local) - local.astimezone(UTC)
    assert passed == timedelta(seconds=86_400)
