"""Rank tests, against the first year's printed values, Hollander and Wolfe, and scipy."""

from itertools import combinations
from math import comb

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.stats import mannwhitneyu, shapiro

from drive.statistics.groups import from_summary, rank_comparison
from drive.statistics.groups.shift import counts_of_u, standard_deviation_of_u
from drive.statistics.results import Undefined

# Permeability of the human chorioamnion: Hollander and Wolfe (1973), p. 69, and the example of
# R's wilcox.test (W = 35).
AT_TERM = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]
EARLY = [1.15, 0.88, 0.90, 0.74, 1.21]

values = st.lists(st.integers(0, 12).map(float), min_size=1, max_size=15)


@pytest.mark.parametrize(
    "case",
    [(168, 19, 29, -2.27, 0.023), (192, 19, 29, -1.76, 0.078), (2563.5, 19, 217, 1.76, 0.079)],
)
def test_printed_rank_tests(case: tuple[float, int, int, float, float]) -> None:
    """Year-1 report, lines 1297-1332 (ages of those contacted and not) and 3909-3926 (length of
    Idva support; the printed n of 204 does not give the printed z, 217 does)."""
    u, n1, n2, z, p = case
    found = from_summary(u=u, n1=n1, n2=n2)
    assert isinstance(found.z, float)
    assert isinstance(found.p, float)
    assert (round(found.z, 2), round(found.p, 3)) == (z, p)


def test_printed_number_of_contacts() -> None:
    """Lines 3938-3940: z = -.18, p = .861; without the ties z is -.1752."""
    found = from_summary(u=2011.5, n1=19, n2=217)
    assert found.z == pytest.approx(-0.18, abs=0.005)
    assert found.p == pytest.approx(0.861, abs=0.0005)


def test_printed_mean_ranks() -> None:
    """Lines 1327-1332: 20.11 and 27.38; lines 3909-3926: 144.92 and 116.19."""
    assert from_summary(u=192, n1=19, n2=29).mean_ranks == pytest.approx((20.11, 27.38), abs=0.005)
    found = from_summary(u=2563.5, n1=19, n2=217).mean_ranks
    assert found == pytest.approx((144.92, 116.19), abs=0.005)


def test_published_example() -> None:
    found = rank_comparison(AT_TERM, EARLY)
    assert found.u == 35
    assert found.shift.value == pytest.approx(0.305)
    assert found.medians == pytest.approx((1.415, 0.90))
    assert found.normality[0].statistic == pytest.approx(shapiro(AT_TERM).statistic)


def test_exact_shift_limits_are_where_the_exact_test_just_rejects() -> None:
    found = rank_comparison(AT_TERM, EARLY).shift
    assert isinstance(found.low, float)
    assert isinstance(found.high, float)
    for limit, inside in ((found.low, 1e-6), (found.high, -1e-6)):
        assert _exact_p_at(limit + inside) >= 0.05
        assert _exact_p_at(limit - inside) < 0.05


def _exact_p_at(shift: float) -> float:
    moved = np.array(AT_TERM) - shift
    return float(mannwhitneyu(moved, EARLY, method="exact").pvalue)


@pytest.mark.parametrize(("n1", "n2"), [(1, 1), (2, 5), (5, 2), (4, 4)])
def test_the_distribution_of_u_counts_every_ordering(n1: int, n2: int) -> None:
    found = [0] * (n1 * n2 + 1)
    for ranks in combinations(range(1, n1 + n2 + 1), n1):
        found[sum(ranks) - n1 * (n1 + 1) // 2] += 1
    assert counts_of_u(n1, n2) == found
    assert sum(found) == comb(n1 + n2, n1)


@given(a=values, b=values)
def test_z_and_p_agree_with_scipy(a: list[float], b: list[float]) -> None:
    assume(len(set(a + b)) > 1)
    found = rank_comparison(a, b)
    expected = mannwhitneyu(a, b, use_continuity=False, method="asymptotic")
    assert (found.u, found.p) == pytest.approx((expected.statistic, expected.pvalue))


@given(a=values, b=values)
def test_swapping_groups_turns_the_comparison_round(a: list[float], b: list[float]) -> None:
    forth, back = rank_comparison(a, b), rank_comparison(b, a)
    assert forth.u + back.u == len(a) * len(b)
    assert forth.mean_ranks == pytest.approx(back.mean_ranks[::-1])
    assert isinstance(back.shift.low, float)
    assert forth.shift.high == pytest.approx(-back.shift.low)


@given(a=values, b=values, factor=st.integers(1, 9), move=st.integers(-50, 50))
def test_scale_and_origin_do_not_matter_to_ranks(
    a: list[float], b: list[float], factor: int, move: int
) -> None:
    one = rank_comparison(a, b)
    other = rank_comparison([x * factor + move for x in a], [x * factor + move for x in b])
    assert (one.u, one.z) == (other.u, other.z)
    assert isinstance(one.shift.value, float)
    assert other.shift.value == pytest.approx(one.shift.value * factor)


@given(a=values, b=values)
def test_the_shift_lies_in_its_interval(a: list[float], b: list[float]) -> None:
    shift = rank_comparison(a, b).shift
    assert isinstance(shift.value, float)
    assert isinstance(shift.low, float)
    assert isinstance(shift.high, float)
    assert shift.low <= shift.value <= shift.high


def test_a_large_group_uses_the_normal_approximation() -> None:
    rng = np.random.default_rng(3)
    found = rank_comparison(rng.normal(1, 1, 400).tolist(), rng.normal(0, 1, 300).tolist()).shift
    assert "normal approximation" in found.method
    assert isinstance(found.low, float)
    assert isinstance(found.high, float)
    # The interval of the mean difference, scaled by the efficiency 3/pi of ranks.
    expected = 2 * 1.96 * np.sqrt((1 / 400 + 1 / 300) * np.pi / 3)
    assert found.high - found.low == pytest.approx(expected, rel=0.1)


def test_ties_everywhere() -> None:
    found = rank_comparison([4, 4, 4], [4, 4])
    assert found.p == found.z == Undefined("all values are equal")
    assert found.normality[0].p == Undefined("all values are equal")
    assert found.normality[1].p == Undefined("it needs three values")
    assert found.shift.value == 0


def test_more_ties_than_values() -> None:
    with pytest.raises(ValueError, match="more than the 4 values"):
        standard_deviation_of_u(2, 2, [9])


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [([], [1], "first group is empty"), ([1], [2, float("nan")], "Value 2 of the second group")],
)
def test_what_cannot_be_ranked_is_named(a: list[float], b: list[float], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        rank_comparison(a, b)


@pytest.mark.parametrize(("u", "n1"), [(-1, 3), (13, 3), (1, 0)])
def test_a_u_that_cannot_be(u: float, n1: int) -> None:
    with pytest.raises(ValueError, match=r"U lies between|Both groups need somebody"):
        from_summary(u=u, n1=n1, n2=4)


def test_only_what_the_summary_holds_is_known() -> None:
    found = from_summary(u=168, n1=19, n2=29)
    assert isinstance(found.medians[0], Undefined)
    assert isinstance(found.shift.value, Undefined)
