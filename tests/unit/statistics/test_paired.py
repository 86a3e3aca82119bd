"""McNemar's test in its four forms, against published values."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.contingency_tables import mcnemar

from drive.statistics.paired import exact_p, mid_p, paired_change
from drive.statistics.results import Test, Undefined

# Bentur et al. (2009) as Table 1 of Fagerland, Lydersen and Laake (2013) BMC Med Res Methodol
# 13:91; Cavo et al. (2012) as its second example.
AIRWAYS = [[1, 1], [7, 12]]
MYELOMA = [[59, 6], [16, 80]]

# Year-1 report, appendix 3: identifier of the row, stopped, started, printed exact p.
PRINTED_EXACT = [
    ("PT01", 6, 0, 0.031),
    ("PT02", 3, 1, 0.625),
    ("PT03", 7, 3, 0.344),
    ("PT04", 2, 0, 0.500),
    ("PT05", 3, 0, 0.250),
    ("PT06", 1, 0, 1.000),
    ("PT07", 2, 0, 0.500),
    ("PT09", 3, 0, 0.250),
    ("PT10", 2, 1, 1.000),
    ("PT11", 5, 3, 0.727),
    ("PT12", 2, 0, 0.500),
    ("PT17", 14, 1, 0.001),
]

# Year-1 report, lines 3459-3486: identifier, intake-yes, intake-no, stopped, started, statistic.
# For jealousy and control the printed 123.36 is reached by 134 and 3, not by the text's 135.
PRINTED_EDWARDS = [
    ("PT13", 159, 45, 127, 0, 125.01),
    ("PT14", 48, 156, 42, 4, 29.76),
    ("PT15", 127, 74, 95, 6, 76.67),
    ("PT16", 171, 33, 134, 3, 123.36),
]


def p_of(test: Test) -> float:
    assert isinstance(test.p, float)
    return test.p


def brute_force_exact_p(b: int, c: int) -> float:
    """Share of all 2^(b+c) equally likely ways to change that are at least as lopsided."""
    seen = abs(b - c)
    ways = [abs(2 * sum(way) - (b + c)) for way in product((0, 1), repeat=b + c)]
    return sum(lopsided >= seen for lopsided in ways) / len(ways)


def test_small_published_example() -> None:
    """Fagerland 2013: asymptotic .034, exact .070, mid-p .039."""
    change = paired_change(AIRWAYS)
    assert p_of(change.chi_square) == pytest.approx(0.034, abs=0.0005)
    assert change.p_exact == pytest.approx(0.070, abs=0.0005)
    assert change.p_mid == pytest.approx(0.039, abs=0.0005)


def test_large_published_example() -> None:
    """R package contingencytables (Fagerland, Lydersen and Laake 2017), chapter 8, cavo_2012."""
    change = paired_change(MYELOMA)
    assert p_of(change.chi_square) == pytest.approx(0.033006, abs=5e-7)
    assert p_of(change.edwards) == pytest.approx(0.055009, abs=5e-7)
    assert change.p_exact == pytest.approx(0.052479, abs=5e-7)
    assert change.p_mid == pytest.approx(0.034690, abs=5e-7)


@pytest.mark.parametrize(("row", "stopped", "started", "printed"), PRINTED_EXACT)
def test_exact_p_of_the_first_year(row: str, stopped: int, started: int, printed: float) -> None:
    assert round(exact_p(stopped, started), 3) == printed


@pytest.mark.parametrize(
    ("row", "stopped", "started", "p"),
    [("PT18", 3, 0, 0.25), ("PT19", 9, 0, 0.00390625), ("PT20", 12, 0, 0.00048828125)],
)
def test_exact_p_that_the_first_year_prints_as_a_bound(
    row: str, stopped: int, started: int, p: float
) -> None:
    """PT18 is printed > .05 and PT20 < .001: right. PT19 is printed < .001: 2 / 2^9 is not."""
    assert exact_p(stopped, started) == pytest.approx(p)


@pytest.mark.parametrize("case", PRINTED_EDWARDS)
def test_edwards_chi_square_of_the_first_year(
    case: tuple[str, int, int, int, int, float],
) -> None:
    _, yes, no, stopped, started, printed = case
    change = paired_change([[yes - stopped, stopped], [started, no - started]])
    assert isinstance(change.edwards.statistic, float)
    assert round(change.edwards.statistic, 2) == printed


@given(b=st.integers(0, 6), c=st.integers(0, 6))
def test_exact_p_counts_the_ways(b: int, c: int) -> None:
    assert exact_p(b, c) == pytest.approx(brute_force_exact_p(b, c))


@given(b=st.integers(0, 200), c=st.integers(0, 200))
def test_exact_p_agrees_with_statsmodels(b: int, c: int) -> None:
    assert exact_p(b, c) == pytest.approx(mcnemar([[0, b], [c, 0]], exact=True).pvalue)


@given(b=st.integers(0, 60), c=st.integers(0, 60))
def test_mid_p_is_never_above_the_exact_p_and_ignores_the_direction(b: int, c: int) -> None:
    assert 0 < mid_p(b, c) <= exact_p(b, c) <= 1
    assert mid_p(b, c) == mid_p(c, b)


def test_mid_p_and_chi_square_meet_in_large_samples() -> None:
    change = paired_change([[500, 5150], [5000, 500]])
    assert change.p_mid == pytest.approx(p_of(change.chi_square), abs=0.0005)


@given(a=st.integers(0, 50), b=st.integers(0, 50), c=st.integers(0, 50), d=st.integers(0, 50))
def test_counts_are_those_of_the_table(a: int, b: int, c: int, d: int) -> None:
    change = paired_change([[a, b], [c, d]])
    assert (change.n, change.before, change.after) == (a + b + c + d, a + b, a + c)
    assert change.before - change.stopped + change.started == change.after


def test_nobody_changed() -> None:
    change = paired_change([[3, 0], [0, 4]])
    assert (change.p_mid, change.p_exact) == (1, 1)
    assert change.chi_square.p == Undefined("nobody changed")
    assert change.odds_ratio.value == Undefined("nobody changed")
