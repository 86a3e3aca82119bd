"""What settles the question whether two people are one."""

from itertools import product
from uuid import UUID, uuid5

import pytest

from drive.vocabulary.identity import CandidateState, Verdict
from drive.web.people.rules import SAMPLED_ONE_IN, is_sampled, needs_second, outcome

SAME, DIFFERENT, CANNOT_TELL = Verdict.SAME, Verdict.DIFFERENT, Verdict.CANNOT_TELL
SOMEWHERE = UUID("7a1f3c52-5a6e-4a54-9f2e-2f4a3b9c0d11")


@pytest.mark.parametrize("two", [False, True])
def test_a_question_nobody_answered_is_open(two: bool) -> None:
    assert outcome([], needs_second=two) == (CandidateState.OPEN, None)


@pytest.mark.parametrize("verdict", [SAME, DIFFERENT])
def test_one_reviewer_settles_an_ordinary_question(verdict: Verdict) -> None:
    assert outcome([verdict], needs_second=False) == (CandidateState.SETTLED, verdict)


@pytest.mark.parametrize("verdict", [SAME, DIFFERENT])
def test_one_reviewer_is_not_enough_where_two_are_needed(verdict: Verdict) -> None:
    assert outcome([verdict], needs_second=True) == (CandidateState.SECOND, None)


@pytest.mark.parametrize("two", [False, True])
def test_a_first_cannot_tell_always_asks_a_second_reviewer(two: bool) -> None:
    assert outcome([CANNOT_TELL], needs_second=two) == (CandidateState.SECOND, None)


@pytest.mark.parametrize("verdict", list(Verdict))
def test_two_who_agree_settle(verdict: Verdict) -> None:
    assert outcome([verdict, verdict], needs_second=True) == (CandidateState.SETTLED, verdict)


def test_two_who_cannot_tell_settle_so_that_nobody_waits_for_ever() -> None:
    settled = outcome([CANNOT_TELL, CANNOT_TELL], needs_second=False)
    assert settled == (CandidateState.SETTLED, CANNOT_TELL)


@pytest.mark.parametrize(("first", "second"), list(product(Verdict, Verdict)))
def test_two_who_differ_wait_for_a_third(first: Verdict, second: Verdict) -> None:
    state, verdict = outcome([first, second], needs_second=True)
    assert (state is CandidateState.DISAGREED) == (first is not second)
    assert verdict == (first if first is second else None)


@pytest.mark.parametrize("third", list(Verdict))
def test_a_third_decision_settles(third: Verdict) -> None:
    assert outcome([SAME, DIFFERENT, third], needs_second=True) == (CandidateState.SETTLED, third)


@pytest.mark.parametrize("two", [False, True])
def test_the_latest_decision_overrules_what_was_settled(two: bool) -> None:
    said = [SAME, SAME, DIFFERENT]
    assert outcome(said, needs_second=two) == (CandidateState.SETTLED, DIFFERENT)
    assert outcome([SAME, DIFFERENT], needs_second=False) == (CandidateState.SETTLED, DIFFERENT)


@pytest.mark.parametrize("held", list(product([False, True], repeat=3)))
def test_a_second_reviewer_looks_for_any_of_three_reasons(held: tuple[bool, bool, bool]) -> None:
    crosses, drawn, sampled = held
    asked = needs_second(crosses_roles=crosses, both_drawn=drawn, sampled=sampled)
    assert asked == any(held)


def test_the_sample_is_one_in_five_and_does_not_depend_on_the_order() -> None:
    pairs = [(uuid5(SOMEWHERE, f"one {n}"), uuid5(SOMEWHERE, f"other {n}")) for n in range(5000)]
    drawn = [is_sampled(one, other) for one, other in pairs]
    assert drawn == [is_sampled(other, one) for one, other in pairs]
    assert abs(sum(drawn) / len(drawn) - 1 / SAMPLED_ONE_IN) < 0.02
