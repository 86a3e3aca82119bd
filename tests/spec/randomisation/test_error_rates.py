"""What the permutation test promises, tried on trials whose truth is known."""

from collections.abc import Callable

import numpy as np
import pytest
from scipy.stats import binom

from drive.randomisation import Design, generate
from drive.randomisation.inference import DifferenceInMeans, Statistic, permutation_test
from drive.randomisation.rerandomisation import observed
from drive.statistics.results import is_defined

DESIGN = Design({"A": 70, "B": 60, "C": 50}, block_multiples=(1, 2, 3))
SITES = np.repeat([0.0, 1.0, 3.0], [70, 60, 50])
WITHIN = DifferenceInMeans(stratified=True)
STUDENTISED = DifferenceInMeans(stratified=True, studentised=True)

Truth = tuple[np.ndarray, np.ndarray, float]


def constant(effect: float) -> Callable[[np.random.Generator], Truth]:
    def made(rng: np.random.Generator) -> Truth:
        control = rng.standard_t(4, 180) + SITES
        return control, control + effect, effect

    return made


def shares(control: float, drive: float) -> Callable[[np.random.Generator], Truth]:
    def made(rng: np.random.Generator) -> Truth:
        luck = rng.random(180)
        return (luck < control) * 1.0, (luck < drive) * 1.0, drive - control

    return made


def rates(
    truth: Callable[[np.random.Generator], Truth], statistic: Statistic, trials: int
) -> tuple[float, float]:
    """Return how often the effect 0 is rejected at 5%, and how often the interval holds it."""
    rng = np.random.default_rng(20)
    rejected = covered = 0
    for trial in range(trials):
        allocations = generate(DESIGN, seed=trial)
        control, drive, effect = truth(rng)
        outcome = np.where(observed(allocations) == 1, drive, control)
        found = permutation_test(allocations, outcome, statistic, draws=399, seed=trial)
        low, high = found.estimate.low, found.estimate.high
        rejected += found.p <= 0.05
        covered += (not is_defined(low) or low <= effect) and (
            not is_defined(high) or effect <= high
        )
    return rejected / trials, covered / trials


@pytest.mark.parametrize("statistic", [DifferenceInMeans(), WITHIN])
def test_where_drive_does_nothing_one_test_in_twenty_says_otherwise(statistic: Statistic) -> None:
    """Type I error at most 5%, under blocks of random size at 1:8 with sites that differ."""
    rejected, covered = rates(constant(0.0), statistic, trials=400)
    assert rejected <= binom(400, 0.05).ppf(0.999) / 400
    assert rejected >= binom(400, 0.05).ppf(0.001) / 400
    assert covered >= binom(400, 0.95).ppf(0.001) / 400


def test_the_interval_holds_an_effect_that_is_the_same_for_all() -> None:
    """Coverage at least 95%, and the effect is found."""
    rejected, covered = rates(constant(2.0), WITHIN, trials=400)
    assert covered >= binom(400, 0.95).ppf(0.001) / 400
    assert rejected > 0.9


def test_the_studentised_interval_holds_a_difference_in_proportions() -> None:
    """Coverage about 95% where a share rises from 0.1 to 0.4 and its spread with it."""
    covered = rates(shares(0.1, 0.4), STUDENTISED, trials=100)[1]
    assert covered >= binom(100, 0.93).ppf(0.001) / 100


def test_the_plain_interval_for_proportions_is_too_short() -> None:
    """Not studentised it holds the truth in fewer than 90% of such trials: not the default."""
    assert rates(shares(0.1, 0.4), WITHIN, trials=400)[1] < 0.9
