"""Time to answer, against printed tables of the leukaemia remissions of Freireich and others."""

import json
import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.duration.survfunc import SurvfuncRight

from drive.statistics.results import Quantity, Undefined, is_defined
from drive.statistics.survival import (
    DurationsError,
    KaplanMeier,
    NotReached,
    Step,
    kaplan_meier,
)

# Weeks of remission: Freireich EJ and others (1963) Blood 21:699-716, as Klein JP and Moeschberger
# ML (2003) Survival Analysis, 2nd edition, Table 1.1, print them.
RELAPSED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
IN_REMISSION = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]

waits = st.lists(st.tuples(st.integers(0, 12), st.booleans()), min_size=1, max_size=40)


def of_6_mp() -> KaplanMeier:
    answered = [True] * len(RELAPSED) + [False] * len(IN_REMISSION)
    return kaplan_meier([*RELAPSED, *IN_REMISSION], answered)


def of_placebo() -> KaplanMeier:
    return kaplan_meier(PLACEBO, [True] * len(PLACEBO))


def of(found: Sequence[tuple[int, bool]]) -> KaplanMeier:
    return kaplan_meier([time for time, _ in found], [event for _, event in found])


def number(quantity: Quantity) -> float:
    assert is_defined(quantity)
    return quantity


def test_remissions_under_6_mp_as_printed() -> None:
    """Klein and Moeschberger (2003), section 4.2, Tables 4.1A and 4.1B."""
    printed = [
        (6, 21, 3, 0.857, 0.076),
        (7, 17, 1, 0.807, 0.087),
        (10, 15, 1, 0.753, 0.096),
        (13, 12, 1, 0.690, 0.107),
        (16, 11, 1, 0.627, 0.114),
        (22, 7, 1, 0.538, 0.128),
        (23, 6, 1, 0.448, 0.135),
    ]
    found = of_6_mp()
    assert (found.n, found.events, found.censored, found.longest) == (21, 9, 12, 35)
    assert [
        (
            each.time,
            each.at_risk,
            each.events,
            round(each.survival, 3),
            round(number(each.error), 3),
        )
        for each in found.curve
    ] == printed


def test_the_log_log_interval_as_printed() -> None:
    """Stata's list of the same trial's controls, which Rodriguez G prints for his course.

    The Gehan survival data, Pop 509 Survival Analysis, Princeton University: the weeks 1 and 2.
    """
    printed = [(1, 0.9048, 0.0641, 0.6700, 0.9753), (2, 0.8095, 0.0857, 0.5689, 0.9239)]
    found = [
        (each.time, each.survival, number(each.error), number(each.low), number(each.high))
        for each in of_placebo().curve[:2]
    ]
    assert np.array(found) == pytest.approx(np.array(printed), abs=5e-5)


def test_medians_as_printed() -> None:
    """Kleinbaum DG and Klein M (2012) Survival Analysis, 3rd edition, chapter 2: 23 and 8 weeks."""
    assert (of_6_mp().median.value, of_placebo().median.value) == (23, 8)


def test_the_limits_are_those_of_the_test_turned_round() -> None:
    """Brookmeyer and Crowley (1982): the times at which a share of one half is not refused."""
    for found, limits in ((of_6_mp(), (13, None)), (of_placebo(), (4, 11))):
        kept = []
        for each in found.curve:
            if each.survival == 0:
                continue
            apart = math.log(-math.log(each.survival)) - math.log(-math.log(0.5))
            error = number(each.error) / (each.survival * -math.log(each.survival))
            if abs(apart) <= 1.959964 * error:
                kept.append(each.time)
        later = [each.time for each in found.curve if each.time > max(kept)]
        assert (min(kept), later[0] if later else None) == limits
        assert found.median.low == limits[0]
        assert found.median.high == (limits[1] or NotReached())


def test_a_median_on_a_flat_of_the_curve_is_where_the_flat_begins() -> None:
    """Daskalakis C, Statalist, 17 November 2002: 2, as Stata's `stci` has it, and not 4.

    statsmodels has the time at which the flat ends.
    """
    times = [1, 2, 2, 4, 6, 8]
    assert kaplan_meier(times, [True] * 6).median.value == 2
    assert SurvfuncRight(times, [1] * 6).quantile(0.5) == 4


