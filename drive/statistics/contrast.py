"""The contrast between arms in a yes or no recorded before and after: the primary analysis.

Change within one arm is a description. Comparing which arm's own test came out "significant"
has a true error rate of up to one half (Bland JM, Altman DG (2011) Trials 12:264).
"""

import math
from dataclasses import dataclass

from scipy.stats import norm

from drive.statistics.adjusted import adjusted_difference, cochran_mantel_haenszel
from drive.statistics.counts import TableLike, two_by_two
from drive.statistics.groups import association
from drive.statistics.paired import PairedChange, paired_change
from drive.statistics.paired_intervals import newcombe_paired_limits
from drive.statistics.proportions import square_and_add
from drive.statistics.results import (
    NO_DF,
    Estimate,
    Result,
    Test,
    undefined_estimate,
    undefined_test,
)

Cells = tuple[int, int, int, int]

CHANGE = "Difference in change, MOVER on Newcombe's paired intervals"
CHANGE_TEST = "z test of the difference in change"


@dataclass(frozen=True, slots=True)
class ChangeContrast(Result):
    """Drive against control, each difference being Drive minus control.

    Attributes
    ----------
    at_exit, at_exit_test
        Difference in the share still saying yes at exit.
    adjusted, adjusted_test
        The same among people with the same answer at intake, pooled over the two answers.
    in_change, in_change_test
        Difference in the change (exit minus intake) of the share: negative when Drive's share
        fell further.
    drive, control
        Each arm's own change: description only.
    """

    at_exit: Estimate
    at_exit_test: Test
    adjusted: Estimate
    adjusted_test: Test
    in_change: Estimate
    in_change_test: Test
    drive: PairedChange
    control: PairedChange


def changes_between_arms(
    drive: TableLike, control: TableLike, *, level: float = 0.95
) -> ChangeContrast:
    """Contrast two arms in a yes or no recorded at intake and at exit.

    Parameters
    ----------
    drive, control
        Each arm's [[yes-yes, yes-no], [no-yes, no-no]], intake x exit, in people.
    level
        Confidence level.

    Returns
    -------
    ChangeContrast
        Of those recorded at both times in both arms. Where the two arms were not followed up
        alike this is not yet an effect: bounds belong beside it.

    Raises
    ------
    CountsError
        If a table is not 2 x 2 or a cell is not a count.

    References
    ----------
    Newcombe RG (1998) Stat Med 17:873-890 and 2635-2650; Zou GY, Donner A (2008) Stat Med
    27:1693-1702; Mantel N, Haenszel W (1959); Sato T, Greenland S, Robins JM (1989) Biometrics
    45:1323-1324; Vickers AJ, Altman DG (2001) BMJ 323:1123 on adjusting for the baseline.

    Examples
    --------
    Physical abuse, 19 Drive and 204 control victim-survivors (Year-1 report, lines 3459-3494):

    >>> contrast = changes_between_arms([[1, 14], [1, 3]], [[32, 127], [0, 45]])
    >>> round(contrast.at_exit.value, 3)
    -0.052
    """
    treated, others = two_by_two(drive), two_by_two(control)
    own, other = paired_change(drive, level=level), paired_change(control, level=level)
    at_exit = association(
        [[own.after, own.n - own.after], [other.after, other.n - other.after]], level=level
    )
    strata = [(*treated[:2], *others[:2]), (*treated[2:], *others[2:])]
    return ChangeContrast(
        at_exit=at_exit.risk_difference,
        at_exit_test=at_exit.chosen,
        adjusted=adjusted_difference(strata, level=level),
        adjusted_test=cochran_mantel_haenszel(strata),
        in_change=_difference_in_change(treated, others, level),
        in_change_test=_test_of_change(treated, others),
        drive=own,
        control=other,
    )


def _difference_in_change(drive: Cells, control: Cells, level: float) -> Estimate:
    if not sum(drive) or not sum(control):
        return undefined_estimate(CHANGE, "one of the arms is empty", level=level)
    first, second = _change(drive, level), _change(control, level)
    low, high = square_and_add(first, second)
    return Estimate(
        method=CHANGE,
        value=first[0] - second[0],
        low=max(-2.0, low),
        high=min(2.0, high),
        level=level,
    )


def _change(arm: Cells, level: float) -> tuple[float, float, float]:
    # Exit minus intake: the paired difference (intake minus exit) turned round.
    value, low, high = newcombe_paired_limits(arm, level=level)
    return -value, -high, -low


def _test_of_change(drive: Cells, control: Cells) -> Test:
    if not sum(drive) or not sum(control):
        return undefined_test(CHANGE_TEST, "one of the arms is empty")
    (fall, spread), (other_fall, other_spread) = _fall(drive), _fall(control)
    if spread + other_spread <= 0:
        return undefined_test(CHANGE_TEST, "everybody in each arm changed alike")
    z = (other_fall - fall) / math.sqrt(spread + other_spread)
    return Test(method=CHANGE_TEST, statistic=z, df=NO_DF, p=float(2 * norm.sf(abs(z))))


def _fall(arm: Cells) -> tuple[float, float]:
    # The share that stopped less the share that started, and its variance.
    _, stopped, started, _ = arm
    n = sum(arm)
    fall = (stopped - started) / n
    return fall, ((stopped + started) / n - fall * fall) / n
