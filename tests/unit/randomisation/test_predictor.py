from fractions import Fraction
from itertools import permutations

import numpy as np
import pytest

from drive.randomisation import Design, Lottery
from drive.randomisation.plans import ListPlan
from drive.randomisation.predictor import area_under_curve, predict, predictability


def plan_of(**given: object) -> ListPlan:
    return next(Design({"Essex": 40}, **given).lists())  # type: ignore[arg-type]


def by_hand(choices: tuple[tuple[int, int], ...], past: tuple[int, ...]) -> Fraction:
    """Sum over every sequence of blocks that begins with the past arms, in fractions."""

    def chance(arms: tuple[int, ...]) -> Fraction:
        if not arms:
            return Fraction(1)
        total = Fraction(0)
        for drive, control in choices:
            orders = set(permutations((1,) * drive + (0,) * control))
            for order in orders:
                shared = min(len(order), len(arms))
                if order[:shared] == arms[:shared]:
                    total += chance(arms[shared:]) / len(orders) / len(choices)
        return total

    return chance((*past, 1)) / chance(past)


@pytest.mark.parametrize("choices", [((1, 1), (2, 2)), ((1, 2), (2, 4)), ((1, 3),)])
def test_the_prediction_is_that_of_bayes_rule(choices: tuple[tuple[int, int], ...]) -> None:
    plan = ListPlan("Essex", 1, ("key",), 6, choices)
    possible = [(1, 0, 0, 1, 0, 0), (0, 1, 0, 1, 0, 0)] if choices[0] != (1, 3) else []
    for arms in [*possible, (0, 1, 0, 0, 0, 0)] if choices[0] != (1, 1) else possible[:1]:
        wanted = [float(by_hand(choices, arms[:at])) for at in range(len(arms))]
        assert predict(plan, np.array(arms, np.uint8)) == pytest.approx(wanted)


def test_the_last_of_a_block_of_known_size_is_certain() -> None:
    plan = plan_of(ratio=(1, 2), block_multiples=(1,))
    assert predict(plan, np.array([0, 0, 1, 1, 0, 0], np.uint8)) == pytest.approx(
        [1 / 3, 1 / 2, 1, 1 / 3, 0, 0]
    )


def test_predictions_are_calibrated() -> None:
    design = Design({"Essex": 90}, ratio=(1, 2), block_multiples=(1, 2, 3))
    (found,) = predictability(design, lists=400, seed=3)
    assert found.draws == 36_000
    assert found.base_rate == pytest.approx(2 / 3, abs=0.005)
    assert found.best_guess > found.base_rate
    assert not found.acceptable


def test_each_period_and_batch_is_measured() -> None:
    design = Design({"E": 40, "K": 30}, periods=[("2016-04-01", (1, 8)), ("2017-01-01", (1, 2))])
    found = predictability(design, lists=3, seed=1)
    assert [(each.stratum, each.period) for each in found] == [
        ("E", 1),
        ("E", 2),
        ("K", 1),
        ("K", 2),
    ]
    (lottery,) = predictability(Lottery([("E", 3, 20)]), lists=100, seed=1)
    assert lottery.p_assignment == 0.15
    assert lottery.certain > 0.05


def test_the_result_can_be_printed() -> None:
    (found,) = predictability(Design({"E": 40}), lists=2, seed=1)
    assert set(found.to_dict()) >= {"certain", "auc", "best_guess", "base_rate"}


@pytest.mark.parametrize(
    ("predicted", "arms", "area"),
    [([0.1, 0.2, 0.3], [0, 0, 1], 1), ([0.3, 0.2, 0.3], [0, 0, 1], 0.75), ([0.3, 0.2], [0, 1], 0)],
)
def test_the_area_under_the_curve(predicted: list[float], arms: list[int], area: float) -> None:
    assert area_under_curve(np.array(predicted), np.array(arms, np.uint8)) == area


def test_the_area_needs_both_arms() -> None:
    with pytest.raises(ValueError, match="both arms"):
        area_under_curve(np.array([0.1]), np.array([1], np.uint8))
