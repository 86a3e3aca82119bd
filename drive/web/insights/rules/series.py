"""Which form of the series comes next, and when it is due. The same in both arms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from drive.vocabulary.insights import InsightsStage
from drive.web.core.dates import add_months
from drive.web.recording.rules import Due

TO_INTAKE = timedelta(weeks=4)
TO_EXIT = timedelta(weeks=2)
MONTHS_TO_REVIEW = 3


def stages_open(done: Iterable[InsightsStage]) -> list[InsightsStage]:
    """Return the stages that can be filled now: intake first, reviews until the exit, one exit."""
    filled = set(done)
    if InsightsStage.INTAKE not in filled:
        return [InsightsStage.INTAKE]
    if InsightsStage.EXIT in filled:
        return []
    return [InsightsStage.REVIEW, InsightsStage.EXIT]


def order_problem(
    stage: InsightsStage,
    happened_on: date,
    *,
    opened_on: date,
    earlier: Sequence[tuple[date, InsightsStage]],
) -> str | None:
    """Return why a form of this stage and day does not fit, or None where it does."""
    if happened_on < opened_on:
        return "The day is before support began."
    if stage not in stages_open(done for _, done in earlier):
        return _not_open(stage)
    if earlier and happened_on < min(day for day, _ in earlier):
        return "The day is before the intake form."
    return None


def _not_open(stage: InsightsStage) -> str:
    if stage is InsightsStage.INTAKE:
        return "The intake form of this case is filled in already."
    return "Fill in the intake form first; after the exit form nothing more is added."


def due_in_series(
    opened_on: date, closed_on: date | None, done: Mapping[InsightsStage, date]
) -> Due[InsightsStage] | None:
    """Return the form of the series that is due next, by the day of the last of each stage.

    Intake has four weeks; while support goes on a review is due three months after the last form;
    the exit form has two weeks. Without an intake there is no exit to compare with it.
    """
    if InsightsStage.EXIT in done:
        return None
    if InsightsStage.INTAKE not in done:
        due = Due(due_on=opened_on + TO_INTAKE, point=InsightsStage.INTAKE)
        return due if closed_on is None else None
    if closed_on is not None:
        return Due(due_on=closed_on + TO_EXIT, point=InsightsStage.EXIT)
    last = max(done.values())
    return Due(due_on=add_months(last, MONTHS_TO_REVIEW), point=InsightsStage.REVIEW)
