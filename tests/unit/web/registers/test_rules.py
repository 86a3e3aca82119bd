"""Classes of levers, days, addresses, amounts, and what holds a case."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.registers import (
    Admission,
    BehaviourMethod,
    LeverClass,
    LeverType,
    PathwayKind,
    SelfReported,
)
from drive.vocabulary.strategy import StrategyTemplate
from drive.web.registers.rules import days
from drive.web.registers.rules.holds import Holds
from drive.web.registers.rules.levers import is_statutory, lever_class, strategy_template
from drive.web.registers.rules.money import Pence
from drive.web.registers.rules.places import looks_like_an_address

TODAY = date(2017, 6, 30)


def test_four_levers_are_what_he_wants_and_six_what_he_has_to_do() -> None:
    classes = [lever_class(kind) for kind in LeverType]
    assert classes.count(LeverClass.ASPIRATIONAL) == 4
    assert classes.count(LeverClass.COMPULSORY) == 6
    assert lever_class(LeverType.GOOD_PARENT) is LeverClass.ASPIRATIONAL
    assert lever_class(LeverType.PRISON) is LeverClass.COMPULSORY


def test_involvement_is_statutory_where_one_lever_compels() -> None:
    assert not is_statutory([])
    assert not is_statutory([LeverType.OWN_HEALTH, LeverType.CHILD_CONTACT])
    assert is_statutory([LeverType.OWN_HEALTH, LeverType.CHILD_PROTECTION_PLAN])


def test_stalking_brings_its_own_strategy() -> None:
    assert strategy_template([]) is StrategyTemplate.ORDINARY
    assert strategy_template([PathwayKind.SEVERE_DEPENDENCY]) is StrategyTemplate.ORDINARY
    both = [PathwayKind.SEVERE_MENTAL_ILLNESS, PathwayKind.STALKING]
    assert strategy_template(both) is StrategyTemplate.STALKING


@pytest.mark.parametrize("day", [date(2017, 7, 1), date(1899, 12, 31), date(1, 1, 1), date.max])
def test_a_past_day_is_neither_ahead_nor_before_living_memory(day: date) -> None:
    with pytest.raises(days.ImpossibleDay):
        days.check_past(day, today=TODAY)


def test_today_is_past() -> None:
    days.check_past(TODAY, today=TODAY)


@pytest.mark.parametrize("day", [date(2017, 6, 29), date(2099, 1, 1), date.max, date.min])
def test_an_end_is_neither_before_the_beginning_nor_out_of_sight(day: date) -> None:
    with pytest.raises(days.ImpossibleDay):
        days.check_ahead(day, since=TODAY, today=TODAY)


def test_an_end_may_be_on_the_day_of_the_beginning() -> None:
    days.check_ahead(TODAY, since=TODAY, today=TODAY)


@pytest.mark.parametrize(
    ("expected", "due"),
    [
        (date(2017, 8, 31), date(2017, 8, 17)),
        (date(2017, 7, 5), TODAY),
        (date(2017, 6, 1), TODAY),
    ],
)
def test_a_release_is_worked_on_a_fortnight_before_and_never_in_the_past(
    expected: date, due: date
) -> None:
    assert days.release_due(expected, today=TODAY) == due


@pytest.mark.parametrize(
    ("reached", "lost"),
    [
        ([], False),
        ([False, False], False),
        ([False, False, False], True),
        ([False, False, True, False], False),
        ([False, False, False, True], True),
        ([True, False, False, False], False),
    ],
)
def test_three_attempts_in_a_row_lose_him(reached: list[bool], *, lost: bool) -> None:
    assert days.is_lost(reached) is lost


def test_the_first_admission_is_the_earliest_day_on_which_he_owned_up() -> None:
    said = [
        (date(2017, 6, 1), Admission.ADMITTED),
        (date(2017, 4, 1), Admission.PARTLY),
        (date(2017, 2, 1), Admission.MINIMISED),
        (date(2017, 3, 1), Admission.BLAMED),
    ]
    assert days.first_admission(said) == date(2017, 4, 1)
    assert days.first_admission(said[2:]) is None


@pytest.mark.parametrize(
    "text",
    [
        "12 Station Road",
        "flat 3, 12a Old Station Road",
        "CM1 2AB",
        "near cm12ab",
        "7 St John’s Close",
    ],
)
def test_an_address_is_known_for_one(text: str) -> None:
    assert looks_like_an_address(text)


@pytest.mark.parametrize(
    "text", ["", "Harlow, near the station", "with his mother", "2 nights a week", "the Bush Road"]
)
def test_an_area_is_no_address(text: str) -> None:
    assert not looks_like_an_address(text)


@pytest.mark.parametrize(
    ("pence", "words"), [(1, "£0.01"), (50, "£0.50"), (1250, "£12.50"), (123456, "£1,234.56")]
)
def test_pence_read_as_pounds(pence: int, words: str) -> None:
    assert str(Pence(pence)) == words


@given(st.integers(0, 3), st.none() | st.integers(0, 9), st.none() | st.booleans())
def test_nothing_holds_a_case_only_where_nothing_is_known_to(
    levers: int, needs: int | None, idva: bool | None
) -> None:
    holds = Holds(levers=levers, needs=needs, idva_engaged=idva)
    assert holds.nothing == (levers == 0 and needs in (0, None) and idva in (False, None))
    assert holds.is_sure == (needs is not None and idva is not None)


def test_every_choice_of_a_list_fits_its_column() -> None:
    for words in (BehaviourMethod, SelfReported):
        assert len(",".join(words)) <= 200
