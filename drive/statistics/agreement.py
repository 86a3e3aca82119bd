"""How far two raters agree beyond what chance would give."""

import math
from collections.abc import Sequence

import numpy as np
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
    n = sum(map(sum, table))
    if n == 0:
        return undefined_estimate(COHEN, "nothing was rated twice", level=level)
    shares = [[count / n for count in row] for row in table]
    rows = [sum(row) for row in shares]
    columns = [sum(row[j] for row in shares) for j in range(size)]
    agreed = sum(shares[i][i] for i in range(size))
    chance = sum(row * column for row, column in zip(rows, columns, strict=True))
    if math.isclose(chance, 1.0):
        return undefined_estimate(COHEN, "both raters used one category alone", level=level)
    kappa = (agreed - chance) / (1 - chance)
    error = _standard_error(shares, rows, columns, n)
    reach = float(norm.ppf(0.5 + level / 2)) * error
    return Estimate(
        method=COHEN,
        value=kappa,
        low=max(kappa - reach, -1.0),
        high=min(kappa + reach, 1.0),
        level=level,
    )


def weighted_kappa(table: Sequence[Sequence[int]], *, level: float = 0.95) -> Estimate:
    """Cohen's kappa with linear weights, for categories that stand in an order.

    Two ratings a step apart count as half wrong on a scale of three, as a third on one of four.

    Parameters
    ----------
    table
        Counts: a row for each category of the first rater, a column for each of the second, from
        the lowest to the highest.
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
        If the table is not square, has fewer than two categories, or holds what is not a count.

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
    n = sum(map(sum, table))
    if n == 0:
        return undefined_estimate(WEIGHTED, "nothing was rated twice", level=level)
    shares = np.array(table, dtype=np.float64) / n
    places = np.arange(size)
    weights = 1 - abs(places[:, None] - places[None, :]) / (size - 1)
    rows, columns = shares.sum(axis=1), shares.sum(axis=0)
    chance = float(rows @ weights @ columns)
    if math.isclose(chance, 1.0):
        return undefined_estimate(WEIGHTED, "both raters used one category alone", level=level)
    kappa = (float((weights * shares).sum()) - chance) / (1 - chance)
    margins = (weights @ columns)[:, None] + (rows @ weights)[None, :]
    spread = float((shares * (weights - margins * (1 - kappa)) ** 2).sum())
    spread -= (kappa - chance * (1 - kappa)) ** 2
    reach = float(norm.ppf(0.5 + level / 2)) * math.sqrt(max(spread, 0.0) / n) / (1 - chance)
    low, high = max(kappa - reach, -1.0), min(kappa + reach, 1.0)
    return Estimate(method=WEIGHTED, value=kappa, low=low, high=high, level=level)


def _check(table: Sequence[Sequence[int]]) -> int:
    size = len(table)
    if any(len(row) != size for row in table):
        raise CountsError("The table of two raters has a row and a column for each category.")
    if any(int(count) != count or count < 0 for row in table for count in row):
        raise CountsError("The table of two raters holds counts.")
    return size


def _standard_error(
    shares: list[list[float]],
    rows: list[float],
    columns: list[float],
    n: int,
) -> float:
    size = range(len(shares))
    agreed = sum(shares[i][i] for i in size)
    chance = sum(rows[i] * columns[i] for i in size)
    same = sum(
        shares[i][i] * ((1 - chance) - (rows[i] + columns[i]) * (1 - agreed)) ** 2 for i in size
    )
    other = (1 - agreed) ** 2 * sum(
        shares[i][j] * (columns[i] + rows[j]) ** 2 for i in size for j in size if i != j
    )
    spread = same + other - (agreed * chance - 2 * chance + agreed) ** 2
    return math.sqrt(max(spread, 0.0) / n) / (1 - chance) ** 2
