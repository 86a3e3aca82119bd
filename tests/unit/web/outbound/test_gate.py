"""The gate as a table of truth: what is stopped, what is warned of, what never is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.facts import LIFE_SAVING, GuardOutcome, Use
from drive.vocabulary.outbound import (
    HER_SIDE,
    HIS_SIDE,
    CheckName,
    CheckOutcome,
    RecipientKind,
)
from drive.vocabulary.vault import ProtectedKind
from drive.web.outbound.rules.gate import NEVER_STOPPED, Sending, checks, outcome_of
from drive.web.outbound.rules.scanner import Hit

HIT = Hit(ProtectedKind.ADDRESS, 0, 5, "14 Elm", "Address: house and street")

SENDINGS = st.builds(
    Sending,
    to=st.sampled_from(list(RecipientKind)),
    use=st.sampled_from(list(Use)),
    hits=st.sampled_from([[], [HIT]]),
    he_reads_there=st.booleans(),
    is_first=st.booleans(),
    typed_twice=st.booleans(),
    guard=st.sampled_from(list(GuardOutcome)),
    overridden=st.booleans(),
    her_documents=st.integers(0, 2),
    unread_documents=st.integers(0, 2),
)


def outcome(sending: Sending) -> CheckOutcome:
    return outcome_of(checks(sending))


def said(sending: Sending, name: CheckName) -> CheckOutcome:
    return next(check.outcome for check in checks(sending) if check.name is name)


@given(SENDINGS)
def test_nothing_protected_goes_to_his_side_whatever_it_is_for(sending: Sending) -> None:
    if sending.to in HIS_SIDE and (sending.hits or sending.her_documents):
        assert outcome(sending) is CheckOutcome.STOPPED


@given(SENDINGS)
def test_what_protects_is_never_stopped_on_its_way_to_an_agency(sending: Sending) -> None:
    agencies = set(RecipientKind) - HIS_SIDE - HER_SIDE
    if sending.use in NEVER_STOPPED and sending.to in agencies:
        assert outcome(sending) is not CheckOutcome.STOPPED


@given(SENDINGS)
def test_what_goes_to_her_where_he_reads_it_is_stopped_whatever_it_is_for(sending: Sending) -> None:
    if sending.to in HER_SIDE and sending.he_reads_there:
        assert said(sending, CheckName.ADDRESS) is CheckOutcome.STOPPED


@given(SENDINGS)
def test_only_what_saves_a_life_or_a_child_waits_for_nothing(sending: Sending) -> None:
    if sending.waits_for_nothing:
        assert sending.use in LIFE_SAVING
        assert sending.to not in HIS_SIDE


@given(SENDINGS)
def test_that_two_let_it_go_on_is_said_and_changes_nothing_else(sending: Sending) -> None:
    without = replace(sending, overridden=False)
    assert [each.outcome for each in checks(sending)] == [each.outcome for each in checks(without)]
    words = " ".join(check.words for check in checks(sending))
    told = sending.overridden and sending.guard is GuardOutcome.WARNED
    assert ("decided together" in words) is told


@given(SENDINGS)
def test_every_check_speaks_once_and_says_why(sending: Sending) -> None:
    made = checks(sending)
    assert [check.name for check in made] == list(CheckName)
    assert all(check.words for check in made)


@pytest.mark.parametrize(
    ("changed", "name", "expected"),
    [
        ({"is_first": True, "typed_twice": False}, CheckName.RECIPIENT, CheckOutcome.STOPPED),
        ({"is_first": True, "typed_twice": True}, CheckName.RECIPIENT, CheckOutcome.PASSED),
        ({"guard": GuardOutcome.STOPPED}, CheckName.SOURCES, CheckOutcome.STOPPED),
        ({"guard": GuardOutcome.WARNED}, CheckName.SOURCES, CheckOutcome.WARNED),
        ({"hits": [HIT]}, CheckName.TEXT, CheckOutcome.WARNED),
        ({"he_reads_there": True}, CheckName.ADDRESS, CheckOutcome.STOPPED),
        ({"her_documents": 1}, CheckName.ENCLOSED, CheckOutcome.WARNED),
        ({"unread_documents": 1}, CheckName.ENCLOSED, CheckOutcome.WARNED),
        ({}, CheckName.TEXT, CheckOutcome.PASSED),
    ],
)
def test_a_request_to_an_agency(changed: dict, name: CheckName, expected: CheckOutcome) -> None:
    sending = Sending(to=RecipientKind.AGENCY, use=Use.DISRUPTION, **changed)
    assert said(sending, name) is expected


def test_to_her_at_an_address_that_is_hers_alone_what_is_hers_may_go() -> None:
    sending = Sending(to=RecipientKind.VICTIM_SURVIVOR, use=Use.PROTECTIVE_SHARING, hits=[HIT])
    assert outcome(sending) is CheckOutcome.PASSED


def test_a_life_in_danger_needs_no_second_typing() -> None:
    life = Sending(
        to=RecipientKind.AGENCY, use=Use.THREAT_TO_LIFE, is_first=True, typed_twice=False
    )
    assert outcome(life) is CheckOutcome.PASSED
    assert life.waits_for_nothing
