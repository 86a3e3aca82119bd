"""A row is linked to an allocated perpetrator of its site by name and birth date."""

import pytest

from drive.linkage.cleaning import InsightsRow
from drive.web.cleaning.actions import link_again
from drive.web.cleaning.exceptions import ListIsPast
from drive.web.cleaning.queries.lists import in_all, what_stays
from tests.cast import NOW, Cast
from tests.factories.cleaning import read, row_of, typed, uploaded
from tests.integration.web.cleaning.heard import allocate, heard

pytestmark = pytest.mark.django_db


def is_linked(cast: Cast, row: InsightsRow) -> bool:
    found = row_of(read(cast, [row]), row.number)
    return found.perpetrator_id is not None


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"perpetrator_forename": "PERP3 ", "perpetrator_born": "4 July 1980"},
        {"victim_forename": "Another"},
        {"perpetrator_born": ""},
        {"perpetrator_born": "unknown"},
        {"marac_on": "12/12/2016"},
    ],
)
def test_who_is_linked(cast: Cast, changed: dict[str, str]) -> None:
    allocate(cast, heard(cast, 3))
    assert is_linked(cast, typed(3, **changed))


@pytest.mark.parametrize(
    "changed",
    [
        {"perpetrator_forename": "Perp33"},
        {"perpetrator_born": "05/07/1980"},
        {"perpetrator_born": "07/04/1980"},
        {"perpetrator_born": "", "victim_forename": "Another"},
        {"site": "west_sussex"},
        {"site": "Kent"},
    ],
)
def test_who_is_not_linked(cast: Cast, changed: dict[str, str]) -> None:
    allocate(cast, heard(cast, 3))
    assert not is_linked(cast, typed(3, **changed))


def test_without_an_allocation_nobody_is_linked(cast: Cast) -> None:
    heard(cast, 3)
    assert not is_linked(cast, typed(3))


def test_a_birth_date_missing_on_record_asks_for_both_names(cast: Cast) -> None:
    allocate(cast, heard(cast, 3, born=None))
    assert is_linked(cast, typed(3))
    assert not is_linked(cast, typed(4, perpetrator_forename="Perp3"))


def test_the_row_of_two_who_were_heard_together_is_about_both(cast: Cast) -> None:
    hearing = heard(cast, 3)
    allocate(cast, hearing)
    row = row_of(read(cast, [typed(3)]), 3)
    assert row.perpetrator == hearing.dyad.perpetrator
    assert row.victim_survivor == hearing.dyad.victim_survivor


def test_what_was_allocated_since_is_linked_again(cast: Cast) -> None:
    hearing = heard(cast, 3)
    found = read(cast, [typed(3), typed(4)])
    assert in_all(what_stays(found, cast.allocator)).linked == 0
    allocate(cast, hearing)
    assert link_again(insights_list=found, by=cast.allocator, now=NOW) == 1
    assert link_again(insights_list=found, by=cast.allocator, now=NOW) == 1
    total = in_all(what_stays(found, cast.allocator))
    assert (total.stays, total.linked, total.not_linked) == (2, 1, 1)


def test_a_list_that_is_not_read_is_not_linked(cast: Cast) -> None:
    with pytest.raises(ListIsPast):
        link_again(insights_list=uploaded(cast), by=cast.allocator, now=NOW)
