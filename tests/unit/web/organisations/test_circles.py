"""Circles of cover and of successors, absences that overlap, and days that cannot be."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.web.organisations.exceptions import ImpossibleDays
from drive.web.organisations.rules import (
    Away,
    Became,
    check_days,
    covers_in_a_circle,
    end_of_chain,
    first_overlapping,
)

ONE, TWO, THREE = (UUID(int=number) for number in (1, 2, 3))
MAY, JUNE, JULY = (date(2017, month, 1) for month in (5, 6, 7))


def away(cover: UUID | None, starts_on: date = MAY, ends_on: date | None = JULY) -> Away:
    return Away(starts_on=starts_on, ends_on=ends_on, cover=cover)


def test_two_who_cover_for_each_other_are_a_circle() -> None:
    assert covers_in_a_circle({TWO: [away(ONE)]}, who=ONE, away=away(TWO)) == (TWO,)


def test_a_circle_of_three_is_named_in_order() -> None:
    absences = {TWO: [away(THREE)], THREE: [away(ONE)]}
    assert covers_in_a_circle(absences, who=ONE, away=away(TWO)) == (TWO, THREE)


def test_cover_on_other_days_is_no_circle() -> None:
    absences = {TWO: [away(ONE, MAY, MAY)]}
    assert covers_in_a_circle(absences, who=ONE, away=away(TWO, JUNE, None)) == ()


def test_a_circle_needs_a_day_on_which_all_are_away() -> None:
    absences = {TWO: [away(THREE, MAY, JUNE)], THREE: [away(ONE, JULY, None)]}
    assert covers_in_a_circle(absences, who=ONE, away=away(TWO, MAY, None)) == ()


def test_a_circle_of_others_ends() -> None:
    absences = {TWO: [away(THREE)], THREE: [away(TWO)]}
    assert covers_in_a_circle(absences, who=ONE, away=away(TWO)) == ()


_DAYS = st.integers(0, 20).map(lambda number: MAY + timedelta(days=number))


@given(_DAYS, st.none() | _DAYS, _DAYS, st.none() | _DAYS)
def test_absences_overlap_if_they_share_a_day(
    begins: date, ends: date | None, other_begins: date, other_ends: date | None
) -> None:
    last = MAY + timedelta(days=40)
    one = Away(starts_on=begins, ends_on=ends)
    other = Away(starts_on=other_begins, ends_on=other_ends)
    days = [MAY + timedelta(days=number) for number in range(41)]
    shared = [
        day
        for day in days
        if begins <= day <= (ends or last) and other_begins <= day <= (other_ends or last)
    ]
    if begins <= (ends or last) and other_begins <= (other_ends or last):
        assert (first_overlapping(one, [other]) is not None) is bool(shared)


def test_a_chain_of_successors_is_walked_once() -> None:
    became = {ONE: Became(after=TWO, on=MAY), TWO: Became(after=THREE, on=JUNE)}
    assert end_of_chain(became, ONE) == (TWO, THREE)
    assert end_of_chain({**became, THREE: Became(after=ONE, on=JULY)}, ONE) == (TWO, THREE, ONE)


@pytest.mark.parametrize(
    ("days", "field"),
    [
        ({"starts_on": JUNE, "ends_on": MAY}, "ends_on"),
        ({"began_on": MAY, "signed_on": None, "live_on": date(2017, 4, 30)}, "live_on"),
        ({"on": date.min}, "on"),
        ({"on": date.max}, "on"),
    ],
)
def test_days_that_cannot_be_are_refused_beside_their_field(
    days: dict[str, date | None], field: str
) -> None:
    with pytest.raises(ImpossibleDays) as refused:
        check_days(days)
    assert refused.value.field == field


def test_days_in_order_are_taken_and_one_day_may_be_both() -> None:
    check_days({"starts_on": MAY, "ends_on": MAY, "review_on": None})
