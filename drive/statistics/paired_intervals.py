"""Confidence intervals for a yes or no asked twice of the same people.

statsmodels has McNemar's test without mid-p, effect size or interval, so they are written here.
The table is [[yes-yes, yes-no], [no-yes, no-no]], before x after; its cells are a, b, c, d.
"""

import math

from scipy.optimize import brentq
from scipy.stats import beta

from drive.statistics.proportions import critical, wilson
from drive.statistics.results import Estimate, Undefined, finite, undefined_estimate

TANGO = "Tango score interval, share before minus share after"
NEWCOMBE_PAIRED = "Newcombe square-and-add interval (method 10), share before minus share after"
CONDITIONAL = "Conditional odds ratio, stopped to started, exact (Clopper-Pearson) interval"

_EDGE = 1e-12


def tango(b: int, c: int, n: int, *, level: float = 0.95) -> Estimate:
    """The difference (b - c) / n with the score interval of Tango.

    The limits are the differences delta at which the score statistic
    (b - c - n delta) / sqrt(n (2 q + delta (1 - delta))) equals plus or minus z, where q is the
    probability of (no, yes) that maximises the likelihood under delta.

    References
    ----------
    Tango T (1998) Stat Med 17:891-908, section 3.

    Examples
    --------
    >>> estimate = tango(6, 16, 161)
    >>> round(estimate.low, 4), round(estimate.high, 4)
    (-0.124, -0.0054)
    """
    if n == 0:
        return undefined_estimate(TANGO, "no pairs", level=level)
    z = critical(level)
    value = (b - c) / n

    def beyond(delta: float, limit: float) -> float:
        return tango_score(b, c, n, delta) - limit

    low = -1.0 if c == n else float(brentq(beyond, _EDGE - 1, value, args=(z,), xtol=1e-14))
    high = 1.0 if b == n else float(brentq(beyond, value, 1 - _EDGE, args=(-z,), xtol=1e-14))
    return Estimate(method=TANGO, value=value, low=low, high=high, level=level)


def tango_score(b: int, c: int, n: int, delta: float) -> float:
    """Tango's score statistic for the hypothesis that the difference is delta."""
    numerator = b - c - n * delta
    q = restricted_likelihood_peak(b, c, n, delta)
    variance = n * (2 * q + delta * (1 - delta))
    if variance <= 0:
        return 0.0 if numerator == 0 else math.copysign(math.inf, numerator)
    return numerator / math.sqrt(variance)


def restricted_likelihood_peak(b: int, c: int, n: int, delta: float) -> float:
    """The probability of (no, yes) at which the likelihood is greatest, given the difference."""
    linear = -(b + c) + (2 * n - b + c) * delta
    constant = -c * delta * (1 - delta)
    root = math.sqrt(max(0.0, linear * linear - 8 * n * constant))
    return max((root - linear) / (4 * n), 0.0, -delta)


def newcombe_paired(a: int, b: int, c: int, d: int, *, level: float = 0.95) -> Estimate:
    """The difference (b - c) / n with Newcombe's square-and-add interval for pairs.

    References
    ----------
    Newcombe RG (1998) Stat Med 17:2635-2650, method 10 (correlation corrected for continuity).

    Examples
    --------
    >>> estimate = newcombe_paired(59, 6, 16, 80)
    >>> round(estimate.low, 4), round(estimate.high, 4)
    (-0.1186, -0.0046)
    """
    if a + b + c + d == 0:
        return undefined_estimate(NEWCOMBE_PAIRED, "no pairs", level=level)
    value, low, high = newcombe_paired_limits((a, b, c, d), level=level)
    return Estimate(method=NEWCOMBE_PAIRED, value=value, low=low, high=high, level=level)


def newcombe_paired_limits(
    cells: tuple[int, int, int, int], *, level: float = 0.95
) -> tuple[float, float, float]:
    """The paired difference and Newcombe's limits; there must be a pair."""
    a, b, c, d = cells
    n = a + b + c + d
    p1, p2 = (a + b) / n, (a + c) / n
    low1, high1 = wilson(a + b, n, level=level)
    low2, high2 = wilson(a + c, n, level=level)
    phi = _corrected_phi(a, b, c, d)
    below = _correlated(p1 - low1, high2 - p2, phi)
    above = _correlated(high1 - p1, p2 - low2, phi)
    value = (b - c) / n
    return value, max(-1.0, value - below), min(1.0, value + above)


def _corrected_phi(a: int, b: int, c: int, d: int) -> float:
    margins = (a + b) * (c + d) * (a + c) * (b + d)
    if margins == 0:
        return 0.0
    cross = float(a * d - b * c)
    if cross > 0:
        cross = max(cross - (a + b + c + d) / 2, 0.0)
    return cross / math.sqrt(margins)


def _correlated(first: float, second: float, phi: float) -> float:
    squared = first * first - 2 * phi * first * second + second * second
    return math.sqrt(max(squared, 0.0))


def conditional_odds_ratio(b: int, c: int, *, level: float = 0.95) -> Estimate:
    """The odds ratio b / c conditional on the discordant pairs, with its exact interval.

    References
    ----------
    Fagerland MW, Lydersen S, Laake P (2017) Statistical Analysis of Contingency Tables, 8.6.

    Examples
    --------
    >>> estimate = conditional_odds_ratio(25, 2)
    >>> round(estimate.low, 4), round(estimate.high, 4)
    (3.1169, 108.8892)
    """
    if b + c == 0:
        return undefined_estimate(CONDITIONAL, "nobody changed", level=level)
    tail = (1 - level) / 2
    low = 0.0 if b == 0 else float(beta.ppf(tail, b, c + 1))
    high = 1.0 if c == 0 else float(beta.ppf(1 - tail, b + 1, c))
    endless = "nobody started, so the ratio has no upper limit"
    return Estimate(
        method=CONDITIONAL,
        value=b / c if c else Undefined(endless),
        low=low / (1 - low),
        high=finite(high / (1 - high), endless) if high < 1 else Undefined(endless),
        level=level,
    )
