from itertools import combinations, product

import numpy as np
import pytest
from scipy.stats import mannwhitneyu, rankdata
from scipy.stats import permutation_test as scipys

from drive.randomisation import AllocationList, Design, HistoricArms, Lottery, NoSequence, generate
from drive.randomisation.inference import (
    DifferenceInMeans,
    NotComparable,
    WeightedDifference,
    permutation_test,
)
from drive.randomisation.rerandomisation import observed
from drive.statistics.results import Undefined, is_defined

# Darwin's 15 pairs of maize: crossed less self-fertilised, in eighths of an inch.
MAIZE = np.array([49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]) / 8
PAIRS = generate(Design({"maize": 30}, ratio=(1, 1), block_multiples=(1,)), seed=3)
FOURTEEN = generate(Lottery([("Essex", 5, 14)]), seed=2)
OUTCOME = np.random.default_rng(0).normal(size=14) + 1.1 * observed(FOURTEEN)


def maize() -> np.ndarray:
    """Self-fertilised plants of height 0, so that each pair differs as Darwin's did."""
    heights = np.zeros(30)
    heights[observed(PAIRS) == 1] = MAIZE
    return heights


def rise(outcome: np.ndarray, arms: np.ndarray) -> float:
    return float(outcome[arms == 1].mean() - outcome[arms == 0].mean())


def every_draw() -> np.ndarray:
    """All 2,002 ways to draw 5 of 14, made here without the code that is tested."""
    draws = np.zeros((2002, 14))
    for row, places in enumerate(combinations(range(14), 5)):
        draws[row, list(places)] = 1
    return draws


def test_fishers_own_example() -> None:
    """Fisher (1935), The Design of Experiments, section 21: of 32,768 signs 863 give a sum of at
    least the 314 eighths observed, 1,726 = 5.267 per cent on both sides."""
    found = permutation_test(PAIRS, maize(), DifferenceInMeans(), draws=40_000, seed=1)
    assert found.observed == pytest.approx(314 / 8 / 15)
    assert found.p == pytest.approx(1726 / 32768, abs=4 * found.p_error)
    assert found.p_error == pytest.approx(2 * np.sqrt(0.02634 * 0.97366 / 40_000), rel=0.1)


def test_fishers_example_by_enumeration_of_the_interval() -> None:
    """The ends of the interval are where 2.5% of all 32,768 signs reach the observed sum."""
    signs = np.array(list(product([-1, 1], repeat=15)))
    found = permutation_test(PAIRS, maize(), DifferenceInMeans(), draws=40_000, seed=1).estimate
    for end, side in ((found.low, 1), (found.high, -1)):
        assert is_defined(end)
        left = (MAIZE - end) * side
        reached = (signs @ left >= left.sum() - 1e-9).mean()
        assert reached == pytest.approx(0.025, abs=0.003)


def test_a_simple_draw_agrees_with_scipy() -> None:
    drive = observed(FOURTEEN) == 1
    exact = scipys(
        (OUTCOME[drive], OUTCOME[~drive]),
        lambda one, other, axis: one.mean(axis) - other.mean(axis),
        n_resamples=np.inf,
        vectorized=True,
    )
    found = permutation_test(FOURTEEN, OUTCOME, DifferenceInMeans(), draws=40_000, seed=1)
    assert found.observed == pytest.approx(exact.statistic)
    assert found.p == pytest.approx(exact.pvalue, abs=4 * found.p_error + 1e-4)


@pytest.mark.parametrize("effect", [-0.4, 0.7, 2.2])
def test_the_interval_holds_what_enumeration_does_not_reject(effect: float) -> None:
    drive = observed(FOURTEEN).astype(float)
    left = OUTCOME - effect * drive
    every = every_draw()
    means = every @ left / 5 - (1 - every) @ left / 9
    real = rise(left, drive)
    p = 2 * min((means >= real - 1e-9).mean(), (means <= real + 1e-9).mean())
    interval = permutation_test(
        FOURTEEN, OUTCOME, DifferenceInMeans(), draws=20_000, seed=1
    ).estimate
    assert is_defined(interval.low)
    assert is_defined(interval.high)
    assert abs(p - 0.05) > 0.005
    assert (interval.low <= effect <= interval.high) == (p > 0.05)


def test_blocks_used_in_part_agree_with_enumeration() -> None:
    """Two blocks of 2:1 of which the second is cut after 2: the draws counted by hand."""
    whole = generate(Design({"Essex": 9}, ratio=(1, 2), block_multiples=(1,)), seed=5)
    used = whole.used({("Essex", 1): 5})
    outcome = np.array([3.0, 1.0, 4.0, 1.5, 9.0])
    first = [(1, 0, 0), (0, 1, 0), (0, 0, 1)]
    second = [(1, 0), (0, 1), (0, 0)]
    means = np.array([rise(outcome, np.array(a + b)) for a, b in product(first, second)])
    real = rise(outcome, observed(used))
    p = 2 * min((means >= real - 1e-9).mean(), (means <= real + 1e-9).mean())
    found = permutation_test(used, outcome, DifferenceInMeans(), draws=20_000, seed=1)
    assert found.p == pytest.approx(min(1, p), abs=4 * found.p_error + 0.001)


def test_any_function_will_do() -> None:
    def rank_sum(outcome: np.ndarray, arms: np.ndarray) -> float:
        return float(rankdata(outcome)[arms == 1].sum() - 15)

    drive = observed(FOURTEEN) == 1
    exact = mannwhitneyu(OUTCOME[drive], OUTCOME[~drive], method="exact")
    found = permutation_test(FOURTEEN, OUTCOME, rank_sum, draws=100, seed=1)
    assert found.statistic == "rank_sum"
    assert found.observed == exact.statistic
    assert found.p == pytest.approx(exact.pvalue, abs=4 * found.p_error + 0.005)
    differences = np.subtract.outer(OUTCOME[drive], OUTCOME[~drive])
    assert found.estimate.value == pytest.approx(np.median(differences), abs=0.25)


