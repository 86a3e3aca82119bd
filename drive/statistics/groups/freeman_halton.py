"""Fisher's exact test for tables of any size: scipy has the 2 x 2 table only, or chance."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln
from scipy.stats import fisher_exact, random_table

from drive.statistics.counts import Counts
from drive.statistics.results import NO_DF, NO_STATISTIC, Test

FISHER = "Fisher's exact test"
FREEMAN_HALTON = "Fisher-Freeman-Halton exact test"
MONTE_CARLO_DRAWS = 20_000
MONTE_CARLO = f"Fisher-Freeman-Halton test, {MONTE_CARLO_DRAWS:,} random tables"

_MOST_TABLES = 500_000
_TIE = 1e-7  # tables as likely as the observed one count; this is the relative slack for rounding


def exact_test(cells: Counts) -> Test:
    """The two-sided exact test of association: the tables no likelier than the one seen.

    Tables with the observed margins are listed in full up to half a million of them; beyond that
    a fixed number is drawn with a fixed seed, the p value is (hits + 1) / (draws + 1) and the
    name of the test says so.

    References
    ----------
    Freeman GH, Halton JH (1951) Biometrika 38:141-149; Patefield WM (1981) AS 159.
    """
    if cells.shape == (2, 2):
        p = float(fisher_exact(cells).pvalue)
        return Test(method=FISHER, statistic=NO_STATISTIC, df=NO_DF, p=min(1.0, p))
    weights = all_log_weights(cells.sum(axis=1), cells.sum(axis=0))
    if weights is None:
        return _monte_carlo(cells)
    observed = -float(gammaln(cells + 1).sum())
    probabilities = np.exp(weights - weights.max())
    no_likelier = weights <= observed + _TIE
    p = float(probabilities[no_likelier].sum() / probabilities.sum())
    return Test(method=FREEMAN_HALTON, statistic=NO_STATISTIC, df=NO_DF, p=min(1.0, p))


def all_log_weights(
    rows: NDArray[np.int64], columns: NDArray[np.int64]
) -> NDArray[np.float64] | None:
    """Minus the sum of log factorials of the cells, for each table with these margins.

    Returns None when there are more than half a million tables.
    """
    left = rows[np.newaxis, :].copy()
    weights = np.zeros(1)
    for column in columns[:-1]:
        filled = _fill(left, weights, int(column))
        if filled is None:
            return None
        left, weights = filled
    totals: NDArray[np.float64] = weights - gammaln(left + 1).sum(axis=1)
    return totals


def _fill(
    left: NDArray[np.int64], weights: NDArray[np.float64], column: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]] | None:
    # One column, cell by cell, in every way that the row totals still allow.
    to_place = np.full(len(left), column)
    for row in range(left.shape[1]):
        room_below = left[:, row + 1 :].sum(axis=1)
        least = np.maximum(0, to_place - room_below)
        ways = np.minimum(left[:, row], to_place) - least + 1
        if ways.sum() > _MOST_TABLES:
            return None
        parent = np.repeat(np.arange(len(left)), ways)
        step = np.arange(len(parent)) - np.repeat(np.cumsum(ways) - ways, ways)
        value = least[parent] + step
        left, to_place = left[parent], to_place[parent] - value
        left[:, row] -= value
        weights = weights[parent] - gammaln(value + 1)
    return left, weights


def _monte_carlo(cells: Counts) -> Test:
    drawn = random_table(cells.sum(axis=1), cells.sum(axis=0), seed=np.random.default_rng(1951))
    tables = drawn.rvs(MONTE_CARLO_DRAWS)
    weights = -gammaln(tables + 1).sum(axis=(1, 2))
    hits = int((weights <= -float(gammaln(cells + 1).sum()) + _TIE).sum())
    p = (hits + 1) / (MONTE_CARLO_DRAWS + 1)
    return Test(method=MONTE_CARLO, statistic=NO_STATISTIC, df=NO_DF, p=p)
