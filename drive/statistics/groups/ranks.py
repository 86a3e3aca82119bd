"""Two groups of numbers compared by rank."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import norm, rankdata, shapiro

from drive.statistics.groups.shift import HODGES_LEHMANN, hodges_lehmann, standard_deviation_of_u
from drive.statistics.results import (
    NO_DF,
    Estimate,
    Quantity,
    Result,
    Test,
    Undefined,
    undefined_estimate,
    undefined_test,
)

MANN_WHITNEY = "Mann-Whitney U test, normal approximation with tie correction"
SHAPIRO_WILK = "Shapiro-Wilk test of normality"

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class RankComparison(Result):
    """Two groups compared by rank; the sign of z is the first group's.

    Attributes
    ----------
    n
        Size of each group.
    u
        U of the first group: in how many pairs its number is the greater, ties counting half.
    z, p
        Without continuity correction; also in `test`.
    shift
        First group minus second, in the unit of the numbers.
    normality
        Shapiro-Wilk for each group.
    """

    n: tuple[int, int]
    u: float
    z: Quantity
    p: Quantity
    test: Test
    mean_ranks: tuple[float, float]
    medians: tuple[Quantity, Quantity]
    shift: Estimate
    normality: tuple[Test, Test]


def rank_comparison(
    a: Sequence[float], b: Sequence[float], *, level: float = 0.95
) -> RankComparison:
    """Compare two independent groups of numbers.

    Parameters
    ----------
    a, b
        The numbers of each group, none missing.
    level
        Confidence level of the shift.

    Raises
    ------
    ValueError
        If a group is empty or holds a missing or infinite value.

    References
    ----------
    Mann HB, Whitney DR (1947) Ann Math Stat 18:50-60; Hodges JL, Lehmann EL (1963) Ann Math
    Stat 34:598-611; Shapiro SS, Wilk MB (1965) Biometrika 52:591-611.

    Examples
    --------
    >>> rank_comparison([1, 2, 3], [4, 5, 6, 7]).u
    0.0
    """
    first, second = _values(a, "first"), _values(b, "second")
    ranks = rankdata(np.concatenate([first, second]))
    _, ties = np.unique(ranks, return_counts=True)
    n1, n2 = len(first), len(second)
    u = float(ranks[:n1].sum()) - n1 * (n1 + 1) / 2
    test = _test(u, n1, n2, ties=ties.tolist())
    return RankComparison(
        n=(n1, n2),
        u=u,
        z=test.statistic,
        p=test.p,
        test=test,
        mean_ranks=_mean_ranks(u, n1, n2),
        medians=(float(np.median(first)), float(np.median(second))),
        shift=hodges_lehmann(first, second, ties=ties.tolist(), level=level),
        normality=(_normality(first), _normality(second)),
    )


def from_summary(*, u: float, n1: int, n2: int, ties: Sequence[int] = ()) -> RankComparison:
    """The comparison that a printed U and the sizes of the groups imply.

    Parameters
    ----------
    u
        U of the first group.
    n1, n2
        Sizes of the groups.
    ties
        How many numbers share each tied value, where known.

    Raises
    ------
    ValueError
        If a group is empty or U cannot be reached.

    Examples
    --------
    Age of those contacted and not (Year-1 report, lines 1297-1299):

    >>> round(from_summary(u=168, n1=19, n2=29).z, 2)
    -2.27
    """
    if n1 < 1 or n2 < 1:
        raise ValueError(f"Both groups need somebody; their sizes are {n1} and {n2}.")
    if not 0 <= u <= n1 * n2:
        raise ValueError(f"U lies between 0 and {n1 * n2} for groups of {n1} and {n2}, not {u:g}.")
    test = _test(u, n1, n2, ties=ties)
    unknown = "only U and the sizes are known"
    no_normality = undefined_test(SHAPIRO_WILK, unknown)
    return RankComparison(
        n=(n1, n2),
        u=float(u),
        z=test.statistic,
        p=test.p,
        test=test,
        mean_ranks=_mean_ranks(u, n1, n2),
        medians=(Undefined(unknown), Undefined(unknown)),
        shift=undefined_estimate(HODGES_LEHMANN, unknown),
        normality=(no_normality, no_normality),
    )


def _values(given: Sequence[float], which: str) -> Values:
    values = np.asarray(given, dtype=np.float64)
    if values.ndim != 1 or not len(values):
        raise ValueError(f"The {which} group is empty.")
    if not np.isfinite(values).all():
        place = int(np.argmin(np.isfinite(values))) + 1
        raise ValueError(f"Value {place} of the {which} group is missing or infinite.")
    return values


def _test(u: float, n1: int, n2: int, *, ties: Sequence[int]) -> Test:
    deviation = standard_deviation_of_u(n1, n2, ties)
    if isinstance(deviation, Undefined):
        return undefined_test(MANN_WHITNEY, deviation.reason)
    z = (u - n1 * n2 / 2) / deviation
    return Test(method=MANN_WHITNEY, statistic=z, df=NO_DF, p=float(2 * norm.sf(math.fabs(z))))


def _mean_ranks(u: float, n1: int, n2: int) -> tuple[float, float]:
    return u / n1 + (n1 + 1) / 2, (n1 * n2 - u) / n2 + (n2 + 1) / 2


def _normality(values: Values) -> Test:
    if len(values) < 3:
        return undefined_test(SHAPIRO_WILK, "it needs three values")
    if len(values) > 5000:
        return undefined_test(SHAPIRO_WILK, "it is not calibrated above 5,000 values")
    if np.ptp(values) == 0:
        return undefined_test(SHAPIRO_WILK, "all values are equal")
    result = shapiro(values)
    return Test(
        method=SHAPIRO_WILK, statistic=float(result.statistic), df=NO_DF, p=float(result.pvalue)
    )
