"""Working days in England and Wales."""

from datetime import date, timedelta

import pytest

from drive.web.core.working_days import bank_holidays, is_working_day, working_days_between

# As published for England and Wales.
PUBLISHED = {
    2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
    2017: "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_the_bank_holidays_are_those_that_were_published(year: int) -> None:
    found = " ".join(f"{day:%m-%d}" for day in sorted(bank_holidays(year)))
    assert found == PUBLISHED[year]


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2017, 6, 26), date(2017, 6, 26), 0),
        (date(2017, 6, 26), date(2017, 6, 28), 2),
        (date(2017, 6, 30), date(2017, 7, 2), 0),  # a weekend
        (date(2017, 6, 30), date(2017, 7, 3), 1),
        (date(2017, 4, 13), date(2017, 4, 18), 1),  # Easter
        (date(2017, 7, 3), date(2017, 6, 30), 0),
    ],
)
def test_days_are_counted_after_the_first_and_up_to_the_last(
    first: date, last: date, days: int
) -> None:
    assert working_days_between(first, last) == days


def test_every_year_has_eight_bank_holidays_or_more_and_none_at_a_weekend() -> None:
    for year in range(1996, 2050):
        days = bank_holidays(year)
        assert len(days) >= 8
        assert all(day.weekday() < 5 and day.year == year for day in days)
        open_days = sum(is_working_day(date(year, 1, 1) + timedelta(days=n)) for n in range(365))
        assert 250 <= open_days <= 255
