"""The sums give what means and variances computed one by one give."""

import numpy as np
import pytest
import statsmodels.api as sm
from scipy.stats import ttest_ind

from drive.randomisation.inference import DifferenceInMeans, WeightedDifference
from drive.randomisation.inference.statistics import Analysed, Statistic

RNG = np.random.default_rng(7)
N = 60
UNITS = Analysed(
    outcome=RNG.normal(3, 2, N),
    drive=RNG.integers(0, 2, N).astype(float),
    lists=RNG.integers(0, 3, N),
    p=RNG.uniform(0.2, 0.6, N),
)
ARMS = RNG.integers(0, 2, (8, N)).astype(float)


def values(statistic: Statistic, shift: float) -> np.ndarray:
    return of(statistic, ARMS, UNITS, shift)


def of(statistic: Statistic, arms: np.ndarray, units: Analysed, shift: float = 0.0) -> np.ndarray:
    columns = statistic.columns(units)
    return statistic.value(arms @ columns, columns.sum(axis=0), shift)


@pytest.mark.parametrize("shift", [0.0, 1.3, -40.0])
def test_difference_in_means(shift: float) -> None:
    y = UNITS.outcome - shift * UNITS.drive
    wanted = [y[z == 1].mean() - y[z == 0].mean() for z in ARMS]
    assert values(DifferenceInMeans(), shift) == pytest.approx(wanted)


@pytest.mark.parametrize("shift", [0.0, 1.3, -40.0])
def test_studentised_it_is_welchs_t(shift: float) -> None:
    y = UNITS.outcome - shift * UNITS.drive
    wanted = [ttest_ind(y[z == 1], y[z == 0], equal_var=False).statistic for z in ARMS]
    assert values(DifferenceInMeans(studentised=True), shift) == pytest.approx(wanted)


@pytest.mark.parametrize("shift", [0.0, 1.3])
def test_stratified_it_is_the_coefficient_of_a_regression_on_the_lists(shift: float) -> None:
    y = UNITS.outcome - shift * UNITS.drive
    lists = (UNITS.lists[:, None] == np.arange(3)).astype(float)
    wanted = [sm.OLS(y, np.column_stack([z, lists])).fit().params[0] for z in ARMS]
    assert values(DifferenceInMeans(stratified=True), shift) == pytest.approx(wanted)


def test_stratified_and_studentised() -> None:
    found = values(DifferenceInMeans(stratified=True, studentised=True), 0.4)
    for z, value in zip(ARMS, found, strict=True):
        y = UNITS.outcome - 0.4 * UNITS.drive
        means, weights, counts, squares = [], [], [], [0.0, 0.0]
        for group in range(3):
            arms = [y[(UNITS.lists == group) & (z == arm)] for arm in (1, 0)]
            counts.append([len(each) for each in arms])
            means.append(arms[0].mean() - arms[1].mean())
            weights.append(len(arms[0]) * len(arms[1]) / (len(arms[0]) + len(arms[1])))
            for arm in (0, 1):
                squares[arm] += float(((arms[arm] - arms[arm].mean()) ** 2).sum())
        n = np.array(counts)
        variances = np.array(squares) / (n.sum(axis=0) - 3)
        error = np.sqrt((np.array(weights) ** 2 * (variances / n).sum(axis=1)).sum())
        assert value == pytest.approx(np.dot(weights, means) / error)


@pytest.mark.parametrize("shift", [0.0, 1.3])
def test_weighted_by_the_probability_of_what_was_drawn(shift: float) -> None:
    y = UNITS.outcome - shift * UNITS.drive
    wanted = [
        np.average(y[z == 1], weights=1 / UNITS.p[z == 1])
        - np.average(y[z == 0], weights=1 / (1 - UNITS.p[z == 0]))
        for z in ARMS
    ]
    assert values(WeightedDifference(), shift) == pytest.approx(wanted)


@pytest.mark.parametrize(
    "statistic",
    [
        DifferenceInMeans(),
        DifferenceInMeans(stratified=True, studentised=True),
        WeightedDifference(),
    ],
)
def test_without_an_arm_there_is_no_difference(statistic: Statistic) -> None:
    assert np.isnan(of(statistic, np.zeros((1, N)), UNITS)).all()


def test_a_list_with_one_arm_alone_counts_for_nothing() -> None:
    arms = np.where(UNITS.lists == 2, 0.0, ARMS[:1])
    rest = UNITS.lists != 2
    kept = Analysed(UNITS.outcome[rest], UNITS.drive[rest], UNITS.lists[rest], UNITS.p[rest])
    statistic = DifferenceInMeans(stratified=True)
    assert of(statistic, arms, UNITS) == pytest.approx(of(statistic, arms[:, rest], kept))


def test_names() -> None:
    assert DifferenceInMeans().name == "difference in means"
    assert DifferenceInMeans(stratified=True, studentised=True).name == (
        "studentised difference in means within lists (stratum and period)"
    )
