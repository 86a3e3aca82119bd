"""How far two raters agree beyond what chance would give."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.stats import norm

from drive.statistics.counts import CountsError
from drive.statistics.results import Estimate, undefined_estimate

COHEN = "Cohen's kappa, large-sample interval"
WEIGHTED = "Cohen's kappa with linear weights, large-sample interval"


def cohen_kappa(table: Sequence[Sequence[int]], *, level: float = 0.95) -> Estimate:
    """Cohen's kappa of two raters who put the same things into the same categories.

    Parameters
    ----------
    table
        Counts: a row for each category of the first rater, a column for each of the second, in
        the same order.
    level
        Confidence level.

    Returns
    -------
    Estimate
        From -1 to 1; undefined when nothing was rated, or when both raters used one and the same
        category alone, so that chance explains everything.

    Raises
    ------
    CountsError
        If the table is not square or holds what is not a count.

    References
    ----------
    Cohen J (1960) Educ Psychol Meas 20:37-46; the standard error of Fleiss JL, Cohen J, Everitt BS
    (1969) Psychol Bull 72:323-327, formula 13.

    Examples
    --------
    >>> round(cohen_kappa([[88, 10, 2], [14, 40, 6], [18, 10, 12]]).value, 3)
    0.492
    """
    size = _check(table)
    return _kappa(table, np.eye(size), method=COHEN, level=level)


def weighted_kappa(table: Sequence[Sequence[int]], *, level: float = 0.95) -> Estimate:
    """Cohen's kappa with linear weights, for categories that stand in an order.

    Two ratings a step apart count as half wrong on a scale of three, as a third on one of four.

    Parameters
    ----------
    table, level
        As for `cohen_kappa`; the categories stand from the lowest to the highest.

    Returns
    -------
    Estimate
        As for `cohen_kappa`.

    Raises
    ------
    CountsError
        As for `cohen_kappa`, or if the table has fewer than two categories.

    References
    ----------
    Cohen J (1968) Psychol Bull 70:213-220; the standard error of Fleiss JL, Cohen J, Everitt BS
    (1969) Psychol Bull 72:323-327, formula 9.

    Examples
    --------
    >>> round(weighted_kappa([[21, 12, 0, 0], [4, 17, 1, 0], [3, 9, 15, 2], [0, 0, 0, 1]]).value, 4)
    0.5684
    """
    size = _check(table)
    if size < 2:
        raise CountsError("Linear weights need two categories or more.")
    places = np.arange(size)
    weights = 1 - abs(places[:, None] - places[None, :]) / (size - 1)
    return _kappa(table, weights, method=WEIGHTED, level=level)


def _check(table: Sequence[Sequence[int]]) -> int:
    size = len(table)
    if any(len(row) != size for row in table):
        raise CountsError("The table of two raters has a row and a column for each category.")
    if any(int(count) != count or count < 0 for row in table for count in row):
        raise CountsError("The table of two raters holds counts.")
    return size


def _kappa(
    table: Sequence[Sequence[int]],
    weights: npt.NDArray[np.float64],
    *,
    method: str,
    level: float,
) -> Estimate:
    """Kappa with a weight for each pair of ratings; without weights it is the unit matrix.

    Formula 13 of the standard error, without weights, is formula 9 with that matrix.
    """
    n = sum(map(sum, table))
    if n == 0:
        return undefined_estimate(method, "nothing was rated twice", level=level)
    shares = np.array(table, dtype=np.float64) / n
    rows, columns = shares.sum(axis=1), shares.sum(axis=0)
    chance = float(rows @ weights @ columns)
    if math.isclose(chance, 1.0):
        return undefined_estimate(method, "both raters used one category alone", level=level)
    kappa = (float((weights * shares).sum()) - chance) / (1 - chance)
    margins = (weights @ columns)[:, None] + (rows @ weights)[None, :]
    spread = float((shares * (weights - margins * (1 - kappa)) ** 2).sum())
    spread -= (kappa - chance * (1 - kappa)) ** 2
    reach = float(norm.ppf(0.5 + level / 2)) * math.sqrt(max(spread, 0.0) / n) / (1 - chance)
    low, high = max(kappa - reach, -1.0), min(kappa + reach, 1.0)
    return Estimate(method=method, value=kappa, low=low, high=high, level=level)
