"""How many cases somebody can hold, and how much each of them weighs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from drive.vocabulary.casework import CaseState
from drive.vocabulary.word import Word


class Load(Word):
    """How a case manager's weighted cases stand against what is realistic."""

    WITHIN = "within", "Within the target"
    ABOVE_TARGET = "above_target", "Above the target"
    AT_LIMIT = "at_limit", "At the limit"


class Weighed(Word):
    """What a case weighs by."""

    CONTACTED = "contacted", "Contacted"
    NOT_CONTACTED = "not_contacted", "Not contacted yet"
    ON_HOLD = "on_hold", "On hold"
    STEP_DOWN = "step_down", "Step-down"


@dataclass(frozen=True, kw_only=True)
class Weights:
    """What each kind of case weighs, from a day on."""

    since: date
    of: Mapping[Weighed, float]


WEIGHTS = (
    Weights(
        since=date(2016, 4, 1),
        of={
            Weighed.CONTACTED: 1.0,
            Weighed.NOT_CONTACTED: 1.0,
            Weighed.ON_HOLD: 0.5,
            Weighed.STEP_DOWN: 0.5,
        },
    ),
)
"""The table, dated, the latest row last. A case without contact is full work, since 84% of all
work is indirect (final report, line 141). On hold only direct work rests; step-down keeps a case
open with less of it (final report, line 257). The halves are a judgement, not a printed figure."""


def weights_on(day: date) -> Mapping[Weighed, float]:
    """Return what each kind of case weighs on a day."""
    return [each for each in WEIGHTS if each.since <= day or each is WEIGHTS[0]][-1].of


def weighed_as(state: CaseState, *, contacted: bool, on_hold: bool) -> Weighed:
    """Return what a case weighs by."""
    if state is CaseState.STEP_DOWN:
        return Weighed.STEP_DOWN
    if on_hold:
        return Weighed.ON_HOLD
    return Weighed.CONTACTED if contacted else Weighed.NOT_CONTACTED


def weight(cases: Iterable[Weighed], day: date) -> float:
    """Return what some cases weigh together."""
    table = weights_on(day)
    return sum(table[each] for each in cases)


def load(weight: float, *, target: int, limit: int) -> Load:
    """Return how one more case would stand against target and limit.

    The programme came down from 33 expected to 20 realistic cases (Year-1 report, lines
    2046-2052); above 25 good work may not be possible (final report, line 254).
    """
    if weight >= limit:
        return Load.AT_LIMIT
    return Load.ABOVE_TARGET if weight >= target else Load.WITHIN
