"""Shares, against Newcombe's two papers of 1998 and statsmodels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from drive.statistics.counts import CountsError
from drive.statistics.proportions import critical, difference, share
from drive.statistics.results import Undefined

parts = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("x", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_share_published(x: int, n: int, low: float, high: float) -> None:
    """Newcombe RG (1998) Stat Med 17:857-872, Table I, method 3."""
    found = share(x, n)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    "case",
    [(56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090)],
)
def test_difference_published(case: tuple[int, int, int, int, float, float]) -> None:
    """Newcombe RG (1998) Stat Med 17:873-890, Table II, method 10."""
    *counts, low, high = case
    found = difference(*map(int, counts))
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


@given(part=parts)
def test_share_agrees_with_statsmodels(part: tuple[int, int]) -> None:
    found = share(*part)
    expected = proportion_confint(*part, method="wilson")
    assert (found.low, found.high) == pytest.approx(expected, abs=1e-12)


@given(one=parts, other=parts)
def test_difference_agrees_with_statsmodels(one: tuple[int, int], other: tuple[int, int]) -> None:
    found = difference(*one, *other)
    expected = confint_proportions_2indep(*one, *other, method="newcomb")
    assert (found.low, found.high) == pytest.approx(expected, abs=1e-9)


@given(part=parts)
def test_those_without_mirror_those_with(part: tuple[int, int]) -> None:
    x, n = part
    one, other = share(x, n), share(n - x, n)
    assert isinstance(other.high, float)
    assert one.low == pytest.approx(1 - other.high)


@given(one=parts, other=parts)
def test_swapping_groups_turns_the_difference_round(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    forth, back = difference(*one, *other), difference(*other, *one)
    assert isinstance(back.low, float)
    assert isinstance(back.high, float)
    assert (forth.low, forth.high) == pytest.approx((-back.high, -back.low))


def test_nobody_known() -> None:
    assert share(0, 0).value == Undefined("nobody's answer is known")
    assert difference(1, 2, 0, 0).value == Undefined("one of the groups is empty")


def test_more_than_all() -> None:
    with pytest.raises(CountsError, match="5 of 4 is not possible"):
        share(5, 4)


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_is_a_share(level: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        critical(level)
