"""The clock of Clare's Law, and what comes of a referral to a Marac again."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from drive.vocabulary.requests import DvdsDecision, DvdsStanding, MaracTrigger
from drive.web.multiagency.rules import again, dvds

APPLIED = date(2017, 4, 10)
LAST = date(2017, 5, 8)
DISCLOSE = dvds.Outcome(decision=DvdsDecision.DISCLOSE)
TOLD = dvds.Outcome(decision=DvdsDecision.DISCLOSE, disclosed_on=date(2017, 5, 9))


def test_the_28_days_count_easter_and_weekends() -> None:
    assert dvds.due_on(APPLIED) == LAST
    assert dvds.due_on(APPLIED) - APPLIED == timedelta(days=28)


@pytest.mark.parametrize(
    ("outcomes", "today", "standing"),
    [
        ((), LAST, DvdsStanding.WAITING),
        ((), LAST + timedelta(days=1), DvdsStanding.OVERDUE),
        ((dvds.Outcome(),), LAST + timedelta(days=1), DvdsStanding.OVERDUE),
        ((DISCLOSE,), LAST, DvdsStanding.TO_BE_DISCLOSED),
        ((DISCLOSE,), LAST + timedelta(days=1), DvdsStanding.OVERDUE),
        ((DISCLOSE, TOLD), LAST + timedelta(days=90), DvdsStanding.DISCLOSED),
        (
            (dvds.Outcome(decision=DvdsDecision.PROTECT_OTHERWISE),),
            LAST + timedelta(days=90),
            DvdsStanding.NOT_DISCLOSED,
        ),
    ],
)
def test_it_is_overdue_until_it_is_disclosed_or_decided_against(
    outcomes: tuple[dvds.Outcome, ...], today: date, standing: DvdsStanding
) -> None:
    assert dvds.standing(APPLIED, outcomes, today) is standing


def test_what_was_withdrawn_is_never_overdue() -> None:
    late = LAST + timedelta(days=90)
    assert dvds.standing(APPLIED, (), late, ended=True) is DvdsStanding.ENDED
    assert dvds.standing(APPLIED, (TOLD,), late, ended=True) is DvdsStanding.DISCLOSED


def test_every_answer_of_the_police_is_a_decision() -> None:
    from drive.vocabulary.requests import RequestKind
    from drive.web.multiagency.rules.kinds import KINDS

    assert set(dvds.DECIDED_BY) == set(KINDS[RequestKind.DISCLOSURE].answers)


@pytest.mark.parametrize(
    ("trigger", "day", "repeat"),
    [
        (MaracTrigger.VIOLENCE, date(2017, 6, 12), False),
        (MaracTrigger.VIOLENCE, date(2017, 6, 13), True),
        (MaracTrigger.BREACH, date(2018, 6, 12), True),
        (MaracTrigger.VIOLENCE, date(2018, 6, 13), False),
        (MaracTrigger.RELEASE, date(2017, 7, 1), False),
    ],
)
def test_further_abuse_within_twelve_months_is_a_repeat(
    trigger: MaracTrigger, day: date, repeat: bool
) -> None:
    assert again.is_repeat_referral(trigger, day, [date(2017, 6, 12)]) is repeat


def heard(number: int, day: date) -> again.HeardOn:
    return again.HeardOn(hearing=UUID(int=number), day=day)


def test_the_first_hearing_from_the_referral_on_came_of_it() -> None:
    first, between = heard(1, date(2017, 1, 2)), heard(2, date(2017, 3, 1))
    came, later = heard(3, date(2017, 5, 1)), heard(4, date(2017, 9, 1))
    rows = [later, came, between, first]
    referred_on = date(2017, 4, 3)
    assert again.came_of_it(rows, original=first.hearing, referred_on=referred_on) == came
    assert again.came_of_it(rows, original=first.hearing, referred_on=None) is None
    assert again.came_of_it(rows, original=came.hearing, referred_on=referred_on) == later
