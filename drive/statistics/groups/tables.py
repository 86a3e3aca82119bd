"""Groups (rows) against categories (columns)."""

from dataclasses import dataclass

from scipy.stats import chi2_contingency
from scipy.stats.contingency import expected_freq

from drive.statistics.counts import Counts, TableLike, checked
from drive.statistics.groups.freeman_halton import exact_test
from drive.statistics.groups.ratios import ODDS_RATIO, RISK_RATIO, odds_ratio, risk_ratio
from drive.statistics.proportions import NEWCOMBE, difference
from drive.statistics.results import (
    Estimate,
    Quantity,
    Result,
    Test,
    Undefined,
    undefined_estimate,
    undefined_test,
)

PEARSON = "Pearson chi-square test"
YATES = "Chi-square test with Yates' continuity correction"

_ONLY_2_BY_2 = "only a 2 x 2 table has it"


@dataclass(frozen=True, slots=True)
class Association(Result):
    """Whether groups differ in a category, and by how much.

    Attributes
    ----------
    expected_minimum
        The smallest count expected without association.
    chosen
        Pearson's test when every expected count exceeds 5, else the exact test.
    risk_difference, risk_ratio, odds_ratio
        First row against second row, for the first column; 2 x 2 tables only.
    """

    n: int
    expected_minimum: Quantity
    chosen: Test
    pearson: Test
    yates: Test
    fisher: Test
    risk_difference: Estimate
    risk_ratio: Estimate
    odds_ratio: Estimate


def association(table: TableLike, *, level: float = 0.95) -> Association:
    """Compare groups on a category.

    Parameters
    ----------
    table
        Counts, groups in rows and categories in columns; for a yes or no the columns are
        yes, no.
    level
        Confidence level.

    Returns
    -------
    Association
        Categories and groups without anybody are left out of the tests. The tests are undefined
        when fewer than two of either remain.

    Raises
    ------
    CountsError
        If the table has fewer than two rows or columns, or a cell is not a count.

    References
    ----------
    Pearson K (1900); Yates F (1934); Fisher RA (1935); Freeman GH, Halton JH (1951); risk
    difference Newcombe RG (1998) Stat Med 17:873-890, method 10.

    Examples
    --------
    >>> result = association([[2, 17], [2, 219]])
    >>> result.chosen.method, round(result.chosen.p, 3)
    ("Fisher's exact test", 0.032)
    """
    cells = checked(table)
    used = cells[cells.any(axis=1)][:, cells.any(axis=0)]
    expected = float(expected_freq(used).min()) if min(used.shape) > 1 else _nothing(cells)
    pearson, yates, fisher = _tests(used)
    exceeds_five = isinstance(expected, float) and expected > 5
    risk_difference, ratio, odds = _effects(cells, level)
    return Association(
        n=int(cells.sum()),
        expected_minimum=expected,
        chosen=pearson if exceeds_five else fisher,
        pearson=pearson,
        yates=yates,
        fisher=fisher,
        risk_difference=risk_difference,
        risk_ratio=ratio,
        odds_ratio=odds,
    )


def _nothing(cells: Counts) -> Quantity:
    return 0.0 if cells.any() else Undefined("the table is empty")


def _tests(used: Counts) -> tuple[Test, Test, Test]:
    if min(used.shape) < 2:
        reason = "only one group or one category has anybody in it"
        return (
            undefined_test(PEARSON, reason),
            undefined_test(YATES, reason),
            undefined_test("Fisher's exact test", reason),
        )
    pearson = _chi_square(used, correction=False)
    yates = (
        _chi_square(used, correction=True)
        if used.shape == (2, 2)
        else undefined_test(YATES, _ONLY_2_BY_2)
    )
    return pearson, yates, exact_test(used)


def _chi_square(used: Counts, *, correction: bool) -> Test:
    result = chi2_contingency(used, correction=correction)
    return Test(
        method=YATES if correction else PEARSON,
        statistic=float(result.statistic),
        df=float(result.dof),
        p=float(result.pvalue),
    )


def _effects(cells: Counts, level: float) -> tuple[Estimate, Estimate, Estimate]:
    if cells.shape != (2, 2):
        return (
            undefined_estimate(NEWCOMBE, _ONLY_2_BY_2, level=level),
            undefined_estimate(RISK_RATIO, _ONLY_2_BY_2, level=level),
            undefined_estimate(ODDS_RATIO, _ONLY_2_BY_2, level=level),
        )
    a, b, c, d = (int(cell) for cell in cells.ravel())
    return (
        difference(a, a + b, c, c + d, level=level),
        risk_ratio(a, a + b, c, c + d, level=level),
        odds_ratio(a, b, c, d, level=level),
    )
