from datetime import date

import pytest

from drive.simulation.pilot.figures import expand, number, rows, used_pairs
from drive.simulation.pilot.people import age_on, years_before
from drive.vocabulary.abuse import AbuseType


def test_rows_are_repeated_as_often_as_they_were_counted():
    found = rows("completed_casework", measure="non_contact_changed_to")
    assert expand(found, "value") == ["not_safe"] * 4 + ["planned_or_pending"] * 2


def test_a_number_needs_exactly_one_row():
    assert number("completed_casework", measure="contact", value="contacted") == 19
    with pytest.raises(LookupError, match="2 rows of completed_casework"):
        number("completed_casework", measure="contact")


def test_the_paste_error_of_table_15_is_replaced_by_the_prose():
    pairs = used_pairs("control", AbuseType.HARASSMENT_STALKING)
    assert list(pairs.values()) == [68, 6, 95, 32]


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2000, 2, 29), date(2017, 2, 28), 16),
        (date(2000, 2, 29), date(2017, 3, 1), 17),
        (date(1990, 6, 1), date(2016, 6, 1), 26),
    ],
)
def test_ages_are_whole_years(born: date, day: date, age: int):
    assert age_on(born, day) == age


def test_a_leap_day_becomes_the_day_before_in_a_common_year():
    assert years_before(date(2016, 2, 29), 1) == date(2015, 2, 28)
