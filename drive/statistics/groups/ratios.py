"""Ratios of two independent groups: of their risks, and of their odds."""

import math

import numpy as np
from scipy.stats.contingency import odds_ratio as conditional_odds_ratio

from drive.statistics.proportions import critical, wilson
from drive.statistics.results import Estimate, Undefined, finite, undefined_estimate

RISK_RATIO = "Risk ratio, Katz log interval"
RISK_RATIO_ZERO = "Risk ratio, MOVER-R Wilson interval (a count is 0)"
ODDS_RATIO = "Odds ratio, Woolf logit interval"
ODDS_RATIO_ZERO = "Odds ratio, exact conditional interval (a count is 0)"

_ENDLESS = "nobody in the second group, so the ratio has no upper limit"


def risk_ratio(x1: int, n1: int, x2: int, n2: int, *, level: float = 0.95) -> Estimate:
    """The ratio of x1/n1 to x2/n2.

    References
    ----------
    Katz D et al (1978) Biometrics 34:469-474; with a count of 0, Donner A, Zou GY (2012) Stat
    Methods Med Res 21:347-359.

    Examples
    --------
    >>> estimate = risk_ratio(7, 34, 1, 34)
    >>> round(estimate.low, 4), round(estimate.high, 4)
    (0.9096, 53.8695)
    """
    if n1 == 0 or n2 == 0:
        return undefined_estimate(RISK_RATIO, "one of the groups is empty", level=level)
    if x1 == 0 and x2 == 0:
        return undefined_estimate(RISK_RATIO, "nobody in either group", level=level)
    if x1 == 0 or x2 == 0:
        return _wilson_ratio((x1, n1), (x2, n2), level)
    value = (x1 / n1) / (x2 / n2)
    spread = critical(level) * math.sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2)
    return Estimate(
        method=RISK_RATIO,
        value=value,
        low=value * math.exp(-spread),
        high=value * math.exp(spread),
        level=level,
    )


def _wilson_ratio(first: tuple[int, int], second: tuple[int, int], level: float) -> Estimate:
    low, high = mover_ratio_limits(first, second, level=level)
    p1, p2 = first[0] / first[1], second[0] / second[1]
    return Estimate(
        method=RISK_RATIO_ZERO,
        value=p1 / p2 if p2 else Undefined(_ENDLESS),
        low=low,
        high=finite(high, _ENDLESS),
        level=level,
    )


def mover_ratio_limits(
    first: tuple[int, int], second: tuple[int, int], *, level: float = 0.95
) -> tuple[float, float]:
    """Limits of a ratio of risks (x, n) recovered from their Wilson limits; may be infinite."""
    p1, p2 = first[0] / first[1], second[0] / second[1]
    low1, high1 = wilson(*first, level=level)
    low2, high2 = wilson(*second, level=level)
    product = p1 * p2
    below = product**2 - low1 * high2 * (2 * p1 - low1) * (2 * p2 - high2)
    low = (product - math.sqrt(max(below, 0.0))) / (high2 * (2 * p2 - high2)) if low1 else 0.0
    divisor = low2 * (2 * p2 - low2)
    if divisor <= 0:
        return low, math.inf
    above = product**2 - high1 * low2 * (2 * p1 - high1) * (2 * p2 - low2)
    return low, (product + math.sqrt(max(above, 0.0))) / divisor


def odds_ratio(a: int, b: int, c: int, d: int, *, level: float = 0.95) -> Estimate:
    """The ratio of the odds a : b to the odds c : d.

    References
    ----------
    Woolf B (1955) Ann Hum Genet 19:251-253; with a count of 0 the exact conditional limits of
    Cornfield J (1956).
    """
    if not (a + b and c + d):
        return undefined_estimate(ODDS_RATIO, "one of the groups is empty", level=level)
    if not (a + c and b + d):
        return undefined_estimate(ODDS_RATIO, "everybody is in one category", level=level)
    if not (a and b and c and d):
        return _exact_odds_ratio((a, b, c, d), level)
    value = a * d / (b * c)
    spread = critical(level) * math.sqrt(1 / a + 1 / b + 1 / c + 1 / d)
    return Estimate(
        method=ODDS_RATIO,
        value=value,
        low=value * math.exp(-spread),
        high=value * math.exp(spread),
        level=level,
    )


def _exact_odds_ratio(cells: tuple[int, int, int, int], level: float) -> Estimate:
    a, b, c, d = cells
    endless = "a count is 0, so the ratio has no upper limit"
    limits = conditional_odds_ratio(np.array([[a, b], [c, d]])).confidence_interval(level)
    return Estimate(
        method=ODDS_RATIO_ZERO,
        value=a * d / (b * c) if b * c else Undefined(endless),
        low=float(limits.low),
        high=finite(float(limits.high), endless),
        level=level,
    )
