"""What is due on a request, and when: working days, holidays, and what was missed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.requests import (
    EscalationLevel,
    RequestDue,
    RequestState,
    RequestStepKind,
)
from drive.web.core.working_days import add_working_days, is_working_day, working_days_between
from drive.web.multiagency.rules.clock import (
    CHASERS,
    Standing,
    answer_due_on,
    next_number,
    what_is_due,
)
from drive.web.multiagency.rules.states import Happened

K, D = RequestStepKind, RequestDue
PERSON, MANAGER = EscalationLevel.PERSON, EscalationLevel.MANAGER
# Maundy Thursday 2017: Good Friday and Easter Monday follow.
BEFORE_EASTER = date(2017, 4, 13)


def step(kind: K, on: date, *, level: EscalationLevel = PERSON, number: int = 0) -> Happened:
    return Happened(kind=kind, on=on, level=level, number=number, left_on=on)


def standing(*steps: Happened, answer_days: int = 5, wait: int = 3, up: bool = True) -> Standing:
    waits = dict.fromkeys(EscalationLevel, wait)
    return Standing(steps=steps, answer_days=answer_days, waits=waits, can_go_up=up)


def walk(found: Standing, last: date) -> list[tuple[date, D]]:
    """Live from the day of sending to a last one: each chaser that is due leaves that day."""
    acts = []
    day = found.steps[0].on
    while day <= last:
        due = what_is_due(found, day)
        if due.what in {D.CHASE, D.PROPOSE, D.TOP}:
            acts.append((day, due.what))
        if due.what is D.CHASE:
            made = step(K.CHASED, day, level=due.level, number=due.number)
            found = replace(found, steps=[*found.steps, made])
        if due.what in {D.PROPOSE, D.TOP}:
            break
        day += timedelta(days=1)
    return acts


def test_easter_is_no_time_in_which_somebody_could_have_answered() -> None:
    sent = standing(step(K.SENT, BEFORE_EASTER))
    # Without Good Friday and Easter Monday the fifth working day is 24 April; the first chaser
    # goes on the day after.
    assert answer_due_on(sent) == date(2017, 4, 24)
    assert what_is_due(sent, date(2017, 4, 24)).what is D.ANSWER
    assert what_is_due(sent, date(2017, 4, 25)).what is D.CHASE


def test_two_chasers_and_then_somebody_else_is_proposed() -> None:
    sent = standing(step(K.SENT, date(2017, 6, 1)))
    assert walk(sent, date(2017, 9, 1)) == [
        (date(2017, 6, 9), D.CHASE),
        (date(2017, 6, 14), D.CHASE),
        (date(2017, 6, 19), D.PROPOSE),
    ]


def test_at_the_top_the_service_manager_decides() -> None:
    sent = standing(step(K.SENT, date(2017, 6, 1)), up=False)
    assert walk(sent, date(2017, 9, 1))[-1] == (date(2017, 6, 19), D.TOP)


def test_what_was_missed_for_a_week_is_due_once_and_the_next_counts_from_then() -> None:
    late = date(2017, 6, 19)
    sent = standing(step(K.SENT, date(2017, 6, 1)))
    due = what_is_due(sent, late)
    assert (due.what, due.on, due.number) == (D.CHASE, date(2017, 6, 9), 1)
    chased = replace(sent, steps=[*sent.steps, step(K.CHASED, late, number=1)])
    assert what_is_due(chased, late).what is D.ANSWER
    assert what_is_due(chased, date(2017, 6, 21)).what is D.ANSWER
    assert what_is_due(chased, date(2017, 6, 22)).what is D.CHASE


def test_what_has_not_left_starts_no_clock() -> None:
    written = Happened(kind=K.SENT, on=date(2017, 6, 1))
    assert what_is_due(standing(written), date(2017, 9, 1)).what is D.SEND
    waits = Happened(kind=K.CHASED, on=date(2017, 6, 9), number=1)
    sent = standing(step(K.SENT, date(2017, 6, 1)), waits)
    assert what_is_due(sent, date(2017, 9, 1)).what is D.LEAVE


def test_a_day_later_at_the_mail_server_is_a_day_later_for_all_that_follows() -> None:
    asked = date(2017, 6, 1)
    left = Happened(kind=K.SENT, on=asked, left_on=asked + timedelta(days=1))
    due = [what_is_due(standing(each), date(2017, 6, 1)).on for each in (step(K.SENT, asked), left)]
    assert due == [date(2017, 6, 9), date(2017, 6, 12)]


def test_a_partial_answer_starts_the_clock_anew_for_the_rest() -> None:
    steps = (
        step(K.SENT, date(2017, 6, 1)),
        step(K.CHASED, date(2017, 6, 9), number=1),
        step(K.ANSWERED_IN_PART, date(2017, 6, 12)),
    )
    due = what_is_due(standing(*steps), date(2017, 6, 20))
    assert (due.what, due.on, due.number) == (D.CHASE, date(2017, 6, 20), 2)


def test_a_chaser_that_was_called_back_is_made_again_after_the_wait_and_counts_for_none() -> None:
    steps = (
        step(K.SENT, date(2017, 6, 1)),
        Happened(kind=K.CHASED, on=date(2017, 6, 9), number=1, called_back=True),
    )
    found = standing(*steps)
    assert what_is_due(found, date(2017, 6, 9)).what is D.ANSWER
    due = what_is_due(found, date(2017, 6, 14))
    assert (due.what, due.number) == (D.CHASE, 2)


def test_a_rung_has_its_own_wait_and_its_own_chasers() -> None:
    steps = (
        step(K.SENT, date(2017, 6, 1)),
        step(K.CHASED, date(2017, 6, 9), number=1),
        step(K.CHASED, date(2017, 6, 14), number=2),
        step(K.ESCALATED, date(2017, 6, 19), level=MANAGER),
    )
    waits = {PERSON: 3, MANAGER: 1}
    found = Standing(steps=steps, answer_days=5, waits=waits)
    due = what_is_due(found, date(2017, 6, 21))
    assert (due.what, due.on, due.level, due.number) == (D.CHASE, date(2017, 6, 21), MANAGER, 1)


def test_on_a_closed_case_nothing_is_due() -> None:
    sent = replace(standing(step(K.SENT, date(2017, 6, 1))), rests=True)
    assert what_is_due(sent, date(2017, 9, 1)).what is D.NOTHING


ENDS = (K.ANSWERED, K.DONE, K.REFUSED, K.WITHDRAWN, K.SUBSTITUTED)
days = st.dates(date(2016, 1, 1), date(2024, 12, 31))
spans = st.integers(1, 20)


@given(sent=days, answer=spans, wait=spans, up=st.booleans())
def test_every_unanswered_request_gets_two_chasers_and_a_proposal(
    sent: date, answer: int, wait: int, up: bool
) -> None:
    found = standing(step(K.SENT, sent), answer_days=answer, wait=wait, up=up)
    acts = walk(found, sent + timedelta(days=200))
    assert [what for _, what in acts] == [D.CHASE] * CHASERS + [D.PROPOSE if up else D.TOP]
    assert all(is_working_day(day) for day, _ in acts)
    first, second, then = (day for day, _ in acts)
    assert working_days_between(sent, first) == answer + 1
    assert working_days_between(first, second) == wait
    assert working_days_between(second, then) == wait


@given(sent=days, answer=spans, wait=spans, missed=st.integers(0, 60))
def test_whenever_the_worker_wakes_exactly_one_thing_is_due(
    sent: date, answer: int, wait: int, missed: int
) -> None:
    found = standing(step(K.SENT, sent), answer_days=answer, wait=wait)
    due_on = add_working_days(sent, answer + 1)
    woken = add_working_days(due_on, missed)
    due = what_is_due(found, woken)
    assert (due.what, due.on, due.number) == (D.CHASE, due_on, 1)
    made = step(K.CHASED, woken, number=1)
    after = what_is_due(replace(found, steps=[*found.steps, made]), woken)
    assert (after.what, after.on) == (D.ANSWER, add_working_days(woken, wait))


@given(sent=days, today=days, end=st.sampled_from(ENDS))
def test_nobody_waits_for_what_has_ended(sent: date, today: date, end: K) -> None:
    found = standing(step(K.SENT, sent), step(end, sent))
    assert what_is_due(found, today).what is D.NOTHING


@given(st.lists(st.tuples(st.sampled_from(EscalationLevel), st.integers(1, 9))))
def test_the_number_of_a_chaser_is_new_at_its_level(
    made: list[tuple[EscalationLevel, int]],
) -> None:
    steps = [step(K.CHASED, date(2017, 6, 1), level=level, number=n) for level, n in made]
    for level in EscalationLevel:
        assert (level, next_number(steps, level)) not in made


def test_a_refusal_that_is_contested_is_chased() -> None:
    steps = (
        step(K.SENT, date(2017, 6, 1)),
        step(K.REFUSED, date(2017, 6, 5)),
        step(K.CONTESTED, date(2017, 6, 6)),
    )
    found = standing(*steps)
    assert found.state is RequestState.CONTESTED
    assert what_is_due(found, date(2017, 6, 14)).what is D.CHASE
