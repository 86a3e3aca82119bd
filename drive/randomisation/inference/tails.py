"""How many draws lie as far out as the one that was made, for any supposed effect."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from drive.randomisation.inference.statistics import Analysed, Floats, Statistic

PlainStatistic = Callable[[Floats, NDArray[np.uint8]], float]

_ROUNDING = 1e-9
"""Draws that differ from the real one by rounding alone are ties."""


@dataclass(frozen=True, slots=True)
class Tails:
    """Draws at least as high and at least as low as the real one; undefined ones count in both."""

    high: int
    low: int
    undefined: int


class Reference(Protocol):
    """The draws that the real one is held against."""

    @property
    def observed(self) -> float:
        """The statistic of the real draw."""

    @property
    def draws(self) -> int:
        """How many draws there are."""

    def tails(self, shift: float) -> Tails:
        """The tails, supposing that Drive changes each outcome by `shift`."""


@dataclass(frozen=True, slots=True)
class Summed:
    """Draws of which only the sums were kept: of each draw, of the real one, and over everybody."""

    statistic: Statistic
    sums: Floats
    real: Floats
    total: Floats

    @property
    def observed(self) -> float:
        """The statistic of the real draw."""
        return float(self.statistic.value(self.real, self.total, 0.0)[0])

    @property
    def draws(self) -> int:
        """How many draws there are."""
        return len(self.sums)

    def tails(self, shift: float) -> Tails:
        """The tails, supposing that Drive changes each outcome by `shift`."""
        real = float(self.statistic.value(self.real, self.total, shift)[0])
        return counted(self.statistic.value(self.sums, self.total, shift), real)

    def crossings(self) -> Floats:
        """For a linear statistic the shift at which each draw ties with the real one.

        At a shift t the statistic of a draw is a - t b with b at most 1, and that of the real
        draw T - t; the draw is as high as the real one from t = (T - a) / (1 - b) on. It is NaN
        where the draw is undefined or puts the same units in Drive, and so always ties.
        """
        at_0, at_1 = (self.statistic.value(self.sums, self.total, shift) for shift in (0.0, 1.0))
        slope = at_0 - at_1
        same = np.abs(1 - slope) < _ROUNDING
        found: Floats = (self.observed - at_0) / np.where(same, np.nan, 1 - slope)
        return found


@dataclass(frozen=True, slots=True)
class Called:
    """Draws for which somebody's own function is called, one draw at a time."""

    statistic: PlainStatistic
    units: Analysed
    redrawn: Callable[[], Iterator[NDArray[np.uint8]]]
    draws: int

    @property
    def observed(self) -> float:
        """The statistic of the real draw."""
        return self._value(self.units.outcome, self.units.drive.astype(np.uint8))

    def tails(self, shift: float) -> Tails:
        """The tails, supposing that Drive changes each outcome by `shift`."""
        outcome = self.units.outcome - shift * self.units.drive
        values = [self._value(outcome, arms) for part in self.redrawn() for arms in part]
        real = self._value(outcome, self.units.drive.astype(np.uint8))
        return counted(np.array(values, dtype=float), real)

    def _value(self, outcome: Floats, arms: NDArray[np.uint8]) -> float:
        return float(self.statistic(outcome, arms))


def counted(values: Floats, real: float) -> Tails:
    """Count the values at least as high and at least as low as the real one."""
    unknown = ~np.isfinite(values)
    slack = _ROUNDING * max(1.0, abs(real))
    high = int((values[~unknown] >= real - slack).sum())
    low = int((values[~unknown] <= real + slack).sum())
    undefined = int(unknown.sum())
    return Tails(high + undefined, low + undefined, undefined)
