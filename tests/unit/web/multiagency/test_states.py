"""Where a request stands."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.requests import EscalationLevel, RequestState, RequestStepKind
from drive.web.multiagency.rules.states import (
    MOVES,
    REQUEST_TRANSITIONS,
    Happened,
    level_of,
    may_follow,
    state_of,
)

K, S = RequestStepKind, RequestState
DAY = date(2017, 6, 1)


def happened(*kinds: K) -> list[Happened]:
    return [Happened(kind=kind, on=DAY, left_on=DAY) for kind in kinds]


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ((), S.DRAFT),
        ((K.SENT,), S.SENT),
        ((K.SENT, K.CHASED), S.CHASED),
        ((K.SENT, K.CHASED, K.ESCALATED, K.CHASED), S.ESCALATED),
        ((K.SENT, K.ANSWERED_IN_PART, K.CHASED), S.PARTIAL),
        ((K.SENT, K.AGREED, K.CHASED, K.DONE), S.DONE),
        ((K.SENT, K.REFUSED, K.CONTESTED), S.CONTESTED),
        ((K.SENT, K.WITHDRAWN, K.CAME_LATE), S.WITHDRAWN),
        ((K.SENT, K.SUBSTITUTED, K.CAME_LATE), S.SUBSTITUTED),
        ((K.SENT, K.ANSWERED), S.ANSWERED),
    ],
)
def test_the_steps_say_where_it_stands(steps: tuple[K, ...], state: S) -> None:
    assert state_of(happened(*steps)) is state


def test_what_has_not_left_or_was_called_back_has_not_happened() -> None:
    on_its_way = Happened(kind=K.SENT, on=DAY)
    assert state_of([on_its_way]) is S.DRAFT
    back = Happened(kind=K.CHASED, on=DAY, called_back=True)
    assert state_of([*happened(K.SENT), back]) is S.SENT


def test_an_escalation_that_was_called_back_does_not_count_as_climbed() -> None:
    up = Happened(kind=K.ESCALATED, on=DAY, level=EscalationLevel.BOARD, called_back=True)
    assert level_of([*happened(K.SENT), up]) is EscalationLevel.PERSON


@given(st.lists(st.sampled_from(K), max_size=12))
def test_only_steps_that_may_follow_lead_anywhere(kinds: list[K]) -> None:
    state = S.DRAFT
    allowed = []
    for kind in kinds:
        if may_follow(state, kind):
            allowed.append(kind)
            state = MOVES[state][kind] or state
    assert state_of(happened(*allowed)) is state


def test_every_state_is_reached_and_the_ends_are_ends() -> None:
    reached = {to for targets in REQUEST_TRANSITIONS.values() for to in targets}
    assert reached | {S.DRAFT} == set(S)
    for end in (S.ANSWERED, S.DONE, S.WITHDRAWN, S.SUBSTITUTED):
        assert REQUEST_TRANSITIONS[end] == ()
        assert may_follow(end, K.CAME_LATE)
