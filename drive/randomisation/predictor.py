"""How well the next arm can be guessed by somebody who knows all but the seed.

The predictor is exact: Bayes' rule over every way in which the list could be cut into blocks. It
knows the design and every past arm of the list, so nobody without the seed can do better.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from drive.randomisation.blocks import draw_block
from drive.randomisation.entropy import stream
from drive.randomisation.plans import ListPlan, RandomDesign
from drive.statistics.results import Result
from drive.vocabulary.allocation import Arm

Floats = NDArray[np.float64]

CERTAIN = 1e-9
"""A probability this near to 0 or 1 leaves no doubt; what is less is rounding."""
MAX_CERTAIN = 0.025
MAX_AUC = 0.70


@dataclass(frozen=True, slots=True)
class Predictability(Result):
    """What the exact predictor achieves on one list of a design.

    Attributes
    ----------
    certain, certain_error
        Share of draws whose arm is beyond doubt before they are made, and its standard error
        (between lists).
    auc
        Area under the receiver operating characteristic curve; one half is chance.
    best_guess, base_rate
        Share of draws that the best guess names rightly, and the share that always naming the
        larger arm would.
    draws, lists
        How many draws of how many lists this was measured on.
    """

    stratum: str
    period: int
    p_assignment: float
    draws: int
    lists: int
    certain: float
    certain_error: float
    auc: float
    best_guess: float
    base_rate: float

    @property
    def acceptable(self) -> bool:
        """At most 2.5% certain and an area of at most 0.70."""
        return self.certain <= MAX_CERTAIN and self.auc <= MAX_AUC


def predict(plan: ListPlan, arms: NDArray[np.uint8]) -> Floats:
    """Probability of Drive for each position, given the design and all arms before it.

    Parameters
    ----------
    plan
        What the list is made of.
    arms
        Shape (lists, positions) or (positions,), 1 where Drive.

    Returns
    -------
    numpy.ndarray
        The same shape, each number from 0 to 1.
    """
    given = np.atleast_2d(arms)
    sizes = np.array([sum(choice) for choice in plan.choices])
    drives = np.array([choice[0] for choice in plan.choices], dtype=float)
    # weight[l, c, u]: the block now open is of choice c and u of its positions are used.
    weight = np.zeros((len(given), len(sizes), int(sizes.max()) + 1))
    weight[:, :, 0] = 1 / len(sizes)
    seen = np.zeros((len(given), 1, weight.shape[2]))  # Drive among the last u arms
    left = np.maximum(sizes[:, None] - np.arange(weight.shape[2]), 1)
    predicted = np.empty(given.shape)
    for at in range(given.shape[1]):
        chance = np.clip((drives[:, None] - seen) / left, 0, 1)
        predicted[:, at] = (weight * chance).sum(axis=(1, 2))
        arm = given[:, at, None, None]
        weight *= np.where(arm == 1, chance, 1 - chance)
        weight = _moved_on(weight, sizes)
        seen[:, :, 1:] = seen[:, :, :-1] + arm
    return predicted.reshape(arms.shape)


def predictability(
    design: RandomDesign, *, lists: int = 200, seed: int = 1
) -> tuple[Predictability, ...]:
    """Measure the exact predictor on each list of a design, drawn anew many times.

    Parameters
    ----------
    design
        Permuted blocks, or a lottery whose batches would be read out one by one (they are not:
        a batch is drawn at once).
    lists
        How many times each list is drawn; 200 lists of 600 positions settle the share of certain
        draws to about 0.0015.
    seed
        A whole number from 0; not the seed of the trial.

    References
    ----------
    Berger VW, Ivanova A, Knoll MD (2003) Minimizing predictability while retaining balance through
    the use of less restrictive randomization procedures. Stat Med 22:3017-3028.
    """
    return tuple(_measured(plan, lists, seed) for plan in design.lists())


def area_under_curve(predicted: Floats, arms: NDArray[np.uint8]) -> float:
    """Share of pairs, one Drive and one control, where Drive was held likelier; ties count half.

    Raises
    ------
    ValueError
        If one of the arms does not occur.
    """
    drive = arms.ravel() == 1
    yes, no = int(drive.sum()), int((~drive).sum())
    if not yes or not no:
        raise ValueError("An area under the curve needs draws of both arms.")
    ranks = rankdata(np.round(predicted.ravel(), 12))
    return float((ranks[drive].sum() - yes * (yes + 1) / 2) / (yes * no))


def _moved_on(weight: Floats, sizes: NDArray[np.int_]) -> Floats:
    # One more position is used; a block that is full gives way to a new one of any choice.
    moved = np.zeros_like(weight)
    moved[:, :, 1:] = weight[:, :, :-1]
    choices = np.arange(len(sizes))
    finished = moved[:, choices, sizes].sum(axis=1)
    moved[:, choices, sizes] = 0
    moved[:, :, 0] = finished[:, None] / len(sizes)
    total: Floats = moved.sum(axis=(1, 2), keepdims=True)
    return moved / total


def _measured(plan: ListPlan, lists: int, seed: int) -> Predictability:
    arms = _drawn(plan, lists, seed)
    predicted = predict(plan, arms)
    certain = (predicted < CERTAIN) | (predicted > 1 - CERTAIN)
    by_list = certain.mean(axis=1)
    error = by_list.std(ddof=1) / np.sqrt(lists) if lists > 1 else float("nan")
    guessed = predicted > 0.5
    return Predictability(
        stratum=plan.stratum,
        period=plan.period,
        p_assignment=plan.p_assignment,
        draws=arms.size,
        lists=lists,
        certain=float(by_list.mean()),
        certain_error=float(error),
        auc=area_under_curve(predicted, arms),
        best_guess=float((guessed == arms).mean()),
        base_rate=float(max(arms.mean(), 1 - arms.mean())),
    )


def _drawn(plan: ListPlan, lists: int, seed: int) -> NDArray[np.uint8]:
    arms = np.empty((lists, plan.positions), dtype=np.uint8)
    for number in range(lists):
        rng = stream(seed, "predictability", number, *plan.key)
        given: list[Arm] = []
        while len(given) < plan.positions:
            given += draw_block(rng, plan.choices).arms
        arms[number] = [arm is Arm.DRIVE for arm in given[: plan.positions]]
    return arms
