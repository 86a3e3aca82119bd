"""The contrast between arms."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from statsmodels.stats.contingency_tables import StratifiedTable

from drive.statistics.adjusted import adjusted_difference, cochran_mantel_haenszel
from drive.statistics.contrast import changes_between_arms
from drive.statistics.proportions import difference
from drive.statistics.results import Estimate, Undefined

Table = list[list[int]]

# Year-1 report, lines 3459-3494: physical abuse, intake x exit.
DRIVE: Table = [[1, 14], [1, 3]]
CONTROL: Table = [[32, 127], [0, 45]]

cells = st.integers(0, 30)
tables = st.tuples(cells, cells, cells, cells).filter(any).map(lambda t: [[*t[:2]], [*t[2:]]])


def limits(estimate: Estimate) -> tuple[float, float, float]:
    assert isinstance(estimate.value, float)
    assert isinstance(estimate.low, float)
    assert isinstance(estimate.high, float)
    return estimate.value, estimate.low, estimate.high


def people(table: Table) -> list[int]:
    """Each person's change, exit minus intake."""
    (_, stopped), (started, _) = table
    same = sum(map(sum, table)) - stopped - started
    return [-1] * stopped + [1] * started + [0] * same


def test_status_at_exit_is_the_newcombe_difference() -> None:
    contrast = changes_between_arms(DRIVE, CONTROL)
    assert contrast.at_exit == difference(2, 19, 32, 204)
    assert contrast.at_exit_test.method == "Fisher's exact test"


def test_each_arm_keeps_its_own_description() -> None:
    contrast = changes_between_arms(DRIVE, CONTROL)
    assert (contrast.drive.stopped, contrast.control.stopped) == (14, 127)


@given(drive=tables, control=tables)
def test_change_is_the_difference_of_peoples_changes(drive: Table, control: Table) -> None:
    contrast = changes_between_arms(drive, control)
    one, other = people(drive), people(control)
    value, low, high = limits(contrast.in_change)
    assert value == pytest.approx(np.mean(one) - np.mean(other), abs=1e-12)
    assert low <= value + 1e-12
    assert value <= high + 1e-12
    variance = np.var(one) / len(one) + np.var(other) / len(other)
    if isinstance(contrast.in_change_test.statistic, float):
        assert contrast.in_change_test.statistic == pytest.approx(
            (np.mean(one) - np.mean(other)) / np.sqrt(variance)
        )
    else:
        assert variance == pytest.approx(0)


@given(drive=tables, control=tables)
def test_swapping_the_arms_turns_every_difference_round(drive: Table, control: Table) -> None:
    forth, back = changes_between_arms(drive, control), changes_between_arms(control, drive)
    for name in ("at_exit", "adjusted", "in_change"):
        if isinstance(getattr(forth, name).value, Undefined):
            assert getattr(forth, name) == getattr(back, name)
            continue
        value, low, high = limits(getattr(back, name))
        assert limits(getattr(forth, name)) == pytest.approx((-value, -high, -low), abs=1e-9)


@given(strata=st.lists(st.tuples(*[st.integers(1, 40)] * 4), min_size=1, max_size=4))
def test_pooled_test_agrees_with_statsmodels(strata: list[tuple[int, int, int, int]]) -> None:
    expected = StratifiedTable([[[a, b], [c, d]] for a, b, c, d in strata]).test_null_odds()
    found = cochran_mantel_haenszel(strata)
    assert (found.statistic, found.p) == pytest.approx((expected.statistic, expected.pvalue))


@given(a=cells, b=cells, c=cells, d=cells)
def test_one_stratum_is_the_plain_difference(a: int, b: int, c: int, d: int) -> None:
    assume(a + b and c + d)
    found = adjusted_difference([(a, b, c, d), (5, 5, 0, 0)])
    assert found.value == pytest.approx(a / (a + b) - c / (c + d))


def test_pooled_interval_is_as_wide_as_chance_makes_it() -> None:
    """The interval's half-width against the spread of 20,000 simulated trials of two strata."""
    rng = np.random.default_rng(8)
    chances = [(30, 0.7, 150, 0.55), (25, 0.2, 90, 0.1)]
    drawn = [
        (rng.binomial(n1, p1, 20_000), n1, rng.binomial(n2, p2, 20_000), n2)
        for n1, p1, n2, p2 in chances
    ]
    weight = sum(n1 * n2 / (n1 + n2) for _, n1, _, n2 in drawn)
    values = sum((a * n2 - c * n1) / (n1 + n2) for a, n1, c, n2 in drawn) / weight
    expected = 1.959964 * np.std(values)
    widths = []
    for trial in range(400):
        counts = [(int(a[trial]), n1, int(c[trial]), n2) for a, n1, c, n2 in drawn]
        value, low, high = limits(
            adjusted_difference([(a, n1 - a, c, n2 - c) for a, n1, c, n2 in counts])
        )
        assert value == pytest.approx(values[trial])
        widths.append((high - low) / 2)
    assert np.mean(widths) == pytest.approx(expected, rel=0.04)


def test_intervals_cover_as_often_as_they_say() -> None:
    """400 simulated trials of 40 and 160 with a true difference in change of .15."""
    rng = np.random.default_rng(11)
    truth, trials, covered = -0.15, 400, 0
    for _ in range(trials):
        drive = rng.multinomial(40, [0.2, 0.5, 0.05, 0.25]).reshape(2, 2)
        control = rng.multinomial(160, [0.4, 0.35, 0.05, 0.2]).reshape(2, 2)
        _, low, high = limits(changes_between_arms(drive, control).in_change)
        covered += low <= truth <= high
    four_errors = 4 * np.sqrt(0.05 * 0.95 / trials)
    assert covered / trials == pytest.approx(0.95, abs=four_errors)


def test_an_empty_arm_has_no_contrast() -> None:
    contrast = changes_between_arms([[0, 0], [0, 0]], CONTROL)
    assert contrast.in_change.value == Undefined("one of the arms is empty")
    assert contrast.in_change_test.p == Undefined("one of the arms is empty")
    assert isinstance(contrast.at_exit.value, Undefined)
    assert isinstance(contrast.adjusted.value, Undefined)


def test_no_two_people_alike_at_intake() -> None:
    contrast = changes_between_arms([[3, 4], [0, 0]], [[0, 0], [2, 5]])
    assert contrast.adjusted.value == Undefined("no stratum has people of both groups")
