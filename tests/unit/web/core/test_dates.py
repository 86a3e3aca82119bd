"""Dates as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.web.core.dates import DateProblem, add_months, age_on, in_words, parse_uk_date


@pytest.mark.parametrize(
    "typed",
    [
        "27/03/1988",
        "27/3/88",
        "27.03.1988",
        "27-3-1988",
        " 27  3  1988 ",
        "27 March 1988",
        "27th of March 1988",
        "27 mar 88",
        "1988-03-27",
        "1988-03-27 00:00:00",
    ],
)
def test_the_same_day_however_it_is_written(typed: str) -> None:
    assert parse_uk_date(typed) == date(1988, 3, 27)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31/02/2017", "February has no day 31"),
        ("12/13/1988", "there is no month 13"),
        ("soon", "is not a date. Write it like"),
        ("12 Smarch 1988", "“smarch” is not a month"),
        ("", "is not a date"),
        ("0/1/2000", "January has no day 0"),
    ],
)
def test_what_is_no_date_is_refused_in_words(typed: str, words: str) -> None:
    with pytest.raises(DateProblem, match=words):
        parse_uk_date(typed)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_survives_being_written_and_read(day: date) -> None:
    assert parse_uk_date(day.strftime("%d/%m/%Y")) == day
    assert parse_uk_date(in_words(day)) == day


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_refused_in_words(text: str) -> None:
    try:
        read: object = parse_uk_date(text)
    except DateProblem as problem:
        read = str(problem)
    assert read


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2016, 4, 12), 10, date(2017, 2, 12)),
        (date(2016, 11, 30), 3, date(2017, 2, 28)),
        (date(2015, 11, 30), 3, date(2016, 2, 29)),
        (date(2016, 12, 31), -1, date(2016, 11, 30)),
    ],
)
def test_months_keep_the_day_or_end_with_the_month(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(1990, 6, 30), date(2017, 6, 29), 26),
        (date(1990, 6, 30), date(2017, 6, 30), 27),
        (date(2000, 2, 29), date(2017, 2, 28), 16),
    ],
)
def test_age_changes_on_the_birthday(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age
