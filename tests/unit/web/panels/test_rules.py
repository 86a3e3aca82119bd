"""What follows from a panel's verdicts, and what its lotteries allow."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from drive.vocabulary.panels import PanelCriterion, PanelOutcome, PanelVerdict
from drive.web.panels.rules import (
    Lot,
    Way,
    first_lots,
    lacks_a_criterion,
    outcome_of,
    way_of,
)

SELECTED, NOT_SELECTED, ADJOURNED = PanelVerdict
AT = datetime(2017, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("selected", "places", "way"),
    [
        (0, 0, Way.NOBODY),
        (0, 3, Way.NOBODY),
        (3, 0, Way.NO_PLACE),
        (3, 3, Way.EVERYBODY),
        (3, 4, Way.EVERYBODY),
        (3, 2, Way.LOTTERY),
        (2, 1, Way.LOTTERY),
        (1, 1, Way.EVERYBODY),
    ],
)
def test_how_places_are_given(selected: int, places: int, way: Way) -> None:
    assert way_of(selected, places) is way


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize("verdict", [ADJOURNED, None])
def test_whoever_is_adjourned_or_not_spoken_of_waits(
    verdict: PanelVerdict | None, way: Way
) -> None:
    assert outcome_of(verdict, way, is_open=True) is PanelOutcome.WAITS


@pytest.mark.parametrize("verdict", [*PanelVerdict, None])
@pytest.mark.parametrize("way", Way)
def test_whoever_cannot_be_decided_on_waits(verdict: PanelVerdict | None, way: Way) -> None:
    assert outcome_of(verdict, way, is_open=False) is PanelOutcome.WAITS


@pytest.mark.parametrize("way", Way)
def test_whoever_is_not_selected_is_passed_over_however_places_are_given(way: Way) -> None:
    assert outcome_of(NOT_SELECTED, way, is_open=True) is PanelOutcome.PASSED_OVER


@pytest.mark.parametrize(
    ("way", "outcome"),
    [
        (Way.NO_PLACE, PanelOutcome.WAITS),
        (Way.EVERYBODY, PanelOutcome.PLACE),
        (Way.LOTTERY, PanelOutcome.LOTTERY),
    ],
)
def test_what_becomes_of_the_selected(way: Way, outcome: PanelOutcome) -> None:
    assert outcome_of(SELECTED, way, is_open=True) is outcome


def test_nobody_is_selected_for_nothing() -> None:
    assert lacks_a_criterion(SELECTED, [])
    assert not lacks_a_criterion(SELECTED, [PanelCriterion.SERIAL])
    assert not lacks_a_criterion(NOT_SELECTED, [])
    assert not lacks_a_criterion(ADJOURNED, [])


def lot(person: int, lottery: int, *, day: int, has_a_place: bool = False) -> Lot:
    return Lot(
        lottery=UUID(int=lottery),
        person=UUID(int=person),
        drawn_at=AT + timedelta(days=day),
        number=lottery,
        has_a_place=has_a_place,
    )


def test_the_first_lottery_of_each_person_counts() -> None:
    first, second = lot(1, 7, day=0), lot(1, 8, day=1, has_a_place=True)
    other = lot(2, 8, day=1)
    assert first_lots([second, other, first]) == [first, other]


def test_of_two_lotteries_drawn_at_one_moment_the_lower_number_is_the_first() -> None:
    first, second = lot(1, 7, day=0), lot(1, 8, day=0, has_a_place=True)
    assert first_lots([second, first]) == [first]
