"""Numbers summed up: how many are known, where they lie, how far they spread."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from drive.statistics.results import Quantity, Result, Undefined


@dataclass(frozen=True, slots=True)
class Numbers(Result):
    """n known values and how many are missing; spread by n - 1."""

    n: int
    missing: int
    mean: Quantity
    sd: Quantity
    median: Quantity
    min: Quantity
    max: Quantity


def numbers(values: Iterable[float | None]) -> Numbers:
    """Describe a list of numbers in which None or NaN stands for missing.

    Returns
    -------
    Numbers
        In the unit of the values. Without any value all but the counts are undefined; the
        standard deviation (divisor n - 1) needs two.

    Raises
    ------
    ValueError
        If a value is infinite.

    Examples
    --------
    >>> numbers([19, 35, None]).mean
    27.0
    """
    given = list(values)
    known = np.array([x for x in given if x is not None and not math.isnan(x)], dtype=np.float64)
    if np.isinf(known).any():
        raise ValueError("An infinite value cannot be described.")
    missing = len(given) - len(known)
    if not len(known):
        none = Undefined("no value is known")
        return Numbers(0, missing, mean=none, sd=none, median=none, min=none, max=none)
    return Numbers(
        n=len(known),
        missing=missing,
        mean=float(known.mean()),
        sd=_spread(known),
        median=float(np.median(known)),
        min=float(known.min()),
        max=float(known.max()),
    )


def _spread(known: np.ndarray[tuple[int], np.dtype[np.float64]]) -> Quantity:
    if len(known) < 2:
        return Undefined("the standard deviation needs two values")
    return float(known.std(ddof=1))
