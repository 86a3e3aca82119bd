"""What an Idva case waits for, the first in front."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from drive.vocabulary.insights import InsightsStage
from drive.vocabulary.support import ComingUp, HerEngagement
from drive.web.insights.rules.follow_up import follow_ups
from drive.web.insights.rules.series import due_in_series

NOT_ENGAGED_YET = (HerEngagement.TRYING, HerEngagement.NOT_FOR_NOW, HerEngagement.NOT_SAFE)
"""Where support does not run: the case is looked at again on a day that is named."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """Something to do on a case by a day."""

    on: date
    what: ComingUp
    stage: InsightsStage | None = None
    opens_on: date | None = None

    def is_open(self, today: date) -> bool:
        """Whether it is time to do it."""
        return (self.opens_on or self.on) <= today

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.on < today


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """What a row says of trying to reach her: whether she was reached, and the next try."""

    at: datetime
    reached: bool | None = None
    next_try_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where a case stands.

    Parameters
    ----------
    opened_on, closed_on : datetime.date
        The support.
    done : mapping of InsightsStage to datetime.date
        The day of the last form of each stage; follow-ups of an earlier case of hers count.
    followed_from : datetime.date or None
        From when the pair is followed up; None where another case of hers goes on with it.
    state : HerEngagement or None
        How support stands between her and her Idva, if that was said.
    tries : sequence of Attempt
        What was said of trying.
    plan_review_on : datetime.date or None
        When the safety plan is to be looked at again.
    """

    opened_on: date
    closed_on: date | None = None
    done: Mapping[InsightsStage, date] = field(default_factory=dict)
    followed_from: date | None = None
    state: HerEngagement | None = None
    tries: Sequence[Attempt] = ()
    plan_review_on: date | None = None


def coming_up(case: Standing, today: date, *, since: date) -> list[Step]:
    """Return what a case waits for, the first in front; what was missed is left out.

    `since` is the day from which there is a follow-up.
    """
    return sorted(_steps(case, today, since), key=lambda step: (step.on, step.what))


def _steps(case: Standing, today: date, since: date) -> Iterable[Step]:
    due = due_in_series(case.opened_on, case.closed_on, case.done)
    if due is not None:
        yield Step(on=due.due_on, what=ComingUp.FORM, stage=due.point, opens_on=due.opens_on)
    for each in follow_ups(case.followed_from, set(case.done), since=since):
        if not each.is_missed(today):
            yield Step(
                on=each.due_on, what=ComingUp.FOLLOW_UP, stage=each.point, opens_on=each.opens_on
            )
    if case.closed_on is not None:
        return
    tried_next = next_try(case.tries)
    if tried_next is not None:
        yield Step(on=tried_next, what=ComingUp.NEXT_TRY)
    if case.plan_review_on is not None:
        yield Step(on=case.plan_review_on, what=ComingUp.PLAN_REVIEW)


def next_try(tries: Iterable[Attempt]) -> date | None:
    """Return the day of the next try as it was said last.

    Somebody who was reached is tried again only on a day that was named then or later; an attempt
    without one leaves the day that stood before.
    """
    day: date | None = None
    for each in sorted(tries, key=lambda one: one.at):
        if each.next_try_on is not None or each.reached is not False:
            day = each.next_try_on
    return day
