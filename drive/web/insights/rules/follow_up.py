"""The follow-up at fixed times: when each form is due, and of which days it may speak.

The days are counted from the day that stands on the pair, which is the same in both arms. They
go on after the support has ended, and where there never was any.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from drive.vocabulary.insights import FOLLOW_UP_MONTHS, InsightsStage
from drive.web.core.dates import add_months, in_words
from drive.web.recording.rules import Due

WINDOW_AFTER = timedelta(weeks=6)
"""How long after its day a form may still speak of how she is at that time."""


def is_follow_up(stage: InsightsStage) -> bool:
    """Return whether a form belongs to the fixed times and not to the support."""
    return stage in FOLLOW_UP_MONTHS


def due_at(stage: InsightsStage, followed_from: date) -> Due[InsightsStage]:
    """Return when one form of the follow-up is due, with the window around its day."""
    day = add_months(followed_from, FOLLOW_UP_MONTHS[stage])
    return Due(due_on=day, point=stage, closes_on=day + WINDOW_AFTER)


def follow_ups(
    followed_from: date | None, done: Collection[InsightsStage], *, since: date
) -> list[Due[InsightsStage]]:
    """Return what is still to be filled in of the follow-up, in order.

    Nothing is due before somebody is followed up, nor on a day before `since`, when there was no
    such form. What was missed stays in the list, as missed.
    """
    if followed_from is None:
        return []
    dues = [due_at(stage, followed_from) for stage in FOLLOW_UP_MONTHS if stage not in done]
    return [due for due in dues if due.due_on >= since]


def window_problem(
    stage: InsightsStage, happened_on: date, *, followed_from: date | None
) -> str | None:
    """Return why a form cannot speak of a day, or None where it can."""
    if followed_from is None:
        return "The follow-up has not begun yet."
    due = due_at(stage, followed_from)
    if due.closes_on and due.opens_on <= happened_on <= due.closes_on:
        return None
    first, last = in_words(due.opens_on), in_words(due.closes_on or due.due_on)
    return f"This form speaks of a day from {first} to {last}."
