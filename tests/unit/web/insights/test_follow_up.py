"""The follow-up at fixed times: its days, its windows, and what is due first."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.insights import FOLLOW_UP_MONTHS, InsightsStage
from drive.vocabulary.support import ComingUp
from drive.web.insights import rules

FROM = date(2017, 6, 30)
EARLY = date(2016, 1, 1)
MONTH_3, MONTH_6, MONTH_10, MONTH_16 = FOLLOW_UP_MONTHS


def test_the_days_are_counted_from_the_day_that_both_arms_share() -> None:
    assert [each.due_on for each in rules.follow_ups(FROM, [], since=EARLY)] == [
        date(2017, 9, 30),
        date(2017, 12, 30),
        date(2018, 4, 30),
        date(2018, 10, 30),
    ]


def test_nothing_is_due_before_somebody_is_followed_up() -> None:
    assert rules.follow_ups(None, [], since=EARLY) == []
    assert rules.window_problem(MONTH_3, FROM, followed_from=None)


def test_nothing_is_due_from_before_there_was_such_a_form() -> None:
    since = date(2018, 1, 1)
    dues = rules.follow_ups(FROM, [], since=since)
    assert [each.point for each in dues] == [MONTH_10, MONTH_16]


@pytest.mark.parametrize(
    ("day", "fits"),
    [
        (date(2017, 9, 15), False),
        (date(2017, 9, 16), True),
        (date(2017, 9, 30), True),
        (date(2017, 11, 11), True),
        (date(2017, 11, 12), False),
    ],
)
def test_a_form_speaks_of_a_day_within_its_window(day: date, fits: bool) -> None:
    problem = rules.window_problem(MONTH_3, day, followed_from=FROM)
    assert (problem is None) == fits
    assert fits or "16 September 2017 to 11 November 2017" in str(problem)


@given(st.dates(date(2016, 1, 1), date(2040, 1, 1)))
def test_no_day_fits_two_forms_and_each_window_holds_its_own_day(followed_from: date) -> None:
    dues = [rules.due_at(stage, followed_from) for stage in FOLLOW_UP_MONTHS]
    for earlier, later in pairwise(dues):
        assert earlier.closes_on
        assert earlier.closes_on < later.opens_on
    assert all(each.opens_on < each.due_on < (each.closes_on or date.min) for each in dues)


@given(st.dates(date(2017, 6, 30), date(2019, 6, 30)))
def test_a_form_is_open_then_overdue_then_missed(today: date) -> None:
    due = rules.due_at(MONTH_3, FROM)
    stands = (today < due.opens_on, due.is_open(today), due.is_missed(today))
    assert stands.count(True) == 1
    assert not due.is_overdue(today) or due.is_open(today)


# -- What a case waits for -------------------------------------------------------------------------

OPENED = date(2017, 6, 14)


def coming(today: date, **stands: object) -> list[tuple[ComingUp, date]]:
    case = rules.Standing(opened_on=OPENED, **stands)  # type: ignore[arg-type]
    steps = rules.coming_up(case, today, since=EARLY)
    return [(each.what, each.on) for each in steps if each.is_open(today)]


def test_the_follow_up_goes_on_after_support_has_ended() -> None:
    found = coming(
        date(2017, 10, 1),
        closed_on=date(2017, 8, 1),
        followed_from=FROM,
        done={InsightsStage.INTAKE: OPENED, InsightsStage.EXIT: date(2017, 8, 1)},
    )
    assert found == [(ComingUp.FOLLOW_UP, date(2017, 9, 30))]


def test_what_was_done_or_missed_is_not_due() -> None:
    today = date(2018, 5, 1)
    done = {InsightsStage.INTAKE: OPENED, InsightsStage.EXIT: OPENED}
    assert coming(today, closed_on=OPENED, followed_from=FROM, done=done) == [
        (ComingUp.FOLLOW_UP, date(2018, 4, 30))
    ]
    done[MONTH_10] = today
    assert coming(today, closed_on=OPENED, followed_from=FROM, done=done) == []


def test_what_is_due_first_stands_in_front() -> None:
    found = coming(
        date(2017, 10, 1),
        followed_from=FROM,
        plan_review_on=date(2017, 9, 1),
        tries=[rules.Attempt(at=datetime(2017, 9, 20, tzinfo=UTC), next_try_on=date(2017, 9, 25))],
    )
    assert [what for what, _ in found] == [
        ComingUp.FORM,
        ComingUp.PLAN_REVIEW,
        ComingUp.NEXT_TRY,
        ComingUp.FOLLOW_UP,
    ]


def said(hour: int, **what: object) -> rules.Attempt:
    return rules.Attempt(at=datetime(2017, 6, 20, hour, tzinfo=UTC), **what)  # type: ignore[arg-type]


SOON, LATER = date(2017, 6, 27), date(2017, 7, 4)


def test_an_attempt_without_a_day_leaves_the_day_that_stood() -> None:
    tries = [said(9, reached=False, next_try_on=SOON), said(10, reached=False)]
    assert rules.next_try(tries) == SOON


def test_somebody_who_was_reached_is_tried_again_only_on_a_day_named_then() -> None:
    tries = [said(9, reached=False, next_try_on=SOON), said(10, reached=True)]
    assert rules.next_try(tries) is None
    assert rules.next_try([*tries, said(11, reached=False, next_try_on=LATER)]) == LATER


@pytest.mark.parametrize(
    ("closed_on", "done", "point", "due_on"),
    [
        (None, {}, "intake", date(2017, 7, 12)),
        (None, {InsightsStage.INTAKE: date(2017, 6, 20)}, "review", date(2017, 9, 20)),
        (
            date(2017, 8, 1),
            {InsightsStage.INTAKE: date(2017, 6, 20)},
            "exit",
            date(2017, 8, 15),
        ),
    ],
)
def test_the_series_goes_with_the_support(
    closed_on: date | None, done: dict[InsightsStage, date], point: str, due_on: date
) -> None:
    due = rules.due_in_series(OPENED, closed_on, done)
    assert due
    assert (due.point, due.due_on) == (point, due_on)


def test_without_an_intake_no_exit_is_due() -> None:
    assert rules.due_in_series(OPENED, date(2017, 8, 1), {}) is None
