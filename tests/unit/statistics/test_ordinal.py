"""Square tables, against published values and the severity tables of the first year."""

from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.statistics.ordinal import square_table
from drive.statistics.results import Test, Undefined

# Peterson et al. (2007) and Fleiss et al. (2003, Table 13.6) as in Fagerland, Lydersen and Laake
# (2017) Statistical Analysis of Contingency Tables, chapter 9, and their R package.
PATHOGENS = [[596, 18, 6, 5], [0, 2, 0, 0], [0, 0, 42, 0], [11, 0, 0, 0]]
DIAGNOSES = [[35, 5, 0], [15, 20, 5], [10, 5, 5]]

# Worked by R (mcnemar.test; marginal homogeneity), as kept with the tests of statsmodels.
DRUGS = [[20, 10, 5], [3, 30, 15], [0, 5, 40]]
PREMARITAL = [[144, 33, 84, 126], [2, 4, 14, 29], [0, 2, 6, 25], [0, 0, 1, 5]]

# Year-1 report, appendix 3, Tables 1-4: severity used, intake x exit; percentage change of
# none, moderate and high.
SEVERITY = {
    "physical": ([[6, 0, 0, 0], [0, 1, 0, 0], [0, 0, 3, 2], [6, 0, 0, 16]], (100, -40, -18.2)),
    "sexual": ([[21, 0, 0, 1], [0, 0, 0, 0], [2, 0, 2, 0], [1, 0, 0, 2]], (9.1, -50, 0)),
    "harassment": ([[9, 0, 1, 2], [0, 0, 0, 0], [3, 0, 3, 0], [3, 0, 0, 7]], (25, -33.3, -10)),
    "jealousy": ([[11, 0, 0, 0], [0, 0, 0, 1], [0, 0, 3, 0], [1, 0, 0, 8]], (9.1, 0, 0)),
}

tables = st.integers(2, 4).flatmap(
    lambda k: st.lists(st.lists(st.integers(0, 12), min_size=k, max_size=k), min_size=k, max_size=k)
)


def of(test: Test) -> tuple[float, float, float]:
    assert isinstance(test.statistic, float)
    assert isinstance(test.df, float)
    assert isinstance(test.p, float)
    return test.statistic, test.df, test.p


def test_symmetry_against_r() -> None:
    bowker = of(square_table(DRUGS).bowker)
    assert bowker == pytest.approx((13.7692307692308, 3, 0.00323670650323545))
    bowker = of(square_table(PREMARITAL).bowker)
    assert bowker == pytest.approx((297.610989010989, 6, 2.65851858368065e-61))


def test_homogeneity_against_r() -> None:
    assert of(square_table(DRUGS).stuart_maxwell)[:2] == pytest.approx((13.7647058823529, 2))
    assert of(square_table(PREMARITAL).stuart_maxwell)[:2] == pytest.approx((271.922246968262, 3))


def test_homogeneity_against_the_book() -> None:
    """Printed: Stuart 26.250 (3 df, .000008), 14.000 (2 df, .000912); Bhapkar 27.304 (.000005)."""
    pathogens = square_table(PATHOGENS)
    assert of(pathogens.stuart_maxwell) == pytest.approx((26.250, 3, 0.000008), abs=5e-4)
    assert of(pathogens.bhapkar) == pytest.approx((27.304, 3, 0.000005), abs=5e-4)
    fleiss = of(square_table(DIAGNOSES).stuart_maxwell)
    assert fleiss == pytest.approx((14.000, 2, 0.000912), abs=5e-7)


def test_pairs_of_levels_without_movers_do_not_count() -> None:
    """The statistic is the book's 26.250; three of the six pairs have movers."""
    assert of(square_table(PATHOGENS).bowker)[:2] == pytest.approx((26.250, 3))


def test_degrees_of_freedom_follow_the_exact_distribution() -> None:
    """Physical abuse: 6 moved high to none, 2 moderate to high. Given who moved, each direction
    is a fair coin: the chance of a statistic as large is .0156, near chi-square with 2 df."""
    statistic, df, p = of(square_table(SEVERITY["physical"][0]).bowker)
    exact = sum(
        comb(6, i) * comb(2, j) / 2**8
        for i in range(7)
        for j in range(3)
        if (2 * i - 6) ** 2 / 6 + (2 * j - 2) ** 2 / 2 >= statistic - 1e-9
    )
    assert (statistic, df) == (8, 2)
    assert exact == pytest.approx(0.0156, abs=5e-5)
    assert p == pytest.approx(exact, abs=0.003)


@pytest.mark.parametrize("kind", sorted(SEVERITY))
def test_severity_of_the_first_year(kind: str) -> None:
    table, (none, moderate, high) = SEVERITY[kind]
    levels = square_table(table, levels=["none", "standard", "moderate", "high"]).levels
    percents = [levels[0].percent, levels[2].percent, levels[3].percent]
    assert [round(p, 1) for p in percents if isinstance(p, float)] == [none, moderate, high]


def test_rises_are_counted() -> None:
    result = square_table(SEVERITY["harassment"][0])
    assert (result.rose, result.stayed, result.fell) == (3, 19, 6)
    assert result.up.value == pytest.approx(3 / 28)


def test_change_from_an_empty_level_is_undefined() -> None:
    standard = square_table(SEVERITY["sexual"][0]).levels[1]
    assert isinstance(standard.percent, Undefined)


@given(table=tables)
def test_up_same_and_down_are_everybody(table: list[list[int]]) -> None:
    result = square_table(table)
    assert result.rose + result.stayed + result.fell == result.n == sum(map(sum, table))


@given(table=tables)
def test_turning_the_time_round_leaves_the_tests_alone(table: list[list[int]]) -> None:
    forth, back = square_table(table), square_table(np.array(table).T)
    for test in ("bowker", "stuart_maxwell", "bhapkar"):
        one, other = getattr(forth, test), getattr(back, test)
        assert (one.statistic, one.df) == pytest.approx((other.statistic, other.df)) or (
            one == other
        )
    assert forth.up == back.down


@given(table=tables, data=st.data())
def test_the_order_of_levels_does_not_matter_to_the_tests(
    table: list[list[int]], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(table))))
    one = square_table(table)
    other = square_table(np.array(table)[np.ix_(order, order)])
    for test in ("bowker", "stuart_maxwell"):
        left, right = getattr(one, test), getattr(other, test)
        if isinstance(left.statistic, float):
            assert of(left) == pytest.approx(of(right), rel=1e-6)
        else:
            assert left == right


@given(b=st.integers(0, 30), c=st.integers(0, 30))
def test_with_two_levels_all_is_mcnemar(b: int, c: int) -> None:
    result = square_table([[3, b], [c, 4]])
    if b + c:
        expected = ((b - c) ** 2 / (b + c), 1.0)
        assert of(result.bowker)[:2] == pytest.approx(expected)
        assert of(result.stuart_maxwell)[:2] == pytest.approx(expected)
    else:
        assert result.bowker.p == Undefined("nobody changed level")


def test_everybody_moving_one_way_leaves_no_variance() -> None:
    assert isinstance(square_table([[0, 5], [0, 0]]).bhapkar.p, Undefined)


def test_names_must_fit_the_levels() -> None:
    with pytest.raises(ValueError, match="2 levels but 3 names"):
        square_table([[1, 2], [3, 4]], levels=["a", "b", "c"])
