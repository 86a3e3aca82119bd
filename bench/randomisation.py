"""The draw: re-randomisation against shuffling in a plain loop, and what can be foreseen of it.

`RANDOMISATION_TRIALS=1000 ./run bench randomisation` also tries the permutation test on so many
trials whose truth is known, which takes minutes.
"""

import os
import random
from collections.abc import Callable
from itertools import groupby
from time import perf_counter, process_time

import numpy as np
import numpy.typing as npt

from drive.randomisation import AllocationList, Design, generate, redraws, rerandomise
from drive.randomisation.inference import DifferenceInMeans, Statistic, permutation_test
from drive.randomisation.predictor import predictability
from drive.randomisation.rerandomisation import observed
from drive.statistics.results import Quantity, is_defined

PILOT = Design(strata={"Essex": 700, "South Wales": 600, "West Sussex": 472})
SEED = 1
MANY = 100_000
LOOPED = 500

Floats = npt.NDArray[np.float64]


def comparisons() -> dict[str, dict[str, Callable[[], object]]]:
    """Print the figures that cannot be repeated in rounds, and return the ways to compare."""
    allocations = generate(PILOT, SEED)
    _print_many(allocations)
    _print_tests(allocations)
    _print_predictability()
    if trials := int(os.environ.get("RANDOMISATION_TRIALS", "0")):
        _print_error_rates(trials)
    blocks = whole_blocks(allocations)
    return {
        f"{LOOPED} re-draws of the list of {len(allocations):,}": {
            "ours": lambda: rerandomise(allocations, LOOPED, SEED),
            "a shuffle of each block, in a loop": lambda: shuffled(blocks, LOOPED),
        }
    }


def whole_blocks(allocations: AllocationList) -> list[tuple[list[int], int]]:
    """Return each block's arms, whole, and how many of its positions are in the list."""
    blocks = []
    for _, group in groupby(allocations.positions, key=lambda p: (p.stratum, p.period, p.block)):
        block = list(group)
        size = block[0].block_size
        drive = round(size * block[0].p_assignment)
        blocks.append(([1] * drive + [0] * (size - drive), len(block)))
    return blocks


def shuffled(blocks: list[tuple[list[int], int]], draws: int) -> list[list[int]]:
    """Draw again as anybody would write it."""
    chance = random.Random(SEED)
    drawn = []
    for _ in range(draws):
        arms: list[int] = []
        for block, used in blocks:
            chance.shuffle(block)
            arms += block[:used]
        drawn.append(arms)
    return drawn


def _print_many(allocations: AllocationList) -> None:
    # Seconds of one core: what else the machine does at the time counts for neither.
    began = process_time()
    drive = sum(int(part.sum()) for part in redraws(allocations, MANY, SEED))
    ours = process_time() - began
    blocks = whole_blocks(allocations)
    began = process_time()
    shuffled(blocks, LOOPED)
    plain = (process_time() - began) * MANY / LOOPED
    share = drive / MANY / len(allocations)
    print(f"\nrandomisation: {MANY:,} re-draws of {len(allocations):,} in {ours:.1f} s of one core")
    print(f"  {plain / ours:.0f} times as fast as the loop ({plain:.0f} s); share {share:.4f}")


def _print_tests(allocations: AllocationList) -> None:
    rng = np.random.default_rng(SEED)
    outcome = rng.normal(size=len(allocations))
    yes = rng.integers(0, 2, len(allocations))
    print("\nrandomisation: permutation tests with intervals, 10,000 draws")
    for words, values in (("a number", outcome), ("yes or no", yes)):
        began = perf_counter()
        found = permutation_test(allocations, values, seed=SEED)
        print(f"  {perf_counter() - began:5.1f} s  {words}: {found.statistic}")


def _print_predictability() -> None:
    print("\nrandomisation: what the exact predictor foresees")
    for ratio in ((1, 8), (1, 5), (1, 2), (1, 1)):
        for multiples in ((3, 5, 8), (1, 2, 3)):
            design = Design({"one site": 600}, ratio=ratio, block_multiples=multiples)
            (found,) = predictability(design, lists=400, seed=SEED)
            print(
                f"  {ratio[0]}:{ratio[1]} {multiples}: certain {found.certain:.2%} "
                f"(error {found.certain_error:.2%}), area {found.auc:.3f}, "
                f"best guess {found.best_guess:.2%}, base {found.base_rate:.2%}"
                f"{'' if found.acceptable else '  not acceptable'}"
            )


def _print_error_rates(trials: int) -> None:
    within = DifferenceInMeans(stratified=True)
    studentised = DifferenceInMeans(stratified=True, studentised=True)
    print(f"\nrandomisation: {trials:,} trials of 360 at 1:8; 0 rejected, truth in the interval")
    for words, low, high in (
        ("number, no effect", None, 0.0),
        ("number, effect 0.5", None, 0.5),
        ("share .3 and .3", 0.3, 0.3),
        ("share .1 to .4", 0.1, 0.4),
        ("share .5 to .2", 0.5, 0.2),
    ):
        for statistic in (within, studentised):
            rejected, covered = error_rates(statistic, (low, high), trials)
            print(f"  {rejected:6.1%} {covered:6.1%}  {words}: {statistic.name}")


def error_rates(
    statistic: Statistic, truth: tuple[float | None, float], trials: int
) -> tuple[float, float]:
    """Return how often no effect is rejected at 5%, and how often the interval holds the truth.

    The truth is a share in each arm or, where the first is None, an effect added to a number.
    """
    rng = np.random.default_rng(SEED)
    design = Design({"A": 140, "B": 120, "C": 100}, block_multiples=(1, 2, 3))
    rejected = covered = 0
    for trial in range(trials):
        allocations = generate(design, trial)
        outcome, effect = _made(rng, observed(allocations) == 1, truth)
        found = permutation_test(allocations, outcome, statistic, draws=499, seed=trial)
        rejected += found.p <= 0.05
        covered += _within(effect, found.estimate.low, found.estimate.high)
    return rejected / trials, covered / trials


def _made(
    rng: np.random.Generator, drive: npt.NDArray[np.bool_], truth: tuple[float | None, float]
) -> tuple[Floats, float]:
    control, treated = truth
    if control is None:
        sites = np.repeat([0.0, 1.0, 2.0], [140, 120, 100])
        return rng.normal(size=len(drive)) + sites + treated * drive, treated
    shares = np.where(drive, treated, control)
    return (rng.random(len(drive)) < shares).astype(float), treated - control


def _within(effect: float, low: Quantity, high: Quantity) -> bool:
    above = not is_defined(low) or low <= effect + 1e-9
    return above and (not is_defined(high) or effect <= high + 1e-9)
