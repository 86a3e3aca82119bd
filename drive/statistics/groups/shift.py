"""How far one group of numbers lies from another: Hodges and Lehmann's shift."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from drive.statistics.proportions import critical
from drive.statistics.results import Estimate, Quantity, Undefined

HODGES_LEHMANN = "Hodges-Lehmann shift"
EXACT_SHIFT = "Hodges-Lehmann shift, exact interval"
NORMAL_SHIFT = "Hodges-Lehmann shift, interval by normal approximation with tie correction"

_EXACT_BELOW = 50  # both groups, as in R's wilcox.test


def hodges_lehmann(
    first: NDArray[np.float64],
    second: NDArray[np.float64],
    *,
    ties: Sequence[int],
    level: float = 0.95,
) -> Estimate:
    """The median of all differences first - second, with the interval that inverts the U test.

    References
    ----------
    Hodges JL, Lehmann EL (1963) Ann Math Stat 34:598-611; Hollander M, Wolfe DA (1999)
    Nonparametric Statistical Methods, 4.2-4.3.
    """
    differences = np.sort(np.subtract.outer(first, second).ravel())
    n1, n2 = len(first), len(second)
    exact = max(n1, n2) < _EXACT_BELOW and max(ties) == 1
    reach = _exact_reach(n1, n2, level) if exact else _normal_reach(n1, n2, ties, level)
    skipped = max(0, min(reach - 1, (len(differences) - 1) // 2))
    return Estimate(
        method=EXACT_SHIFT if exact else NORMAL_SHIFT,
        value=float(np.median(differences)),
        low=float(differences[skipped]),
        high=float(differences[-1 - skipped]),
        level=level,
    )


def standard_deviation_of_u(n1: int, n2: int, ties: Sequence[int]) -> Quantity:
    """The spread of U without a difference, narrowed by ties."""
    n = n1 + n2
    tied = sum(t**3 - t for t in ties)
    if tied > n**3 - n:
        raise ValueError(f"The ties hold more than the {n} values of both groups.")
    variance = n1 * n2 / 12 * ((n + 1) - tied / (n * (n - 1)))
    if variance <= 1e-12:
        return Undefined("all values are equal")
    return math.sqrt(variance)


def counts_of_u(n1: int, n2: int) -> list[int]:
    """In how many of the orderings without ties U takes each value 0 ... n1 n2.

    The counts are the coefficients of the Gaussian binomial (n1 + n2 over n1).
    """
    top = n1 * n2
    counts = [1] + [0] * top
    for i in range(1, n1 + 1):
        for j in range(top, n2 + i - 1, -1):  # times 1 - q^(n2 + i)
            counts[j] -= counts[j - n2 - i]
        for j in range(i, top + 1):  # divided by 1 - q^i
            counts[j] += counts[j - i]
    return counts


def _exact_reach(n1: int, n2: int, level: float) -> int:
    # The smallest u with P(U <= u) at or above the tail: R's qwilcox, and at least 1.
    counts = counts_of_u(n1, n2)
    tail = (1 - level) / 2 * math.comb(n1 + n2, n1)
    below = 0
    for u, count in enumerate(counts):
        below += count
        if below >= tail:
            return max(u, 1)
    return 1


def _normal_reach(n1: int, n2: int, ties: Sequence[int], level: float) -> int:
    deviation = standard_deviation_of_u(n1, n2, ties)
    if isinstance(deviation, Undefined):
        return 1
    return max(1, math.floor(n1 * n2 / 2 - critical(level) * deviation))
