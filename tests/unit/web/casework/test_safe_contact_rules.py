"""When contact may be planned, when a hold is reviewed, and how the months are counted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.casework import AssessmentPoint, CaseState, NonContactReason
from drive.vocabulary.clock import ChangeKind, ClockStart
from drive.vocabulary.strategy import (
    ApprovalState,
    Consultee,
    ExpiryTrigger,
    HoldState,
    StrategyTemplate,
)
from drive.web.casework import rules
from drive.web.casework.rules import clock, holds, loads, strategies
from drive.web.casework.rules.holds import HOLD_TRANSITIONS
from drive.web.casework.rules.loads import Weighed
from drive.web.casework.rules.strategies import STRATEGY_TRANSITIONS, Standing

DAY = date(2017, 6, 30)


@given(st.sampled_from(ApprovalState), st.integers(-400, 400), st.booleans())
def test_contact_may_be_planned_exactly_where_no_reason_speaks_against_it(
    state: ApprovalState, days: int, has_voice: bool
) -> None:
    standing = Standing(state=state, review_on=DAY + timedelta(days=days), has_voice=has_voice)
    allowed = state is ApprovalState.APPROVED and days >= 0 and has_voice
    assert strategies.may_plan_on(standing, DAY) is allowed
    assert (strategies.why_not(standing, DAY) == "") is allowed


def test_without_a_strategy_no_contact_may_be_planned() -> None:
    assert not strategies.may_plan_on(None, DAY)
    assert strategies.why_not(None, DAY) == "There is no contact strategy yet."


@pytest.mark.parametrize("transitions", [STRATEGY_TRANSITIONS, HOLD_TRANSITIONS])
def test_every_state_has_a_row(transitions: dict) -> None:  # type: ignore[type-arg]
    for after in transitions.values():
        assert set(after) <= set(transitions)
    assert set(STRATEGY_TRANSITIONS) == set(ApprovalState)
    assert set(HOLD_TRANSITIONS) == set(HoldState)


def test_a_trigger_ends_only_what_it_may_end() -> None:
    for trigger in ExpiryTrigger:
        for state in ApprovalState:
            if strategies.ends(trigger, state):
                assert ApprovalState.EXPIRED in STRATEGY_TRANSITIONS[state]
    assert not strategies.ends(ExpiryTrigger.REVIEW_DATE_PASSED, ApprovalState.CONSULTED)
    assert strategies.ends(ExpiryTrigger.RELEASE, ApprovalState.CONSULTED)


def test_the_adviser_agrees_where_flagged_and_for_stalking() -> None:
    assert strategies.needs_adviser(StrategyTemplate.STALKING, flagged=False)
    assert strategies.needs_adviser(StrategyTemplate.ORDINARY, flagged=True)
    assert not strategies.needs_adviser(StrategyTemplate.ORDINARY, flagged=False)


def test_who_is_missing_and_who_is_waited_for() -> None:
    asked = {Consultee.IDVA_LEAD, Consultee.OFFICER_IN_CHARGE}
    assert strategies.still_unheard(asked, {Consultee.IDVA_LEAD}) == [Consultee.OFFICER_IN_CHARGE]
    missing = strategies.missing_from_matrix(dict.fromkeys(asked))
    assert missing == [Consultee.OFFENDER_MANAGER, Consultee.CHILDRENS_SERVICES]


def test_a_hold_comes_to_review_and_does_not_end() -> None:
    held = holds.OnHold(since=DAY - timedelta(days=40), review_on=DAY)
    assert held.days(DAY) == 40
    assert held.is_due(DAY)
    assert not held.is_due(DAY - timedelta(days=1))
    assert holds.latest_review(DAY) == date(2017, 8, 25)


def test_the_months_count_from_allocation_unless_the_site_says_otherwise() -> None:
    days = {"allocated_on": date(2017, 1, 16), "opened_on": date(2017, 1, 31)}
    assert clock.clock_start(ClockStart.ALLOCATION, **days) == days["allocated_on"]
    start = clock.clock_start(ClockStart.OPENING, **days)
    assert clock.points(start)[AssessmentPoint.MONTH_3] == date(2017, 4, 30)
    assert clock.points(start)[AssessmentPoint.CLOSURE] == date(2017, 11, 30)


def test_an_extension_counts_from_the_planned_end_and_a_step_down_from_its_day() -> None:
    ends_on = date(2017, 11, 16)
    assert clock.new_end(ChangeKind.EXTENSION, 2, ends_on=ends_on, today=DAY) == date(2018, 1, 16)
    assert clock.new_end(ChangeKind.STEP_DOWN, 6, ends_on=ends_on, today=DAY) == date(2017, 12, 30)


@pytest.mark.parametrize(
    ("state", "contacted", "on_hold", "weighed"),
    [
        (CaseState.ACTIVE, True, False, Weighed.CONTACTED),
        (CaseState.RESEARCH, False, False, Weighed.NOT_CONTACTED),
        (CaseState.STRATEGY, False, True, Weighed.ON_HOLD),
        (CaseState.STEP_DOWN, True, True, Weighed.STEP_DOWN),
    ],
)
def test_what_a_case_weighs_by(
    state: CaseState, contacted: bool, on_hold: bool, weighed: Weighed
) -> None:
    assert loads.weighed_as(state, contacted=contacted, on_hold=on_hold) is weighed


@given(st.lists(st.sampled_from(Weighed)), st.dates(date(2010, 1, 1), date(2040, 1, 1)))
def test_weights_never_exceed_the_number_of_cases(cases: list[Weighed], day: date) -> None:
    assert 0 <= loads.weight(cases, day) <= len(cases)


def test_planned_is_reviewed_from_its_beginning_and_the_rest_from_the_day() -> None:
    since = DAY - timedelta(weeks=4)
    planned, not_safe = NonContactReason.PLANNED_OR_PENDING, NonContactReason.NOT_SAFE
    assert rules.review_of_reason(planned, since=since, today=DAY) == since + timedelta(weeks=6)
    assert rules.review_of_reason(not_safe, since=since, today=DAY) == DAY + timedelta(weeks=8)
    long_ago = DAY - timedelta(weeks=30)
    assert rules.review_of_reason(planned, since=long_ago, today=DAY) == DAY
