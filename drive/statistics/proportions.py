"""Shares of one group and their difference between two."""

import math

from scipy.stats import norm

from drive.statistics.counts import part_of
from drive.statistics.results import Estimate, undefined_estimate

WILSON = "Wilson score interval"
NEWCOMBE = "Newcombe hybrid score interval"


def share(x: int, n: int, *, level: float = 0.95) -> Estimate:
    """The share x / n with Wilson's score interval.

    Parameters
    ----------
    x, n
        Count of those with the feature, and of all whose answer is known.
    level
        Confidence level.

    Returns
    -------
    Estimate
        From 0 to 1; undefined when n is 0.

    Raises
    ------
    CountsError
        If x or n is not a count or x exceeds n.

    References
    ----------
    Wilson EB (1927) JASA 22:209-212; Newcombe RG (1998) Stat Med 17:857-872, method 3.

    Examples
    --------
    >>> estimate = share(81, 263)
    >>> round(estimate.low, 4), round(estimate.high, 4)
    (0.2553, 0.3662)
    """
    part_of(x, n)
    if n == 0:
        return undefined_estimate(WILSON, "nobody's answer is known", level=level)
    low, high = wilson(x, n, level=level)
    return Estimate(method=WILSON, value=x / n, low=low, high=high, level=level)


def difference(x1: int, n1: int, x2: int, n2: int, *, level: float = 0.95) -> Estimate:
    """The difference x1/n1 - x2/n2 of two independent shares, Newcombe's hybrid score interval.

    Raises
    ------
    CountsError
        If a count is impossible.

    References
    ----------
    Newcombe RG (1998) Stat Med 17:873-890, method 10.

    Examples
    --------
    >>> estimate = difference(56, 70, 48, 80)
    >>> round(estimate.low, 4), round(estimate.high, 4)
    (0.0524, 0.3339)
    """
    part_of(x1, n1)
    part_of(x2, n2)
    if n1 == 0 or n2 == 0:
        return undefined_estimate(NEWCOMBE, "one of the groups is empty", level=level)
    first = (x1 / n1, *wilson(x1, n1, level=level))
    second = (x2 / n2, *wilson(x2, n2, level=level))
    low, high = square_and_add(first, second)
    return Estimate(
        method=NEWCOMBE,
        value=first[0] - second[0],
        low=max(-1.0, low),
        high=min(1.0, high),
        level=level,
    )


def wilson(x: int, n: int, *, level: float = 0.95) -> tuple[float, float]:
    """Limits of Wilson's score interval; n must be positive."""
    z = critical(level)
    centre = (x + z * z / 2) / (n + z * z)
    half = z * math.sqrt(x * (n - x) / n + z * z / 4) / (n + z * z)
    low = 0.0 if x == 0 else centre - half
    high = 1.0 if x == n else centre + half
    return low, high


def square_and_add(
    first: tuple[float, float, float], second: tuple[float, float, float]
) -> tuple[float, float]:
    """Limits of first - second from each one's (value, low, high), recovering the variances.

    References
    ----------
    Zou GY, Donner A (2008) Stat Med 27:1693-1702 (MOVER).
    """
    value = first[0] - second[0]
    below = math.hypot(first[0] - first[1], second[2] - second[0])
    above = math.hypot(first[2] - first[0], second[0] - second[1])
    return value - below, value + above


def critical(level: float) -> float:
    """The two-sided standard normal quantile of a confidence level.

    Raises
    ------
    ValueError
        If the level is not between 0 and 1.
    """
    if not 0 < level < 1:
        raise ValueError(f"A confidence level lies between 0 and 1; {level} was given.")
    return float(norm.ppf(1 - (1 - level) / 2))
