"""Means of differences: how far apart two measurements lie, and two groups of such."""

import math
from collections.abc import Sequence

import numpy as np
from scipy.stats import t

from drive.statistics.results import Estimate, undefined_estimate

MEAN = "Mean, t interval"
WELCH = "Difference of two means, Welch's t interval"


def mean(values: Sequence[float], *, level: float = 0.95) -> Estimate:
    """Return a mean with its t interval, in the unit of the values.

    Parameters
    ----------
    values
        One number for each independent unit.
    level
        Confidence level.

    Returns
    -------
    Estimate
        Undefined without two values; where all are equal the interval is that one number.

    Examples
    --------
    >>> mean([-1.2, -2.4, -1.3, -1.3, 0.0, -1.0, -1.8, -0.8, -4.6, -1.4]).value
    -1.58
    """
    if len(values) < 2:
        return undefined_estimate(MEAN, "a mean with an interval needs two values", level=level)
    known = np.array(values, dtype=np.float64)
    error = float(known.std(ddof=1)) / math.sqrt(len(known))
    return _with_limits(float(known.mean()), error, len(known) - 1, (MEAN, level))


def difference_of_means(
    first: Sequence[float], second: Sequence[float], *, level: float = 0.95
) -> Estimate:
    """Return the mean of the first group minus that of the second, spreads not taken as equal.

    Parameters
    ----------
    first, second
        One number for each independent unit of a group.
    level
        Confidence level.

    Returns
    -------
    Estimate
        Undefined where a group has fewer than two values; where no value of a group differs from
        another, the interval is the difference alone.

    References
    ----------
    Welch BL (1947) Biometrika 34:28-35.
    """
    if min(len(first), len(second)) < 2:
        return undefined_estimate(WELCH, "a group has fewer than two values", level=level)
    groups = [np.array(values, dtype=np.float64) for values in (first, second)]
    a, b = (float(group.var(ddof=1)) / len(group) for group in groups)
    error = math.sqrt(a + b)
    df = (a + b) ** 2 / (a**2 / (len(first) - 1) + b**2 / (len(second) - 1)) if error else 1.0
    value = float(groups[0].mean() - groups[1].mean())
    return _with_limits(value, error, df, (WELCH, level))


def _with_limits(value: float, error: float, df: float, how: tuple[str, float]) -> Estimate:
    method, level = how
    reach = float(t.ppf(0.5 + level / 2, df)) * error
    return Estimate(method=method, value=value, low=value - reach, high=value + reach, level=level)
