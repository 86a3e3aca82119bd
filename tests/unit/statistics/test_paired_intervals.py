"""Intervals for paired shares, against published values and against direct maximisation."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar
from scipy.stats import binom, norm

from drive.statistics.paired_intervals import (
    conditional_odds_ratio,
    newcombe_paired,
    restricted_likelihood_peak,
    tango,
)
from drive.statistics.results import Estimate, Undefined

Z = float(norm.ppf(0.975))
counts = st.integers(0, 40)


def limits(estimate: Estimate) -> tuple[float, float]:
    assert isinstance(estimate.low, float)
    assert isinstance(estimate.high, float)
    return estimate.low, estimate.high


def log_likelihood(q: float, cells: tuple[int, int, int], delta: float) -> float:
    b, c, n = cells
    chances = [(b, q + delta), (c, q), (n - b - c, 1 - 2 * q - delta)]
    return sum(count * math.log(max(p, 1e-300)) for count, p in chances if count)


def test_tango_published_example() -> None:
    """Fagerland, Lydersen and Laake (2017), chapter 8, and their R package: cavo_2012."""
    assert limits(tango(6, 16, 161)) == pytest.approx((-0.1240, -0.0054), abs=5e-5)


def test_newcombe_published_example() -> None:
    """Fagerland, Lydersen and Laake (2017), chapter 8, and their R package: cavo_2012."""
    found = limits(newcombe_paired(59, 6, 16, 80))
    assert found == pytest.approx((-0.1186, -0.0046), abs=5e-5)


def test_exact_odds_ratio_published_example() -> None:
    """Ezra et al. (2010) in Fagerland, Lydersen and Laake (2017), chapter 8."""
    estimate = conditional_odds_ratio(25, 2)
    assert estimate.value == 12.5
    assert limits(estimate) == pytest.approx((3.1169, 108.8892), abs=5e-5)


@given(
    b=st.integers(1, 30), c=st.integers(1, 30), same=st.integers(1, 60), delta=st.floats(-0.9, 0.9)
)
def test_the_restricted_peak_is_where_the_likelihood_is_greatest(
    b: int, c: int, same: int, delta: float
) -> None:
    cells = (b, c, b + c + same)
    low, high = max(0.0, -delta), (1 - delta) / 2
    peak = minimize_scalar(
        lambda q: -log_likelihood(q, cells, delta),
        bounds=(low, high),
        method="bounded",
        options={"xatol": 1e-10},
    ).x
    assert restricted_likelihood_peak(*cells, delta) == pytest.approx(float(peak), abs=1e-5)


@given(b=st.integers(1, 25), c=st.integers(1, 25), same=st.integers(1, 60))
def test_tango_limits_are_where_the_score_test_just_rejects(b: int, c: int, same: int) -> None:
    """The score written out anew: (b - c - n delta)^2 / (n (p12 + p21 - delta^2)) = z^2."""
    n = b + c + same
    for delta in limits(tango(b, c, n)):
        q = restricted_likelihood_peak(b, c, n, delta)
        variance = n * ((q + delta) + q - delta**2)
        assert (b - c - n * delta) ** 2 / variance == pytest.approx(Z**2, rel=1e-6)


@given(a=counts, b=counts, c=counts, d=counts)
def test_turning_the_time_round_turns_the_intervals_round(a: int, b: int, c: int, d: int) -> None:
    n = a + b + c + d
    assume(n > 0)
    for forth, back in (
        (tango(b, c, n), tango(c, b, n)),
        (newcombe_paired(a, b, c, d), newcombe_paired(a, c, b, d)),
    ):
        low, high = limits(back)
        assert limits(forth) == pytest.approx((-high, -low), abs=1e-9)


@given(a=counts, b=counts, c=counts, d=counts)
def test_intervals_hold_their_estimate_and_stay_possible(a: int, b: int, c: int, d: int) -> None:
    n = a + b + c + d
    assume(n > 0)
    for estimate in (tango(b, c, n), newcombe_paired(a, b, c, d)):
        low, high = limits(estimate)
        assert isinstance(estimate.value, float)
        assert -1 <= low <= estimate.value <= high <= 1


@given(a=counts, b=counts, c=counts, d=counts)
def test_swapping_yes_and_no_turns_the_newcombe_interval_round(
    a: int, b: int, c: int, d: int
) -> None:
    assume(a + b + c + d > 0)
    low, high = limits(newcombe_paired(d, c, b, a))
    assert limits(newcombe_paired(a, b, c, d)) == pytest.approx((-high, -low), abs=1e-9)


@given(b=st.integers(0, 30), c=st.integers(1, 30))
def test_odds_ratio_limits_leave_a_fortieth_in_each_tail(b: int, c: int) -> None:
    low, high = limits(conditional_odds_ratio(b, c))
    if b:
        assert binom.sf(b - 1, b + c, low / (1 + low)) == pytest.approx(0.025)
    assert binom.cdf(b, b + c, high / (1 + high)) == pytest.approx(0.025)


@pytest.mark.parametrize(("b", "c"), [(5, 0), (0, 5), (5, 5)])
def test_everybody_discordant(b: int, c: int) -> None:
    low, high = limits(tango(b, c, b + c))
    assert (low == -1, high == 1) == (b == 0, c == 0)


def test_nobody_started() -> None:
    estimate = conditional_odds_ratio(9, 0)
    assert isinstance(estimate.low, float)
    assert (
        estimate.value
        == estimate.high
        == Undefined("nobody started, so the ratio has no upper limit")
    )


def test_no_pairs() -> None:
    assert tango(0, 0, 0).value == newcombe_paired(0, 0, 0, 0).value == Undefined("no pairs")


@pytest.mark.parametrize(("p11", "p12", "p21"), [(0.3, 0.25, 0.1), (0.05, 0.6, 0.03)])
def test_both_intervals_cover_as_often_as_they_say(p11: float, p12: float, p21: float) -> None:
    """Exact coverage for 20 pairs, summed over every possible table."""
    n, truth = 20, p12 - p21
    covered = {tango: 0.0, newcombe_paired: 0.0}
    for b in range(n + 1):
        for c in range(n + 1 - b):
            for a in range(n + 1 - b - c):
                d = n - a - b - c
                ways = math.factorial(n) / math.prod(map(math.factorial, (a, b, c, d)))
                chance = ways * p11**a * p12**b * p21**c * (1 - p11 - p12 - p21) ** d
                if chance < 1e-5:
                    continue
                for method, estimate in (
                    (tango, tango(b, c, n)),
                    (newcombe_paired, newcombe_paired(a, b, c, d)),
                ):
                    low, high = limits(estimate)
                    covered[method] += chance * (low <= truth <= high)
    assert all(0.93 < share < 0.985 for share in covered.values()), covered
