"""Typed dates: forgiving of their shape, never of an impossible day."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.web.design_system.rules import MONTHS, UnreadableDate, read_date

TODAY = date(2017, 6, 30)
THE_DAY = date(2017, 6, 12)


@pytest.mark.parametrize(
    "boxes",
    [
        ("12", "6", "2017"),
        (" 12 ", " 06", "2017 "),
        ("12", "6", "17"),
        ("12th", "June", "2017"),
        ("12", "jun", "'17"),
        ("12", "Jun.", "2017"),
        ("12", "Mehefin", "2017"),
        ("12 June 2017", "", ""),
        ("", "12/06/2017", ""),
        ("", "", "12.6.17"),
        ("12-6-2017", "", ""),
        ("12 6 17", "", ""),
        ("2017-06-12", "", ""),
        ("2017-06-12T09:30:00", "", ""),
        ("Monday 12th of June, 2017", "", ""),
        ("June 12 2017", "", ""),
        ("12062017", "", ""),
    ],
)
def test_the_same_day_however_it_is_typed(boxes: tuple[str, str, str]) -> None:
    assert read_date(boxes, today=TODAY) == THE_DAY


def test_nothing_typed_is_no_date() -> None:
    assert read_date(("", " ", ""), today=TODAY) is None


@pytest.mark.parametrize(
    ("boxes", "part", "words"),
    [
        (("31", "2", "2017"), "day", "must be a real date"),
        (("29", "2", "2017"), "day", "must be a real date"),
        (("32", "1", "2017"), "day", "must have a day between 1 and 31"),
        (("0", "1", "2017"), "day", "must have a day between 1 and 31"),
        (("x", "1", "2017"), "day", "must have a day between 1 and 31"),
        (("1", "13", "2017"), "month", "must have a month, such as 6 or June"),
        (("1", "ju", "2017"), "month", "must have a month, such as 6 or June"),
        (("1", "ma", "2017"), "month", "must have a month, such as 6 or June"),
        (("1", "²", "2017"), "month", "must have a month, such as 6 or June"),
        (("1", "1", "217"), "year", "must have a year, such as 2017"),
        (("1", "1", "0017"), "year", "must have a year between 1880 and 2200"),
        (("", "6", "2017"), "day", "must include a day"),
        (("12", "", "2017"), "month", "must include a month"),
        (("12", "6", ""), "year", "must include a year"),
        (("soon", "", ""), "month", "must include a month"),
    ],
)
def test_what_is_wrong_is_said_about_its_box(
    boxes: tuple[str, str, str], part: str, words: str
) -> None:
    with pytest.raises(UnreadableDate, match=words) as refusal:
        read_date(boxes, today=TODAY)
    assert refusal.value.part == part


@pytest.mark.parametrize(
    ("year", "read"), [("17", 2017), ("18", 2018), ("19", 1919), ("80", 1980), ("00", 2000)]
)
def test_a_short_year_is_the_latest_that_is_at_most_a_year_ahead(year: str, read: int) -> None:
    assert read_date(("1", "1", year), today=TODAY) == date(read, 1, 1)


def test_without_today_a_short_year_below_fifty_is_of_this_century() -> None:
    assert read_date(("1", "1", "49")) == date(2049, 1, 1)
    assert read_date(("1", "1", "50")) == date(1950, 1, 1)


@given(st.dates(min_value=date(1880, 1, 1), max_value=date(2200, 12, 31)))
def test_every_day_is_read_back_in_each_way_of_writing_it(day: date) -> None:
    month = MONTHS[day.month - 1]
    written = [
        (str(day.day), str(day.month), str(day.year)),
        (f"{day.day} {month} {day.year}", "", ""),
        (day.isoformat(), "", ""),
        (f"{day:%d/%m/%Y}", "", ""),
    ]
    assert {read_date(boxes) for boxes in written} == {day}


@given(st.tuples(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12)))
def test_no_text_at_all_makes_it_fail_in_any_other_way(boxes: tuple[str, str, str]) -> None:
    with contextlib.suppress(UnreadableDate):
        read = read_date(boxes, today=TODAY)
        assert read is None or 1880 <= read.year <= 2200
