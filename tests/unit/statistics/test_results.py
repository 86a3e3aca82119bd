import json
import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.statistics.contrast import changes_between_arms
from drive.statistics.counts import CountsError, checked
from drive.statistics.groups import association
from drive.statistics.ordinal import square_table
from drive.statistics.paired import paired_change
from drive.statistics.results import Estimate, Test, Undefined, finite, percent_change

small_tables = st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=2), min_size=2, max_size=2)


@pytest.mark.parametrize(("before", "after", "percent"), [(6, 12, 100), (5, 3, -40), (4, 0, -100)])
def test_percent_change(before: int, after: int, percent: float) -> None:
    assert percent_change(before, after) == percent


@pytest.mark.parametrize("after", [0, 3])
def test_percent_change_from_nothing_does_not_exist(after: int) -> None:
    assert percent_change(0, after) == Undefined("percentage change from 0 does not exist")


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_number_that_is_none_becomes_its_reason(value: float) -> None:
    assert finite(value, "why") == Undefined("why")


def test_results_become_plain_values() -> None:
    estimate = Estimate(method="m", value=0.5, low=Undefined("why"), high=1.0)
    assert estimate.to_dict() == {
        "method": "m",
        "value": 0.5,
        "low": {"undefined": "why"},
        "high": 1.0,
        "level": 0.95,
    }


def test_a_test_names_itself() -> None:
    assert Test(method="m", statistic=1.0, df=1.0, p=0.3).to_dict()["method"] == "m"


@pytest.mark.parametrize("analyse", [paired_change, association, square_table])
@given(table=small_tables)
def test_no_table_ends_in_nan_or_infinity(
    analyse: Callable[[Any], Any], table: list[list[int]]
) -> None:
    assert json.loads(json.dumps(analyse(table).to_dict(), allow_nan=False))


@given(drive=small_tables, control=small_tables)
def test_no_pair_of_arms_ends_in_nan_or_infinity(
    drive: list[list[int]], control: list[list[int]]
) -> None:
    found = changes_between_arms(drive, control).to_dict()
    assert json.loads(json.dumps(found, allow_nan=False)) == found


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ([[1, 2], [3, -4]], "Row 2, column 2 holds -4"),
        ([[1, 2.5], [3, 4]], "Row 1, column 2 holds 2.5"),
        ([[1, math.nan], [3, 4]], "Row 1, column 2 holds nan"),
        ([[1, 2], [3]], "rows of numbers, all of one length"),
        ([["a", "b"], ["c", "d"]], "rows of numbers"),
        ([1, 2, 3], "has shape"),
    ],
)
def test_what_is_no_table_of_counts_is_named(table: Any, words: str) -> None:
    with pytest.raises(CountsError, match=words):
        checked(table)


@pytest.mark.parametrize("analyse", [paired_change, lambda t: changes_between_arms(t, t)])
def test_a_2_by_2_question_refuses_a_larger_table(analyse: Callable[[Any], Any]) -> None:
    with pytest.raises(CountsError, match="needs a 2 x 2 table; 3 x 3"):
        analyse([[1, 2, 3], [4, 5, 6], [7, 8, 9]])


def test_a_square_question_refuses_an_oblong() -> None:
    with pytest.raises(CountsError, match="needs a square table; 2 x 3"):
        square_table([[1, 2, 3], [4, 5, 6]])
