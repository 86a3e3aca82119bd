"""Association in tables, against published values."""

from itertools import product
from math import exp, lgamma

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from statsmodels.stats.contingency_tables import Table2x2

from drive.statistics.counts import CountsError
from drive.statistics.groups import association
from drive.statistics.groups.freeman_halton import MONTE_CARLO_DRAWS
from drive.statistics.groups.ratios import mover_ratio_limits
from drive.statistics.results import Estimate, Test, Undefined

TEA = [[3, 1], [1, 3]]

# Year-1 report, lines 3977-4033: identifier, Drive of 19, control of 221, printed p. Each is
# Fisher's, also where the text says chi-square; TG02 and TG04 are printed wrongly.
PRINTED_FISHER = [
    ("TG01", 18, 213, 0.530),
    ("TG03", 10, 129, 0.636),
    ("TG05", 1, 28, 0.483),
    ("TG06", 4, 40, 0.758),
    ("TG07", 10, 120, 1.000),
    ("TG08", 5, 56, 1.000),
    ("TG09", 2, 2, 0.032),
    ("TG10", 17, 170, 0.261),
    ("TG11", 11, 93, 0.229),
    ("TG12", 0, 2, 1.000),
]

cells = st.integers(1, 40)


def p_of(test: Test) -> float:
    assert isinstance(test.p, float)
    return test.p


def limits(estimate: Estimate) -> tuple[float, float, float]:
    assert isinstance(estimate.value, float)
    assert isinstance(estimate.low, float)
    assert isinstance(estimate.high, float)
    return estimate.value, estimate.low, estimate.high


def brute_force_p(table: list[list[int]]) -> float:
    """Every table with the same margins, found by trying every filling."""
    cells = np.array(table)
    rows, columns = cells.sum(axis=1), cells.sum(axis=0)
    ranges = [range(min(r, c) + 1) for r in rows[:-1] for c in columns[:-1]]
    weights = []
    for filling in product(*ranges):
        inner = np.array(filling).reshape(len(rows) - 1, len(columns) - 1)
        full = np.vstack([inner, columns[:-1] - inner.sum(axis=0)])
        full = np.hstack([full, (rows - full.sum(axis=1))[:, np.newaxis]])
        if (full >= 0).all():
            weights.append(exp(-sum(lgamma(cell + 1) for cell in full.ravel())))
    seen = exp(-sum(lgamma(cell + 1) for cell in cells.ravel()))
    return sum(w for w in weights if w <= seen * (1 + 1e-7)) / sum(weights)


def test_the_lady_tasting_tea() -> None:
    """Fisher (1935): 34 of 70 arrangements. Chi-squares: Fagerland et al. (2017), chapter 4."""
    result = association(TEA)
    assert p_of(result.fisher) == pytest.approx(34 / 70)
    assert (result.pearson.statistic, result.pearson.p) == pytest.approx((2, 0.15730), abs=5e-6)
    assert (result.yates.statistic, result.yates.p) == pytest.approx((0.5, 0.47950), abs=5e-6)
    assert result.chosen == result.fisher


@pytest.mark.parametrize(("row", "drive", "control", "printed"), PRINTED_FISHER)
def test_interventions_of_the_first_year(
    row: str, drive: int, control: int, printed: float
) -> None:
    found = association([[drive, 19 - drive], [control, 221 - control]]).fisher
    assert round(p_of(found), 3) == printed


@pytest.mark.parametrize(("drive", "control", "right"), [(9, 100, 1.000), (10, 100, 0.634)])
def test_two_printed_p_values_are_wrong(drive: int, control: int, right: float) -> None:
    """Marac .688 and criminal court 1.000 (Year-1 report, lines 3982-3996)."""
    found = association([[drive, 19 - drive], [control, 221 - control]]).fisher
    assert round(p_of(found), 3) == right


def test_missing_housing_of_the_first_year() -> None:
    """Printed 20.61 (line 2672); 0 of 19 against 20 of 29 gives 22.46, 19.72 with Yates."""
    result = association([[0, 19], [20, 9]])
    assert result.pearson.statistic == pytest.approx(22.46, abs=0.005)
    assert result.yates.statistic == pytest.approx(19.72, abs=0.005)


def test_published_effects() -> None:
    """Perondi et al. (2004) in Fagerland, Lydersen and Laake (2017), chapter 4."""
    result = association([[7, 27], [1, 33]])
    assert limits(result.risk_difference) == pytest.approx((0.1765, 0.0189, 0.3404), abs=5e-5)
    assert limits(result.risk_ratio) == pytest.approx((7.0000, 0.9096, 53.8695), abs=5e-5)
    assert mover_ratio_limits((7, 34), (1, 34)) == pytest.approx((1.1537, 41.9763), abs=5e-5)


