"""From open cases to the ratio of the next month."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from drive.randomisation.places import Caseload, Limits
from drive.vocabulary.allocation import AllocationMethod
from drive.web.monitoring.forms import PlacesForm
from drive.web.monitoring.presenters.places import (
    in_force,
    warnings_of,
    way_to_set,
    without_names,
)
from drive.web.monitoring.rules.places import Assumed, Team, expected_a_month, preview_for

TEAM = Team(
    case_managers=[Caseload("Casey", 18, closing=2), Caseload("Carla", 26)],
    idvas=[Caseload("Ida", 19)],
    limits=Limits(),
)
ESSEX: Any = SimpleNamespace(code="essex")


@pytest.mark.parametrize(("draws", "expected"), [(0, 0), (1, 1), (3, 1), (4, 2), (63, 21)])
def test_a_part_of_a_draw_is_expected_as_a_whole_one(draws: int, expected: int) -> None:
    assert expected_a_month(draws) == expected


@pytest.mark.parametrize(
    ("assumed", "places", "ratio"),
    [
        (Assumed(expected=36), 4, (1, 8)),
        (Assumed(expected=36, with_idvas=True), 1, (1, 35)),
        (Assumed(expected=36, places=12), 12, (1, 2)),
        (Assumed(expected=36, places=0), 0, None),
        (Assumed(expected=0), 4, None),
    ],
)
def test_the_ratio_that_the_places_allow(
    assumed: Assumed, places: int, ratio: tuple[int, int] | None
) -> None:
    found = preview_for(TEAM, assumed)
    assert (found.places, found.ratio) == (places, ratio)


def test_who_is_above_the_target_and_who_needs_authorisation() -> None:
    told = warnings_of(TEAM, preview_for(TEAM, Assumed(expected=36, places=12)))
    assert told[0].startswith("Carla has 26 cases: from 25 on a caseload needs authorisation")
    assert told[1].startswith("Carla: another case needs the service manager's authorisation")


def test_the_allocator_sees_numbers_in_the_place_of_names() -> None:
    team = without_names(TEAM)
    assert [each.worker for each in team.case_managers] == ["Case manager 1", "Case manager 2"]
    assert [each.open_cases for each in team.case_managers] == [18, 26]
    told = warnings_of(team, preview_for(team, Assumed(expected=36)))
    assert "Car" not in " ".join(told)


def test_the_way_to_set_the_ratio() -> None:
    found = preview_for(TEAM, Assumed(expected=36))
    assert way_to_set(ESSEX, found).endswith("?site=essex&drive_share=1&control_share=8")
    assert way_to_set(ESSEX, preview_for(TEAM, Assumed(expected=0))) == ""


def period(**about: object) -> Any:
    return SimpleNamespace(starts_on=date(2017, 4, 1), **about)


def test_what_is_in_force() -> None:
    blocks = period(method=AllocationMethod.PERMUTED_BLOCKS, ratio=(1, 8))
    assert in_force(blocks) == "In force since 1 April 2017: 1 Drive to 8 control."
    panel = period(method=AllocationMethod.PANEL, ratio=None)
    assert in_force(panel) == "In force since 1 April 2017: selected by a panel."
    assert in_force(None) == "No ratio is set for this site."


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"expected": "-1"}, "expected", "Enter 0 or more"),
        ({"expected": "9", "places": "-3"}, "places", "Enter 0 or more"),
        ({"expected": "many"}, "expected", "Enter a whole number, such as 12"),
        ({"expected": "1001"}, "expected", "Enter a number up to 1000"),
        ({"expected": ""}, "expected", "Enter how many draws you expect"),
        ({"expected": "9", "idvas": "x"}, "idvas", "Select one of the options"),
    ],
)
def test_bad_numbers_are_refused_beside_the_field(
    typed: dict[str, str], field: str, words: str
) -> None:
    form = PlacesForm(typed)
    assert not form.is_valid()
    assert words in form.errors[field][0]
