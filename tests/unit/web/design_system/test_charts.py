"""Step charts: what is drawn is what is said, and a gap stays a gap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.web.design_system.charts import WIDTH, step_chart

LEVELS = ["None", "Standard", "High"]


def test_levels_hold_until_the_next_point_and_unknown_breaks_the_line() -> None:
    chart = step_chart(
        title="Physical abuse",
        points=["Intake", "3 months", "6 months", "9 months"],
        levels=LEVELS,
        values=[0, 2, None, 1],
    )
    assert chart.told == (
        "Physical abuse. Intake: None; 3 months: High; 6 months: not known; 9 months: Standard."
    )
    assert len(chart.paths) == 2
    assert chart.paths[0].startswith("M")
    assert " H" in chart.paths[0]
    assert " V" in chart.paths[0]
    assert [mark.words for mark in chart.marks] == ["None", "High", "Standard"]


def test_one_point_stands_in_the_middle_of_the_field() -> None:
    chart = step_chart(title="Risk", points=["Intake"], levels=LEVELS, values=[1])
    assert chart.left < chart.marks[0].x < chart.right
    assert len(chart.paths) == 1


@pytest.mark.parametrize("values", [[0], [0, 3], [-1, 0]])
def test_a_value_that_is_no_level_is_refused(values: list[int]) -> None:
    with pytest.raises(ValueError, match="chart"):
        step_chart(title="Risk", points=["Intake", "Closure"], levels=LEVELS, values=values)


def test_a_value_between_two_levels_is_drawn_where_it_lies_and_called_by_its_words() -> None:
    chart = step_chart(
        title="Known",
        points=["5/17", "6/17"],
        levels=["0%", "50%", "100%"],
        values=[1, 1.74],
        words=["50%", "87%"],
    )
    assert chart.told == "Known. 5/17: 50%; 6/17: 87%."
    low, high = (chart.levels[number].at for number in (1, 2))
    assert chart.marks[0].y == low
    assert chart.marks[1].y == pytest.approx(low + 0.74 * (high - low), abs=0.1)
    assert high < chart.marks[1].y < low


@pytest.mark.parametrize("words", [None, ["50%"]])
def test_a_value_between_two_levels_needs_words(words: list[str] | None) -> None:
    with pytest.raises(ValueError, match="needs words"):
        step_chart(title="K", points=["5", "6"], levels=LEVELS, values=[0.5, 1], words=words)


@given(st.lists(st.sampled_from([None, 0, 1, 2]), min_size=1, max_size=6))
def test_everything_known_is_drawn_within_the_field(values: list[int | None]) -> None:
    points = [f"Point {number}" for number in range(len(values))]
    chart = step_chart(title="Risk", points=points, levels=LEVELS, values=values)
    assert chart.width == WIDTH
    assert len(chart.marks) == sum(value is not None for value in values)
    for mark in chart.marks:
        assert chart.left <= mark.x <= chart.right
        assert 0 < mark.y <= chart.base
    assert [line.words for line in chart.points] == points