def test_a_function_gives_the_interval_of_the_built_in_statistic() -> None:
    built_in = permutation_test(FOURTEEN, OUTCOME, DifferenceInMeans(), draws=600, seed=1)
    given = permutation_test(FOURTEEN, OUTCOME, rise, draws=600, seed=1)
    assert given.p == built_in.p
    assert given.observed == pytest.approx(built_in.observed)
    assert given.estimate.low == pytest.approx(built_in.estimate.low, abs=1e-6)
    assert given.estimate.high == pytest.approx(built_in.estimate.high, abs=1e-6)


def test_an_effect_of_the_draw_is_taken_off_where_it_is_searched_for() -> None:
    """A weighted, a studentised and a stratified interval move along with the outcome."""
    allocations = generate(Design({"A": 40, "B": 40}, ratio=(1, 2), block_multiples=(1, 2)), seed=4)
    outcome = np.random.default_rng(3).normal(size=80)
    moved = outcome + 5 * observed(allocations)
    for statistic in (
        WeightedDifference(),
        DifferenceInMeans(stratified=True),
        DifferenceInMeans(stratified=True, studentised=True),
    ):
        one, other = (
            permutation_test(allocations, y, statistic, draws=500, seed=1).estimate
            for y in (outcome, moved)
        )
        for end in ("low", "value", "high"):
            assert getattr(other, end) == pytest.approx(getattr(one, end) + 5, abs=1e-6)


def test_unknown_and_void_outcomes_are_left_out_and_counted() -> None:
    allocations = generate(Design({"Essex": 27}, ratio=(1, 2), block_multiples=(3,)), seed=5)
    outcome = np.arange(27, dtype=float)
    outcome[[1, 2]] = np.nan
    drive = observed(allocations) == 1
    void = [allocations.positions[4].key]
    found = permutation_test(allocations.voiding(void), outcome, draws=200, seed=1)
    left = np.isin(np.arange(27), [1, 2, 4], invert=True)
    assert found.missing_drive + found.missing_control == 2
    assert found.missing_drive == drive[[1, 2]].sum()
    assert (found.n_drive, found.n_control) == ((drive & left).sum(), (~drive & left).sum())
    assert found.void == 1
    assert found.observed == pytest.approx(
        outcome[drive & left].mean() - outcome[~drive & left].mean()
    )


def test_yes_or_no_is_studentised_unless_asked_otherwise_and_says_what_is_inverted() -> None:
    allocations = generate(Design({"Essex": 90}, ratio=(1, 2), block_multiples=(1, 2)), seed=5)
    outcome = np.random.default_rng(1).integers(0, 2, 90)
    found = permutation_test(allocations, outcome, draws=300, seed=1)
    assert found.statistic.startswith("studentised difference in means within lists")
    assert found.estimate.value == pytest.approx(rise(outcome, observed(allocations)))
    assert "the proportions differ by t" in found.notes[1]
    assert len(permutation_test(allocations, outcome + 0.5, draws=300, seed=1).notes) == 1


def test_too_few_draws_give_no_interval() -> None:
    found = permutation_test(FOURTEEN, OUTCOME, draws=20, seed=1)
    assert isinstance(found.estimate.low, Undefined)
    assert "too few" in found.notes[-1]


def test_a_draw_that_leaves_the_statistic_undefined_counts_as_far_out() -> None:
    used = generate(Design({"Essex": 9}, ratio=(1, 2), block_multiples=(3,)), seed=10).used(
        {("Essex", 1): 4}
    )
    assert 0 < observed(used).sum() < 4
    found = permutation_test(used, [1.0, 5.0, 2.0, 7.0], DifferenceInMeans(), draws=2000, seed=1)
    # None of 3 in the first 4 of 9: (6 over 4) / (9 over 4) = 15 / 126.
    assert found.undefined_draws / 2000 == pytest.approx(15 / 126, abs=0.03)
    assert found.p > 0.2


def test_the_same_seed_gives_the_same_result() -> None:
    one, other = (permutation_test(FOURTEEN, OUTCOME, draws=300, seed=7) for _ in range(2))
    assert one == other
    assert one.to_dict()["estimate"]["level"] == 0.95


def test_arms_without_a_sequence_are_refused() -> None:
    pilot = HistoricArms(source="the pilot", drive=198, control=1574)
    with pytest.raises(NoSequence, match="p values and intervals that rest on the design are refu"):
        permutation_test(pilot, np.zeros(1772), seed=1)


@pytest.mark.parametrize(
    ("allocations", "outcome", "words"),
    [
        (FOURTEEN, np.zeros(13), "14 positions; the outcome has shape"),
        (FOURTEEN, np.full(14, np.nan), "Both arms need"),
        (FOURTEEN, np.where(observed(FOURTEEN) == 1, np.nan, 1.0), "Both arms need"),
    ],
)
def test_what_cannot_be_compared(
    allocations: AllocationList, outcome: np.ndarray, words: str
) -> None:
    with pytest.raises(NotComparable, match=words):
        permutation_test(allocations, outcome, seed=1)


def test_a_statistic_that_is_undefined_for_the_real_draw() -> None:
    with pytest.raises(NotComparable, match="undefined for the arms as they were drawn"):
        permutation_test(FOURTEEN, OUTCOME, lambda _outcome, _arms: float("nan"), seed=1)
