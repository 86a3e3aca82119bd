"""One yes or no, asked of the same people before and after."""

from dataclasses import dataclass

from scipy.stats import binom, chi2

from drive.statistics.counts import TableLike, two_by_two
from drive.statistics.paired_intervals import conditional_odds_ratio, newcombe_paired, tango
from drive.statistics.results import (
    NO_DF,
    NO_STATISTIC,
    Estimate,
    Result,
    Test,
    undefined_test,
)

MID_P = "McNemar mid-p test"
EXACT = "McNemar exact conditional test"
ASYMPTOTIC = "McNemar chi-square test"
EDWARDS = "McNemar chi-square test with Edwards' continuity correction"


@dataclass(frozen=True, slots=True)
class PairedChange(Result):
    """Change in a yes or no within the same people: a description, not an effect.

    Attributes
    ----------
    n
        Pairs.
    before, after
        How many said yes at each time.
    stopped, started
        Yes then no, and no then yes: the discordant pairs, always shown.
    p_mid, p_exact
        The p values of `mid_p` and `exact`.
    difference_tango, difference_newcombe
        Share before minus share after, so a fall is positive.
    odds_ratio
        Stopped to started.
    """

    n: int
    before: int
    after: int
    stopped: int
    started: int
    p_mid: float
    p_exact: float
    mid_p: Test
    exact: Test
    chi_square: Test
    edwards: Test
    difference_tango: Estimate
    difference_newcombe: Estimate
    odds_ratio: Estimate


def paired_change(table: TableLike, *, level: float = 0.95) -> PairedChange:
    """Compare a yes or no before with the same yes or no after.

    Parameters
    ----------
    table
        [[yes-yes, yes-no], [no-yes, no-no]], before x after, in people.
    level
        Confidence level of the intervals.

    Returns
    -------
    PairedChange
        McNemar's test as mid-p (the default), exact, asymptotic and with Edwards' correction;
        the difference with two intervals; the conditional odds ratio.

    Raises
    ------
    CountsError
        If the table is not 2 x 2 or a cell is not a count.

    References
    ----------
    Fagerland MW, Lydersen S, Laake P (2013) BMC Med Res Methodol 13:91; Edwards AL (1948)
    Psychometrika 13:185-187; Tango T (1998); Newcombe RG (1998).

    Examples
    --------
    Airway hyper-responsiveness of 21 children before and after a transplant (Fagerland 2013,
    Table 1):

    >>> change = paired_change([[1, 1], [7, 12]])
    >>> round(change.p_exact, 4), round(change.p_mid, 4)
    (0.0703, 0.0391)
    """
    a, b, c, d = two_by_two(table)
    n = a + b + c + d
    p_exact, p_mid = exact_p(b, c), mid_p(b, c)
    return PairedChange(
        n=n,
        before=a + b,
        after=a + c,
        stopped=b,
        started=c,
        p_mid=p_mid,
        p_exact=p_exact,
        mid_p=Test(method=MID_P, statistic=NO_STATISTIC, df=NO_DF, p=p_mid),
        exact=Test(method=EXACT, statistic=NO_STATISTIC, df=NO_DF, p=p_exact),
        chi_square=_chi_square(b, c, correction=0, method=ASYMPTOTIC),
        edwards=_chi_square(b, c, correction=1, method=EDWARDS),
        difference_tango=tango(b, c, n, level=level),
        difference_newcombe=newcombe_paired(a, b, c, d, level=level),
        odds_ratio=conditional_odds_ratio(b, c, level=level),
    )


def exact_p(b: int, c: int) -> float:
    """Two-sided exact conditional p: twice the smaller binomial tail, at most 1."""
    return min(1.0, 2 * float(binom.cdf(min(b, c), b + c, 0.5)))


def mid_p(b: int, c: int) -> float:
    """Two-sided mid-p: the exact p less the probability of what was seen.

    Without discordant pairs it is 1, since the data say nothing.
    """
    if b + c == 0:
        return 1.0
    observed = float(binom.pmf(min(b, c), b + c, 0.5))
    if b == c:
        return 1 - observed / 2
    return 2 * float(binom.cdf(min(b, c), b + c, 0.5)) - observed


def _chi_square(b: int, c: int, *, correction: int, method: str) -> Test:
    if b + c == 0:
        return undefined_test(method, "nobody changed")
    statistic = max(abs(b - c) - correction, 0) ** 2 / (b + c)
    return Test(method=method, statistic=statistic, df=1.0, p=float(chi2.sf(statistic, 1)))
