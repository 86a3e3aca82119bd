"""The permutation test under the design that was really used, with its interval."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from drive.randomisation.historic import HistoricArms, require_sequence
from drive.randomisation.inference.interval import Bounds, by_order, by_search, equal_tails
from drive.randomisation.inference.statistics import Analysed, DifferenceInMeans, Floats, Statistic
from drive.randomisation.inference.tails import Called, PlainStatistic, Reference, Summed
from drive.randomisation.lists import AllocationList
from drive.randomisation.rerandomisation import observed, redraws
from drive.statistics.results import Estimate, Quantity, Result, finite

METHOD = "permutation test under the design of the draw"
INTERVAL = "inversion of the permutation test, supposing one effect added to each outcome"
NOTE_LEVEL = (
    "The p value supposes nothing but the draw, and that whether an outcome is known does not "
    "depend on the arm."
)
NOTE_BINARY = (
    "The outcome is yes or no, so no one effect can be added to each. What is inverted is the test "
    "that the proportions differ by t, with t taken off the 0 or 1 of everybody in Drive: the "
    "interval is approximate, and only the studentised statistic keeps its level in simulations."
)
NOTE_UNBOUNDED = (
    "The draws are too few, or never reject on one side: the interval has no end there."
)


class NotComparable(ValueError):
    """The outcome does not fit the list, or one arm has nobody; the text says which."""


@dataclass(frozen=True, slots=True)
class PermutationTest(Result):
    """What a permutation test found.

    Attributes
    ----------
    statistic
        Its name in words.
    observed
        Its value for the real draw, in its own unit.
    estimate
        The effect of Drive in the outcome's unit, with the interval by inversion. Its value is
        the observed difference, or for other statistics the shift at which both tails are equal.
    p, p_error
        Two-sided: twice the smaller tail, at most 1, each tail with the real draw counted in;
        and its Monte Carlo standard error.
    undefined_draws
        Draws that left the statistic undefined; they count as far out on both sides.
    n_drive, n_control, missing_drive, missing_control, void
        Units analysed, units without an outcome, and positions left out as void.
    design_hash
        Of the design that was drawn again.
    """

    method: str
    statistic: str
    observed: float
    estimate: Estimate
    p: float
    p_error: float
    draws: int
    undefined_draws: int
    n_drive: int
    n_control: int
    missing_drive: int
    missing_control: int
    void: int
    design_hash: str
    notes: tuple[str, ...]


def permutation_test(
    allocations: AllocationList | HistoricArms,
    outcome: ArrayLike,
    statistic: Statistic | PlainStatistic | None = None,
    draws: int = 10_000,
    *,
    seed: int,
    level: float = 0.95,
) -> PermutationTest:
    """Test whether Drive changed anybody's outcome, by drawing the list again.

    Parameters
    ----------
    allocations
        What was used of the list, with its void positions.
    outcome
        Shape (n,), in the order of the list's positions; NaN where it is not known.
    statistic
        The stratified `DifferenceInMeans` unless given, studentised where the outcome is yes or
        no. Or any function of (outcome, arms), both of shape
        (units,), that gives a number and rises when outcomes of Drive do. It is called for each
        draw, and for each step of the search for the interval.
    draws
        How many draws the real one is held against.
    seed
        A whole number from 0.
    level
        Confidence level of the interval.

    Raises
    ------
    NoSequence
        If the arms were imported without the sequence they were drawn from.
    NotComparable
        If the outcome has another length than the list, or the statistic of the real draw is
        undefined, as when nobody of an arm has an outcome.

    References
    ----------
    Fisher RA (1935) The Design of Experiments, section 21. The draw itself counted in: Phipson B,
    Smyth GK (2010) Stat Appl Genet Mol Biol 9:39.
    """
    listed = require_sequence(allocations)
    values = np.asarray(outcome, dtype=float)
    if values.shape != (len(listed),):
        raise NotComparable(
            f"The list has {len(listed)} positions; the outcome has shape {values.shape}."
        )
    units, known = _analysed(listed, values)
    chosen = statistic or DifferenceInMeans(stratified=True, studentised=_binary(units))
    reference = _reference(listed, chosen, draws, seed, units=units, known=known)
    if not np.isfinite(reference.observed):
        raise NotComparable("The statistic is undefined for the arms as they were drawn.")
    return _result(listed, values, chosen, reference, units=units, level=level)


def _analysed(listed: AllocationList, outcome: Floats) -> tuple[Analysed, NDArray[np.bool_]]:
    void = np.array([each.key in listed.void for each in listed.positions])
    known = ~np.isnan(outcome) & ~void
    drive = observed(listed)[known].astype(float)
    if not drive.size or drive.min() == drive.max():
        raise NotComparable("Both arms need somebody whose outcome is known.")
    order = {key: at for at, key in enumerate(dict.fromkeys(_lists(listed)))}
    lists = np.array([order[key] for key in _lists(listed)], dtype=np.intp)
    p = np.array([each.p_assignment for each in listed.positions])
    return Analysed(outcome[known], drive, lists[known], p[known]), known


def _lists(listed: AllocationList) -> Iterator[tuple[str, int]]:
    return ((each.stratum, each.period) for each in listed.positions)


def _reference(
    listed: AllocationList,
    statistic: Statistic | PlainStatistic,
    draws: int,
    seed: int,
    *,
    units: Analysed,
    known: NDArray[np.bool_],
) -> Summed | Called:
    def redrawn() -> Iterator[NDArray[np.uint8]]:
        return (part[:, known] for part in redraws(listed, draws, seed))

    if not isinstance(statistic, Statistic):
        return Called(statistic, units, redrawn, draws)
    columns = statistic.columns(units)
    sums = np.vstack([part.astype(float) @ columns for part in redrawn()])
    return Summed(statistic, sums, units.drive[None, :] @ columns, columns.sum(axis=0))


def _bounds(reference: Reference, units: Analysed, level: float) -> Bounds:
    if isinstance(reference, Summed) and reference.statistic.linear:
        return by_order(reference.crossings(), reference.observed, level=level)
    y, drive = units.outcome, units.drive == 1
    step = float(np.std(y)) or 1.0
    start = float(y[drive].mean() - y[~drive].mean())
    if isinstance(reference, Summed) and isinstance(reference.statistic, DifferenceInMeans):
        plain = replace(reference.statistic, studentised=False)
        columns = plain.columns(units)
        start = float(plain.value(units.drive[None, :] @ columns, columns.sum(axis=0), 0.0)[0])
        return by_search(reference, point=start, step=step, level=level)
    point = equal_tails(reference, start=start, step=step)
    return by_search(reference, point=point, step=step, level=level)


def _binary(units: Analysed) -> bool:
    return set(np.unique(units.outcome)) <= {0.0, 1.0}


def _result(
    listed: AllocationList,
    outcome: Floats,
    statistic: Statistic | PlainStatistic,
    reference: Reference,
    *,
    units: Analysed,
    level: float,
) -> PermutationTest:
    tails = reference.tails(0.0)
    draws = reference.draws
    p = min(1.0, 2 * (1 + min(tails.high, tails.low)) / (draws + 1))
    bounds = _bounds(reference, units, level)
    unbounded = not (np.isfinite(bounds.low) and np.isfinite(bounds.high))
    notes = [NOTE_LEVEL] + [NOTE_BINARY] * _binary(units) + [NOTE_UNBOUNDED] * unbounded
    void = np.array([each.key in listed.void for each in listed.positions])
    missing = observed(listed)[np.isnan(outcome) & ~void]
    return PermutationTest(
        method=METHOD,
        statistic=getattr(statistic, "name", getattr(statistic, "__name__", "given statistic")),
        observed=reference.observed,
        estimate=Estimate(
            method=INTERVAL,
            value=bounds.point,
            low=_end(bounds.low),
            high=_end(bounds.high),
            level=level,
        ),
        p=p,
        p_error=_monte_carlo_error(p, draws),
        draws=draws,
        undefined_draws=tails.undefined,
        n_drive=int(units.drive.sum()),
        n_control=int((1 - units.drive).sum()),
        missing_drive=int(missing.sum()),
        missing_control=int((1 - missing).sum()),
        void=int(void.sum()),
        design_hash=listed.design.hash(),
        notes=tuple(notes),
    )


def _monte_carlo_error(p: float, draws: int) -> float:
    tail = p / 2
    return float(2 * np.sqrt(tail * (1 - tail) / draws))


def _end(bound: float) -> Quantity:
    return finite(bound, "the permutation test rejects no effect on this side")