@given(found=waits)
def test_the_curve_is_the_product_and_greenwoods_sum(found: list[tuple[int, bool]]) -> None:
    curve, share, spread = of(found).curve, 1.0, 0.0
    assert [each.time for each in curve] == sorted({time for time, event in found if event})
    for each in curve:
        at_risk = sum(time >= each.time for time, _ in found)
        events = sum(time == each.time for time, event in found if event)
        assert (each.at_risk, each.events) == (at_risk, events)
        share *= 1 - events / at_risk
        assert each.survival == pytest.approx(share, abs=1e-12)
        if events < at_risk:
            spread += events / (at_risk * (at_risk - events))
            assert number(each.error) == pytest.approx(share * math.sqrt(spread))
            assert 0 < number(each.low) <= each.survival <= number(each.high) < 1


@given(found=waits, p=st.sampled_from([0.1, 0.25, 0.5, 0.75, 0.9]))
def test_a_quantile_lies_within_its_limits(found: list[tuple[int, bool]], p: float) -> None:
    estimate = of(found).quantile(p)
    known = [
        quantity
        for quantity in (estimate.low, estimate.value, estimate.high)
        if is_defined(quantity)
    ]
    assert known == sorted(known)
    if not is_defined(estimate.value):
        assert estimate.high == NotReached()


@given(found=waits)
def test_without_censoring_the_curve_is_the_share_of_longer_waits(
    found: list[tuple[int, bool]],
) -> None:
    times = [time for time, _ in found]
    for each in kaplan_meier(times, [True] * len(times)).curve:
        longer = sum(time > each.time for time in times) / len(times)
        assert each.survival == pytest.approx(longer, abs=1e-9)


def test_quantiles() -> None:
    found = of_placebo()
    assert (found.quarter.value, found.three_quarters.value) == (4, 12)
    assert found.quantile(0.5) == found.median
    assert found.quantile(0.9).value == 17
    for share in (0, 1, 50):
        with pytest.raises(ValueError, match="between 0 and 1"):
            found.quantile(share)


def test_nobody_answered() -> None:
    found = kaplan_meier([3, 0, 9], [False, False, False])
    assert (found.n, found.events, found.censored, found.longest) == (3, 0, 3, 9)
    assert found.curve == ()
    assert found.median.value == found.median.low == found.median.high == NotReached()


def test_everybody_answered_at_once() -> None:
    """No spread, so no limits: the curve falls from one to nothing."""
    found = kaplan_meier([5, 5, 5], [True, True, True])
    (step,) = found.curve
    assert (step.at_risk, step.events, step.survival) == (3, 3, 0)
    assert isinstance(step.error, Undefined)
    assert isinstance(step.low, Undefined)
    assert found.median.value == 5
    assert (found.median.low, found.median.high) == (NotReached(), NotReached())


@pytest.mark.parametrize("answered", [True, False])
def test_one_row(answered: bool) -> None:
    found = kaplan_meier([4], [answered])
    assert (found.n, found.events, len(found.curve)) == (1, answered, answered)
    assert found.median.value == (4 if answered else NotReached())


def test_an_answer_on_the_same_day_is_a_wait_of_zero() -> None:
    found = kaplan_meier([0, 0, 2, 7], [True, False, True, False])
    assert [(each.time, each.at_risk, each.survival) for each in found.curve] == [
        (0, 4, 0.75),
        (2, 2, 0.375),
    ]
    assert found.quarter.value == 0


def test_who_is_censored_when_another_answers_was_still_waited_for() -> None:
    found = kaplan_meier([5, 5, 8], [True, False, True])
    assert [each.at_risk for each in found.curve] == [3, 1]


def test_all_of_it_is_plain_values() -> None:
    found = of_6_mp().to_dict()
    json.dumps(found, allow_nan=False)
    assert found["median"]["high"] == {"not_reached": "the curve does not come down to this share"}
    assert found["curve"][0]["time"] == 6
    assert isinstance(of_6_mp().curve[0], Step)


@pytest.mark.parametrize(
    ("durations", "answered", "why"),
    [
        ([], [], "Without a single duration"),
        ([4, -1], [True, True], "Duration 2 is -1"),
        ([math.nan], [True], "Duration 1 is nan"),
        ([math.inf], [False], "Duration 1 is inf"),
        ([4, 5], [True], "2 durations and 1"),
        ([[4, 5]], [[True, False]], "Each duration needs one"),
        ([4], [2], "yes or no"),
        ([4], [math.nan], "yes or no"),
    ],
)
def test_what_is_refused(durations: list[float], answered: list[bool], why: str) -> None:
    with pytest.raises(DurationsError, match=why):
        kaplan_meier(durations, answered)


def test_a_level_is_a_share() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        kaplan_meier([1], [True], level=95)
    narrow, wide = (kaplan_meier(PLACEBO, [True] * 21, level=level) for level in (0.5, 0.99))
    assert number(wide.median.low) <= number(narrow.median.low)
    assert number(wide.median.high) >= number(narrow.median.high)
