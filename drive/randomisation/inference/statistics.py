"""Test statistics that are computed for a hundred thousand draws at once."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Analysed:
    """Those whose outcome is known and whose position is not void; arrays of length n.

    Attributes
    ----------
    outcome
        In its own unit; 0 and 1 where it is yes or no.
    drive
        1.0 where the unit was drawn to Drive.
    lists
        Which list (stratum and period) the unit was drawn from, from 0.
    p
        Probability of Drive under the design.
    """

    outcome: Floats
    drive: Floats
    lists: NDArray[np.intp]
    p: Floats


@runtime_checkable
class Statistic(Protocol):
    """A statistic that sums of the units in Drive determine."""

    @property
    def name(self) -> str:
        """What it is, in words."""

    @property
    def linear(self) -> bool:
        """Whether the statistic falls by the shift where the outcome of Drive does."""

    def columns(self, units: Analysed) -> Floats:
        """Shape (n, q): what is summed over the units that a draw gives to Drive."""

    def value(self, sums: Floats, total: Floats, shift: float) -> Floats:
        """The statistic of the outcome less `shift` for those really in Drive.

        `sums` has shape (draws, q) and `total`, over everybody, (q,); the result has shape
        (draws,), NaN where a draw leaves the statistic undefined.
        """


@dataclass(frozen=True, slots=True)
class DifferenceInMeans:
    """Mean of Drive less mean of control; of a yes-or-no outcome the difference in proportions.

    Parameters
    ----------
    stratified
        Compare within each list and average the differences, weighted by n1 n0 / (n1 + n0): the
        coefficient of Drive in a regression with a term for each list. Needed where the ratio
        differs between periods or sites.
    studentised
        Divide by the standard error, which need not be the same in both arms. A test of a
        proportion whose spread differs between arms of unequal size needs it to keep its level.

    References
    ----------
    Imbens GW, Rubin DB (2015) Causal Inference, chapters 5 and 9. Studentised: Chung E, Romano JP
    (2013) Ann Stat 41:484-507; Wu J, Ding P (2021) JASA 116:1898-1913.
    """

    stratified: bool = False
    studentised: bool = False

    @property
    def name(self) -> str:
        """What it is, in words."""
        words = "difference in means"
        words += " within lists (stratum and period)" if self.stratified else ""
        return f"studentised {words}" if self.studentised else words

    @property
    def linear(self) -> bool:
        """True unless studentised."""
        return not self.studentised

    def columns(self, units: Analysed) -> Floats:
        """Counts and sums over the units in Drive, for each list."""
        members = self._members(units)
        each = _moments(units)[:, : self._moments]
        return (each[:, :, None] * members[:, None, :]).reshape(len(members), -1)

    def value(self, sums: Floats, total: Floats, shift: float) -> Floats:
        """The difference, or its ratio to its standard error."""
        drive = sums.reshape(len(sums), self._moments, -1)
        control = (total - sums).reshape(drive.shape)
        n1, n0 = drive[:, 0], control[:, 0]
        with np.errstate(divide="ignore", invalid="ignore"):
            weight = np.where((n1 > 0) & (n0 > 0), n1 * n0 / (n1 + n0), 0.0)
            means = _shifted(drive, shift) / n1 - _shifted(control, shift) / n0
            found: Floats = np.where(weight > 0, weight * means, 0.0).sum(axis=1)
            found /= self._spread(drive, control, shift, weight)
        return np.where(np.isfinite(found), found, np.nan)

    @property
    def _moments(self) -> int:
        return 5 if self.studentised else 3

    def _members(self, units: Analysed) -> Floats:
        if not self.stratified:
            return np.ones((len(units.outcome), 1))
        return np.asarray(units.lists[:, None] == np.unique(units.lists), dtype=float)

    def _spread(self, drive: Floats, control: Floats, shift: float, weight: Floats) -> Floats:
        if not self.studentised:
            return np.asarray(weight.sum(axis=1), dtype=float)
        # One variance for each arm over all lists, each unit against the mean of its list and arm.
        squares = weight**2 * (
            _variance(drive, shift)[:, None] / drive[:, 0]
            + _variance(control, shift)[:, None] / control[:, 0]
        )
        spread: Floats = np.sqrt(np.where(weight > 0, squares, 0.0).sum(axis=1))
        return spread


@dataclass(frozen=True, slots=True)
class WeightedDifference:
    """Difference of means weighted by 1 / p and 1 / (1 - p) (Hajek), where the ratio differs.

    References
    ----------
    Hajek J (1971) in Godambe VP, Sprott DA (eds) Foundations of Statistical Inference, 236.
    """

    name: str = "difference in means weighted by 1/p"
    linear: bool = True

    def columns(self, units: Analysed) -> Floats:
        """Sums weighted by 1/p, then by 1/(1 - p), over the units in Drive."""
        moments = _moments(units)[:, :3]
        p = units.p[:, None]
        return np.hstack([moments / p, moments / (1 - p)])

    def value(self, sums: Floats, total: Floats, shift: float) -> Floats:
        """The weighted difference."""
        drive = sums[:, :3]
        control = total[3:] - sums[:, 3:]
        with np.errstate(divide="ignore", invalid="ignore"):
            means = [_shifted(part, shift) / part[:, 0] for part in (drive, control)]
            found: Floats = means[0] - means[1]
        return np.where(np.isfinite(found), found, np.nan)


def _moments(units: Analysed) -> Floats:
    # 1, y, z, y squared, y z; z is the arm that was drawn, and z squared is z.
    y, z = units.outcome, units.drive
    return np.column_stack([np.ones_like(y), y, z, y * y, y * z])


def _shifted(sums: Floats, shift: float) -> Floats:
    return np.asarray(sums[:, 1] - shift * sums[:, 2], dtype=float)


def _variance(sums: Floats, shift: float) -> Floats:
    n = sums[:, 0]
    squares = sums[:, 3] - 2 * shift * sums[:, 4] + shift**2 * sums[:, 2]
    within = np.where(n > 0, squares - _shifted(sums, shift) ** 2 / n, 0.0).sum(axis=1)
    spare = n.sum(axis=1) - (n > 0).sum(axis=1)
    variance: Floats = np.where(spare > 0, np.maximum(within, 0.0) / spare, np.nan)
    return variance
