"""Which form comes next, and what a form must hold. The same in both arms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from drive.vocabulary.abuse import AbuseType
from drive.vocabulary.insights import InsightsStage


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


def types_missing(rated: Iterable[AbuseType]) -> list[AbuseType]:
    """Return the types of abuse without a rating: each needs an answer or a reason."""
    found = set(rated)
    return [kind for kind in AbuseType if kind not in found]