def test_published_exact_p() -> None:
    """Ritland et al. (2007) in Fagerland, Lydersen and Laake (2017), chapter 4: .06287."""
    assert p_of(association([[0, 16], [15, 57]]).fisher) == pytest.approx(0.06287, abs=5e-6)


def test_odds_limits_with_a_count_of_nobody_are_exact() -> None:
    found = association([[0, 5], [5, 1]]).odds_ratio
    assert found.value == 0
    assert found.low == 0
    assert isinstance(found.high, float)
    # Conditional likelihood: at the upper limit the seen table (a = 0) has probability .025.
    weights = [_hypergeometric(a) * found.high**a for a in range(6)]
    assert weights[0] / sum(weights) == pytest.approx(0.025, rel=1e-6)


def _hypergeometric(a: int) -> float:
    return exp(-sum(lgamma(x + 1) for x in (a, 5 - a, 5 - a, 1 + a)))


@given(a=cells, b=cells, c=cells, d=cells)
def test_ratios_agree_with_statsmodels(a: int, b: int, c: int, d: int) -> None:
    result, table = association([[a, b], [c, d]]), Table2x2([[a, b], [c, d]])
    assert limits(result.odds_ratio)[1:] == pytest.approx(table.oddsratio_confint())
    assert limits(result.risk_ratio)[1:] == pytest.approx(table.riskratio_confint())


small = st.integers(2, 3).flatmap(
    lambda rows: st.lists(
        st.lists(st.integers(0, 4), min_size=3, max_size=3), min_size=rows, max_size=rows
    )
)


@settings(max_examples=30)
@given(table=small)
def test_exact_test_of_a_larger_table_counts_every_table(table: list[list[int]]) -> None:
    cells = np.array(table)
    used = cells[cells.any(axis=1)][:, cells.any(axis=0)]
    assume(min(used.shape) >= 2)
    assert p_of(association(table).fisher) == pytest.approx(brute_force_p(used.tolist()))


@given(table=small, data=st.data())
def test_order_of_rows_and_columns_does_not_matter(
    table: list[list[int]], data: st.DataObject
) -> None:
    rows = data.draw(st.permutations(range(len(table))))
    columns = data.draw(st.permutations(range(3)))
    one, other = association(table), association(np.array(table)[np.ix_(rows, columns)])
    if isinstance(one.fisher.p, float):
        assert one.fisher.p == pytest.approx(p_of(other.fisher))
    else:
        assert one.fisher == other.fisher


def test_a_table_with_too_many_arrangements_is_sampled_and_says_so() -> None:
    """Job satisfaction, Agresti (2002) p. 57: R's fisher.test prints .7827."""
    job = [[1, 3, 10, 6], [2, 3, 10, 7], [1, 6, 14, 12], [0, 1, 9, 11]]
    found = association(job).fisher
    assert "random tables" in found.method
    error = np.sqrt(0.7827 * 0.2173 / MONTE_CARLO_DRAWS)
    assert p_of(found) == pytest.approx(0.7827, abs=4 * error)
    assert association(job).fisher == found


@pytest.mark.parametrize(
    ("table", "method"),
    [
        ([[10, 10], [10, 10]], "Pearson chi-square test"),
        ([[5, 5], [5, 5]], "Fisher's exact test"),
        ([[6, 5, 1], [5, 6, 1]], "Fisher-Freeman-Halton exact test"),
    ],
)
def test_pearson_only_when_every_expected_count_exceeds_five(
    table: list[list[int]], method: str
) -> None:
    assert association(table).chosen.method == method


def test_effects_belong_to_2_by_2_tables() -> None:
    result = association([[1, 2, 3], [3, 2, 1]])
    assert result.odds_ratio.value == result.yates.p == Undefined("only a 2 x 2 table has it")


def test_a_category_without_anybody_is_left_out() -> None:
    assert association([[3, 0, 9], [8, 0, 2]]).pearson == association([[3, 9], [8, 2]]).pearson


def test_nobody_said_yes() -> None:
    result = association([[0, 19], [0, 221]])
    assert isinstance(result.chosen.p, Undefined)
    assert result.risk_difference.value == 0
    assert isinstance(result.risk_ratio.value, Undefined)


@pytest.mark.parametrize("table", [[[0, 0], [3, 4]], [[0, 0], [0, 0]]])
def test_an_empty_group_allows_nothing(table: list[list[int]]) -> None:
    result = association(table)
    assert isinstance(result.chosen.p, Undefined)
    assert isinstance(result.risk_difference.value, Undefined)


def test_negative_counts_are_refused() -> None:
    with pytest.raises(CountsError, match="Row 1, column 1"):
        association([[-1, 2], [3, 4]])
