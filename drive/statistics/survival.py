"""How long until an answer comes, when some have not come yet: the product-limit curve.

The steps and their standard errors are those of `SurvfuncRight` of statsmodels. Its quantiles are
not used: it takes the first time at which the curve lies below the share and not on it, so that
the median of 1, 2, 2, 4, 6 and 8 would be 4, and what is not reached it gives as NaN or infinity.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from statsmodels.duration.survfunc import SurvfuncRight

from drive.statistics.proportions import critical
from drive.statistics.results import Estimate, Quantity, Result, Undefined, finite, is_defined

BROOKMEYER_CROWLEY = "Product-limit quantile, Brookmeyer-Crowley interval on the log-log scale"

_NO_VARIANCE = "once everybody has answered, Greenwood's formula has no value"
_AS_ONE = 1e-9  # shares that differ by less are one share: they differ by rounding alone


class DurationsError(ValueError):
    """The durations given cannot be waiting times; the text says which and why."""


@dataclass(frozen=True, slots=True)
class NotReached(Undefined):
    """A quantile, or a limit of one, that the curve does not come down to: not yet, or never."""

    reason: str = "the curve does not come down to this share"

    def to_dict(self) -> dict[str, str]:
        return {"not_reached": self.reason}


@dataclass(frozen=True, slots=True)
class Step(Result):
    """The curve from one time at which somebody answered until the next.

    Attributes
    ----------
    time
        In the unit of the durations.
    at_risk
        How many were still waited for just before; whoever is censored at this very time is one.
    events
        How many answered at this time.
    survival
        The share still unanswered after it, 0 to 1.
    error
        Greenwood's standard error of that share.
    low, high
        Its pointwise interval on the log-log scale, within 0 and 1. Like the error it is
        undefined once everybody has answered.
    """

    time: float
    at_risk: int
    events: int
    survival: float
    error: Quantity
    low: Quantity
    high: Quantity


@dataclass(frozen=True, slots=True)
class KaplanMeier(Result):
    """Time to answer, those censored who have not answered.

    Attributes
    ----------
    n, events, censored
        How many were asked, how many of them answered, and how many did not.
    longest
        The longest duration of all, answered or not: beyond it the curve says nothing.
    curve
        One step for each time at which somebody answered; before the first, nobody had.
    quarter, median, three_quarters
        By when so many had answered, each with its interval.
    level
        Confidence level of all intervals.
    """

    n: int
    events: int
    censored: int
    longest: float
    curve: tuple[Step, ...]
    quarter: Estimate
    median: Estimate
    three_quarters: Estimate
    level: float

    def quantile(self, share: float) -> Estimate:
        """Return by when a share had answered, in the unit of the durations, as `median` is.

        Raises
        ------
        ValueError
            If the share does not lie between 0 and 1.
        """
        return _quantile(self.curve, share, level=self.level)


def kaplan_meier(
    durations: Sequence[float], answered: Sequence[bool], *, level: float = 0.95
) -> KaplanMeier:
    """Estimate how long it takes until an answer comes, from waits of which some still last.

    The share unanswered after time t is the product, over the times t_i up to t at which somebody
    answered, of 1 - d_i / n_i, with d_i answers of n_i still waited for. A wait that is censored at
    a time at which somebody answers counts as waited for at that time.

    Parameters
    ----------
    durations : sequence of float, shape (n,)
        From asking to the answer, or to the last day on which it is known that none had come; in
        any one unit. Zero is allowed: answered, or last seen, on the day of asking.
    answered : sequence of bool, shape (n,)
        Whether the wait ended with an answer.
    level
        Confidence level.

    Returns
    -------
    KaplanMeier
        The p quantile is the first time at which the share unanswered is 1 - p or less. Its limits
        are the first times at which the lower, and the upper, limit of that share is. What the
        curve does not come down to is `NotReached`. All that is said holds if those censored would
        have waited as the others did.

    Raises
    ------
    DurationsError
        If there is none, one is negative or no number, or not each is said to be answered or not.
    ValueError
        If the level is not between 0 and 1.

    References
    ----------
    Kaplan EL, Meier P (1958) JASA 53:457-481; Greenwood M (1926), the variance; Kalbfleisch JD,
    Prentice RL (1980) The Statistical Analysis of Failure Time Data, 1.3, the log-log interval;
    Brookmeyer R, Crowley J (1982) Biometrics 38:29-41, the interval of the median; Klein JP,
    Moeschberger ML (2003) Survival Analysis, 4.2 to 4.5.

    Examples
    --------
    Remissions under 6-mercaptopurine, in weeks (Freireich EJ and others (1963) Blood 21:699-716):

    >>> ended = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    >>> lasting = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    >>> found = kaplan_meier(ended + lasting, [True] * 9 + [False] * 12)
    >>> found.median.value, found.median.low, found.median.high
    (23.0, 13.0, NotReached(reason='the curve does not come down to this share'))
    """
    times, events = _checked(durations, answered)
    curve = _curve(times, events, critical(level))
    quarter, median, three_quarters = (_quantile(curve, p, level=level) for p in (0.25, 0.5, 0.75))
    return KaplanMeier(
        n=len(times),
        events=int(events.sum()),
        censored=int((~events).sum()),
        longest=float(times.max()),
        curve=curve,
        quarter=quarter,
        median=median,
        three_quarters=three_quarters,
        level=level,
    )


def _checked(
    durations: Sequence[float], answered: Sequence[bool]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    times, told = np.asarray(durations, dtype=np.float64), np.asarray(answered)
    if times.size == 0:
        raise DurationsError("Without a single duration there is no time to answer.")
    if times.ndim != 1 or times.shape != told.shape:
        raise DurationsError(
            f"Each duration needs one yes or no; {times.size} durations and {told.size} were given."
        )
    for place, time in enumerate(times, start=1):
        if not math.isfinite(time) or time < 0:
            raise DurationsError(f"Duration {place} is {time:g}: it must be a number from 0.")
    if not np.isin(told, (0, 1)).all():
        raise DurationsError("Whether an answer came is yes or no.")
    return times, told.astype(np.bool_)


def _curve(times: NDArray[np.float64], events: NDArray[np.bool_], z: float) -> tuple[Step, ...]:
    found = SurvfuncRight(times, events.astype(np.int64))
    columns = (found.surv_times, found.n_risk, found.n_events, found.surv_prob, found.surv_prob_se)
    return tuple(_step(tuple(map(float, row)), z) for row in zip(*columns, strict=True))


def _step(row: tuple[float, ...], z: float) -> Step:
    time, at_risk, events, survival, error = row
    low, high = _log_log(survival, error, z)
    return Step(
        time=time,
        at_risk=int(at_risk),
        events=int(events),
        survival=survival,
        error=finite(error, _NO_VARIANCE),
        low=low,
        high=high,
    )


def _log_log(survival: float, error: float, z: float) -> tuple[Quantity, Quantity]:
    if survival == 0:
        return Undefined(_NO_VARIANCE), Undefined(_NO_VARIANCE)
    # On the scale of log(-log S), which has no end, so that the limits stay within 0 and 1.
    reach = z * error / (survival * -math.log(survival))
    return survival ** math.exp(reach), survival ** math.exp(-reach)


def _quantile(curve: Sequence[Step], share: float, *, level: float) -> Estimate:
    if not 0 < share < 1:
        raise ValueError(f"A share that has answered lies between 0 and 1; {share} was given.")
    left = 1 - share
    return Estimate(
        method=BROOKMEYER_CROWLEY,
        value=_first(curve, left, lambda step: step.survival),
        low=_first(curve, left, lambda step: step.low),
        high=_first(curve, left, lambda step: step.high),
        level=level,
    )


def _first(curve: Sequence[Step], left: float, line: Callable[[Step], Quantity]) -> Quantity:
    """Return the first time at which a line of the curve is down at a share."""
    for step in curve:
        height = line(step)
        if is_defined(height) and height <= left + _AS_ONE:
            return step.time
    return NotReached()
