"""How well a draw could be foreseen, and the allocations that came without a sequence."""

from collections.abc import Iterable
from functools import lru_cache

from drive.randomisation import Design, HistoricArms
from drive.randomisation.predictor import Predictability, predictability
from drive.vocabulary.allocation import AllocationOrigin, Arm
from drive.web.allocation.models import Allocation, DesignPeriod

DRAWS = 600
"""Draws of one list; about what a site had in the first year (Year-1 report, line 472)."""

Shape = tuple[tuple[int, int], tuple[int, ...]]  # ratio, block multiples


def predictability_of(periods: Iterable[DesignPeriod]) -> dict[Shape, Predictability]:
    """Return for each ratio with its blocks what an exact predictor foresees of its draws."""
    shapes = {(period.ratio, tuple(period.block_multiples)) for period in periods if period.ratio}
    return {shape: _measured(shape) for shape in sorted(shapes)}


@lru_cache(maxsize=64)
def _measured(shape: Shape) -> Predictability:
    ratio, multiples = shape
    return predictability(Design({"one site": DRAWS}, ratio=ratio, block_multiples=multiples))[0]


def historic_arms() -> HistoricArms | None:
    """Return the allocations that were imported, if there are any."""
    imported = Allocation.objects.filter(origin=AllocationOrigin.HISTORIC)
    counts = {arm: imported.filter(arm=arm).count() for arm in Arm}
    if not any(counts.values()):
        return None
    return HistoricArms("the past", drive=counts[Arm.DRIVE], control=counts[Arm.CONTROL])
