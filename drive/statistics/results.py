"""What every function of this library hands back: frozen, printable, never a bare number.

A quantity that cannot be computed is an `Undefined` with its reason, never a NaN or an
infinity that would travel silently into a table.
"""

import math
from dataclasses import dataclass, fields
from enum import Enum
from typing import Any, ClassVar, TypeGuard


@dataclass(frozen=True, slots=True)
class Undefined:
    """A quantity that does not exist for these data, and why."""

    reason: str

    def to_dict(self) -> dict[str, str]:
        return {"undefined": self.reason}


Quantity = float | Undefined


def is_defined(quantity: Quantity) -> TypeGuard[float]:
    """True when the quantity is a finite number."""
    return not isinstance(quantity, Undefined)


def finite(value: float, otherwise: str) -> Quantity:
    """The value as a plain float or, when it is NaN or infinite, the reason why not."""
    return float(value) if math.isfinite(value) else Undefined(otherwise)


class Result:
    """Base of every result dataclass: `to_dict()` gives plain values that JSON can hold."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        names = (field.name for field in fields(self))  # type: ignore[arg-type]
        return {name: _plain(getattr(self, name)) for name in names}


def _plain(value: Any) -> Any:
    if isinstance(value, Result | Undefined):
        return value.to_dict()
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value


@dataclass(frozen=True, slots=True)
class Test(Result):
    """A significance test.

    Attributes
    ----------
    method
        The name of the test that was really run.
    statistic, df
        `Undefined` where the test has none (exact tests).
    p
        Two-sided, between 0 and 1.
    """

    __test__: ClassVar[bool] = False  # it is a result, not a test case for pytest to collect

    method: str
    statistic: Quantity
    df: Quantity
    p: Quantity


@dataclass(frozen=True, slots=True)
class Estimate(Result):
    """An estimate with its confidence interval.

    Attributes
    ----------
    value, low, high
        In the unit that the function states (a share is 0 to 1, never a percentage).
    method
        How the interval was made.
    level
        Confidence level, 0.95 unless asked otherwise.
    """

    method: str
    value: Quantity
    low: Quantity
    high: Quantity
    level: float = 0.95


NO_STATISTIC = Undefined("an exact test has no test statistic")
NO_DF = Undefined("this test has no degrees of freedom")


def undefined_test(method: str, reason: str) -> Test:
    """A test that these data do not allow."""
    why = Undefined(reason)
    return Test(method=method, statistic=why, df=why, p=why)


def undefined_estimate(method: str, reason: str, *, level: float = 0.95) -> Estimate:
    """An estimate that these data do not allow."""
    why = Undefined(reason)
    return Estimate(method=method, value=why, low=why, high=why, level=level)


def percent_change(before: float, after: float) -> Quantity:
    """Change from `before` to `after` in per cent of `before`; undefined from nothing.

    Examples
    --------
    >>> percent_change(22, 18)
    -18.181818181818183
    >>> percent_change(0, 2)
    Undefined(reason='percentage change from 0 does not exist')
    """
    if before == 0:
        return Undefined("percentage change from 0 does not exist")
    return 100.0 * (after - before) / before
