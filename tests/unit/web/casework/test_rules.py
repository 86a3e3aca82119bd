"""Steps, references, loads and contact, from plain values."""

from datetime import date

import pytest

from drive.vocabulary.casework import AssessmentPoint, CaseState, NonContactReason
from drive.web.casework import rules
from drive.web.casework.rules.cases import CASE_TRANSITIONS
from drive.web.recording.rules import LEGACY, SECOND, definition


@pytest.mark.parametrize(
    ("site", "prefix"), [("essex", "ES"), ("south_wales", "SW"), ("west-sussex", "WS")]
)
def test_references_begin_with_the_letters_of_the_site(site: str, prefix: str) -> None:
    assert rules.reference_prefix(site) == prefix


def test_the_next_reference_follows_the_highest() -> None:
    assert rules.next_reference("ES", []) == "ES-0001"
    assert rules.next_reference("ES", ["ES-0009", "ES-0010", "ES-0002"]) == "ES-0011"


@pytest.mark.parametrize(
    ("cases", "level"),
    [
        (19, rules.Load.WITHIN),
        (20, rules.Load.ABOVE_TARGET),
        (24, rules.Load.ABOVE_TARGET),
        (25, rules.Load.AT_LIMIT),
        (33, rules.Load.AT_LIMIT),
    ],
)
def test_a_load_is_measured_against_target_and_limit(cases: int, level: rules.Load) -> None:
    assert rules.load(cases, target=20, limit=25) is level


def test_every_state_can_be_closed_and_a_closed_case_goes_nowhere_by_itself() -> None:
    assert set(CASE_TRANSITIONS) == set(CaseState)
    for state in CaseState:
        goes_to_closed = CaseState.CLOSED in CASE_TRANSITIONS[state]
        assert goes_to_closed is (state is not CaseState.CLOSED)
        assert CaseState.CLOSED not in rules.next_steps(state)
        assert CaseState.STEP_DOWN not in rules.ordinary_steps(state)
    assert CASE_TRANSITIONS[CaseState.CLOSED] == (CaseState.ACTIVE,)
    assert rules.next_steps(CaseState.CLOSED) == ()


def test_only_planned_at_closure_on_a_live_form_may_not_stand() -> None:
    refused = [
        (reason, point, version)
        for reason in NonContactReason
        for point in AssessmentPoint
        for version in (SECOND, LEGACY)
        if not rules.may_stand(reason, point, definition("assessment", version))
    ]
    planned = NonContactReason.PLANNED_OR_PENDING
    assert refused == [
        (planned, AssessmentPoint.CLOSURE, SECOND),
        (planned, AssessmentPoint.STEP_DOWN_END, SECOND),
    ]


def reason(point: AssessmentPoint, why: NonContactReason) -> rules.NonContact:
    return rules.NonContact(point=point, reason=why)


def test_while_never_contacted_the_reason_of_the_latest_point_stands() -> None:
    latest = reason(AssessmentPoint.MONTH_6, NonContactReason.NOT_SAFE)
    earlier = reason(AssessmentPoint.MONTH_3, NonContactReason.PLANNED_OR_PENDING)
    state = rules.contact_state([(date(2017, 2, 1), False)], [latest, earlier])
    assert state.non_contact == latest
    assert state.last_attempt_on == date(2017, 2, 1)
    assert not state.needs_reason


def test_once_contacted_no_reason_stands() -> None:
    given = [reason(AssessmentPoint.MONTH_3, NonContactReason.NOT_SAFE)]
    state = rules.contact_state([(date(2017, 2, 1), True), (date(2017, 1, 1), True)], given)
    assert state.last_contact_on == date(2017, 2, 1)
    assert state.non_contact is None
    assert not state.needs_reason


def test_neither_contact_nor_reason_needs_a_reason() -> None:
    assert rules.contact_state([], []).needs_reason
