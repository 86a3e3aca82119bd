"""Means with intervals, against R on Student's sleep data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

from drive.statistics.means import difference_of_means, mean
from drive.statistics.results import Undefined

FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
"""Hours of sleep gained with two drugs by ten people (Student 1908; `sleep` in R)."""

values = st.lists(st.floats(-50, 50), min_size=2, max_size=12)


def test_the_two_groups_of_the_sleep_data() -> None:
    """R, t.test(extra ~ group, data = sleep): -3.3654832 to 0.2054832."""
    found = difference_of_means(FIRST, SECOND)
    assert found.value == pytest.approx(-1.58)
    assert found.low == pytest.approx(-3.3654832, abs=1e-6)
    assert found.high == pytest.approx(0.2054832, abs=1e-6)


def test_the_paired_sleep_data() -> None:
    """R, the same with paired = TRUE: -2.4598858 to -0.7001142."""
    found = mean([a - b for a, b in zip(FIRST, SECOND, strict=True)])
    assert found.low == pytest.approx(-2.4598858, abs=1e-6)
    assert found.high == pytest.approx(-0.7001142, abs=1e-6)


@given(values, values)
def test_both_agree_with_statsmodels(first: list[float], second: list[float]) -> None:
    if min(DescrStatsW(group).var for group in (first, second)) < 1e-6:
        return
    low, high = DescrStatsW(first).tconfint_mean()
    assert mean(first).low == pytest.approx(low, abs=1e-6)
    low, high = CompareMeans.from_data(first, second).tconfint_diff(usevar="unequal")
    assert difference_of_means(first, second).low == pytest.approx(low, abs=1e-6)
    assert difference_of_means(first, second).high == pytest.approx(high, abs=1e-6)


def test_where_all_are_equal_the_interval_is_one_number() -> None:
    assert mean([1.0, 1.0, 1.0]).low == mean([1.0, 1.0, 1.0]).high == 1.0
    found = difference_of_means([1, 1], [0, 0])
    assert (found.low, found.value, found.high) == (1.0, 1.0, 1.0)


def test_one_value_has_no_interval() -> None:
    assert isinstance(mean([2.0]).value, Undefined)
    assert isinstance(difference_of_means([2.0], [1.0, 2.0]).value, Undefined)
