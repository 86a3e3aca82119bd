"""How long cases have been without contact."""

from datetime import date, timedelta

import pytest

from drive.vocabulary.casework import NonContactReason
from drive.web.monitoring.rules.contact import Age, Without, age_of, by_reason_and_age

TODAY = date(2017, 6, 30)


@pytest.mark.parametrize(
    ("days", "age"),
    [
        (0, Age.UNDER_6_WEEKS),
        (41, Age.UNDER_6_WEEKS),
        (42, Age.UNDER_12_WEEKS),
        (83, Age.UNDER_12_WEEKS),
        (84, Age.UNDER_6_MONTHS),
        (182, Age.UNDER_6_MONTHS),
        (183, Age.LONGER),
    ],
)
def test_the_edges_of_each_age(days: int, age: Age) -> None:
    assert age_of(TODAY - timedelta(days=days), TODAY) is age


def test_cases_are_counted_by_reason_and_by_how_long_it_has_stood() -> None:
    planned = NonContactReason.PLANNED_OR_PENDING
    grid = by_reason_and_age(
        [
            Without(reason=planned, since=TODAY),
            Without(reason=planned, since=date(2016, 6, 30)),
            Without(reason=None, since=TODAY),
        ],
        TODAY,
    )
    assert grid[planned] == {Age.UNDER_6_WEEKS: 1, Age.LONGER: 1}
    assert grid[None] == {Age.UNDER_6_WEEKS: 1}
    assert not grid[NonContactReason.NOT_SAFE]
