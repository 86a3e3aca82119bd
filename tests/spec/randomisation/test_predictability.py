"""How far the next draw can be foreseen by somebody who knows all but the seed."""

import numpy as np
import pytest
import statsmodels.api as sm
from numpy.typing import NDArray

from drive.randomisation import Design
from drive.randomisation.lists import generate
from drive.randomisation.predictor import area_under_curve, predict, predictability
from drive.randomisation.rerandomisation import rerandomise

PILOT = Design({"Essex": 700, "South Wales": 600, "West Sussex": 472})
LISTS, LENGTH = 20, 500


def drawn(first_seed: int) -> NDArray[np.uint8]:
    """Return 20 lists of 500 draws at 1:8, each from a seed of its own."""
    lists = [generate(Design({"Essex": LENGTH}), seed=first_seed + at) for at in range(LISTS)]
    return np.array([[each.arm == "drive" for each in one.positions] for one in lists], np.uint8)


@pytest.mark.parametrize("place", range(3))
def test_the_default_design_keeps_its_secret(place: int) -> None:
    """At 1:8 in blocks of 27, 45 and 72 at most 2.5% of draws are certain; the area is to 0.70."""
    found = predictability(PILOT, lists=150, seed=1)[place]
    assert found.acceptable
    assert found.certain == pytest.approx(0.019, abs=0.005)
    assert found.auc == pytest.approx(0.675, abs=0.015)


def test_short_blocks_do_not() -> None:
    """Blocks of 9, 18 and 27 give away more than 4% of draws."""
    (found,) = predictability(Design({"E": 600}, block_multiples=(1, 2, 3)), lists=100, seed=1)
    assert not found.acceptable
    assert found.certain > 0.04
    assert found.auc > 0.70


def test_knowing_all_but_the_seed_names_hardly_more_arms_than_always_saying_control() -> None:
    """The best guess is right at most 2 points more often than the base rate, over 10,000 draws."""
    arms = drawn(first_seed=100)
    predicted = predict(next(Design({"Essex": LENGTH}).lists()), arms)
    assert arms.size == 10_000
    assert ((predicted > 0.5) == arms).mean() <= (1 - arms.mean()) + 0.02


def since_last(arms: NDArray[np.uint8]) -> NDArray[np.float64]:
    scores = np.zeros(arms.shape)
    for at in range(1, arms.shape[1]):
        scores[:, at] = np.where(arms[:, at - 1] == 1, 0, scores[:, at - 1] + 1)
    return scores


def overdue(arms: NDArray[np.uint8]) -> NDArray[np.float64]:
    before = np.cumsum(arms, axis=1) - arms
    return np.arange(arms.shape[1]) / 9 - before


def window(arms: NDArray[np.uint8], length: int) -> NDArray[np.float64]:
    before = np.pad(np.cumsum(arms, axis=1), ((0, 0), (length + 1, 0)))
    recent = before[:, length : length + arms.shape[1]] - before[:, : arms.shape[1]]
    return -recent.astype(float)


def regression(arms: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return what a logistic regression on the past learns from 20 other lists."""
    others = drawn(first_seed=900)
    model = sm.GLM(others.ravel(), past(others), family=sm.families.Binomial()).fit()
    return model.predict(past(arms)).reshape(arms.shape)


def past(arms: NDArray[np.uint8]) -> NDArray[np.float64]:
    features = [since_last(arms) / 10, *(window(arms, n) for n in (8, 26, 44, 71))]
    features += [overdue(arms), overdue(arms) ** 2]
    return sm.add_constant(np.column_stack([each.ravel() for each in features]))


@pytest.mark.parametrize(
    "simple",
    [since_last, overdue, lambda a: window(a, 8), lambda a: window(a, 26), lambda a: window(a, 71),
     regression],
    ids=["since last", "overdue", "last 8", "last 26", "last 71", "regression"],
)  # fmt: skip
def test_no_rule_of_thumb_does_better_than_the_exact_predictor(simple) -> None:  # type: ignore[no-untyped-def]
    """Five rules of thumb and a regression, without the seed, over 10,000 draws."""
    arms = drawn(first_seed=100)
    exact = area_under_curve(predict(next(Design({"Essex": LENGTH}).lists()), arms), arms)
    assert area_under_curve(simple(arms), arms) <= exact


def test_drawing_the_list_again_tells_nothing_of_it() -> None:
    """Shares of Drive in 2,000 re-draws of the blocks foresee no arm within whole blocks."""
    allocations = generate(Design({"E": 900}), seed=8)
    shares = rerandomise(allocations, draws=2000, seed=9).mean(axis=0)
    assert np.abs(shares - 1 / 9).max() < 5 * np.sqrt(8 / 81 / 2000)
