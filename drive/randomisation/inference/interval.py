"""The effects that a permutation test does not reject: its confidence interval."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from drive.randomisation.inference.statistics import Floats
from drive.randomisation.inference.tails import Reference

_DOUBLINGS = 40
_HALVINGS = 24


@dataclass(frozen=True, slots=True)
class Bounds:
    """Shifts; minus or plus infinity where the draws are too few or never reject."""

    low: float
    point: float
    high: float


def by_order(crossings: Floats, observed: float, *, level: float) -> Bounds:
    """Invert the test of a linear statistic: its bounds are order statistics of the crossings.

    The one-sided p value of a shift t is (1 + crossings at or below t) / (draws + 1); the lowest
    t that is not rejected is therefore the m-th smallest crossing with m = (draws + 1) alpha / 2,
    rounded down, and the highest is the m-th largest. No search is needed.

    References
    ----------
    The inversion itself: Ernst MD (2004) Permutation methods. Stat Sci 19:676-685, section 3;
    Rosenbaum PR (2002) Observational Studies, section 2.6.
    """
    draws = len(crossings)
    m = int(np.floor((draws + 1) * (1 - level) / 2 + 1e-9))
    known = np.sort(crossings[np.isfinite(crossings)])
    ties = draws - len(known)
    if m <= ties:  # those that always tie stand beyond both ends
        return Bounds(-np.inf, observed, np.inf)
    return Bounds(float(known[m - ties - 1]), observed, float(known[len(known) - (m - ties)]))


def by_search(reference: Reference, *, point: float, step: float, level: float) -> Bounds:
    """Invert any test by halving, supposing that its tails rise and fall with the shift."""
    alpha = (1 - level) / 2
    total = reference.draws + 1

    def too_low(shift: float) -> bool:
        return (1 + reference.tails(shift).high) / total <= alpha + 1e-12

    def too_high(shift: float) -> bool:
        return (1 + reference.tails(shift).low) / total <= alpha + 1e-12

    return Bounds(
        low=_outwards(too_low, point, -step), point=point, high=_outwards(too_high, point, step)
    )


def equal_tails(reference: Reference, *, start: float, step: float) -> float:
    """The shift that leaves as many draws above the real one as below (Hodges and Lehmann)."""

    def beyond(shift: float) -> bool:
        tails = reference.tails(shift)
        return tails.high >= tails.low

    return _edge(beyond, start - step, start + step)


def _outwards(rejected: Callable[[float], bool], inside: float, step: float) -> float:
    for _ in range(_DOUBLINGS):
        outside = inside + step
        if rejected(outside):
            return _edge(rejected, inside, outside)
        inside, step = outside, 2 * step
    return float(np.copysign(np.inf, step))


def _edge(beyond: Callable[[float], bool], inside: float, outside: float) -> float:
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2
        inside, outside = (inside, middle) if beyond(middle) else (middle, outside)
    return (inside + outside) / 2
