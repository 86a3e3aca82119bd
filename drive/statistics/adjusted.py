"""Two groups compared within strata, and the strata pooled after Mantel and Haenszel."""

import math
from collections.abc import Sequence

from scipy.stats import chi2

from drive.statistics.proportions import critical
from drive.statistics.results import Estimate, Test, undefined_estimate, undefined_test

Stratum = tuple[int, int, int, int]  # first group yes, no; second group yes, no

MANTEL_HAENSZEL = "Mantel-Haenszel risk difference, Sato-Greenland-Robins interval"
COCHRAN = "Cochran-Mantel-Haenszel test"

_NO_OVERLAP = "no stratum has people of both groups"


def adjusted_difference(strata: Sequence[Stratum], *, level: float = 0.95) -> Estimate:
    """The difference of shares (first group minus second) within strata, pooled.

    Strata without people of both groups carry no information on it.

    References
    ----------
    Sato T, Greenland S, Robins JM (1989) Biometrics 45:1323-1324.
    """
    both = [stratum for stratum in strata if _sizes(stratum)[0] and _sizes(stratum)[1]]
    if not both:
        return undefined_estimate(MANTEL_HAENSZEL, _NO_OVERLAP, level=level)
    weight = sum(n1 * n2 / (n1 + n2) for n1, n2 in map(_sizes, both))
    value = sum((a * n2 - c * n1) / (n1 + n2) for a, _, c, _, n1, n2 in map(_sized, both)) / weight
    variance = (value * sum(map(_p, both)) + sum(map(_q, both))) / weight**2
    half = critical(level) * math.sqrt(max(variance, 0.0))
    return Estimate(
        method=MANTEL_HAENSZEL,
        value=value,
        low=max(-1.0, value - half),
        high=min(1.0, value + half),
        level=level,
    )


def cochran_mantel_haenszel(strata: Sequence[Stratum]) -> Test:
    """Test of association within strata, without continuity correction.

    References
    ----------
    Mantel N, Haenszel W (1959) J Natl Cancer Inst 22:719-748.
    """
    excess = variance = 0.0
    for a, b, c, d, n1, n2 in map(_sized, strata):
        n, yes, no = n1 + n2, a + c, b + d
        if n > 1:
            excess += a - n1 * yes / n
            variance += n1 * n2 * yes * no / (n * n * (n - 1))
    if variance == 0:
        return undefined_test(COCHRAN, "no stratum has both groups and both answers")
    statistic = excess * excess / variance
    return Test(method=COCHRAN, statistic=statistic, df=1.0, p=float(chi2.sf(statistic, 1)))


def _sizes(stratum: Stratum) -> tuple[int, int]:
    a, b, c, d = stratum
    return a + b, c + d


def _sized(stratum: Stratum) -> tuple[int, int, int, int, int, int]:
    return (*stratum, *_sizes(stratum))


def _p(stratum: Stratum) -> float:
    a, _, c, _, n1, n2 = _sized(stratum)
    return (c * n1 * n1 - a * n2 * n2 + n1 * n2 * (n2 - n1) / 2) / (n1 + n2) ** 2


def _q(stratum: Stratum) -> float:
    a, b, c, d, n1, n2 = _sized(stratum)
    return (a * d + c * b) / (n1 + n2) / 2
