"""What follows from known values on a Drive case: steps, references, loads, contact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import (
    AssessmentPoint,
    CaseState,
    NonContactCause,
    NonContactReason,
)
from drive.vocabulary.word import Word
from drive.web.recording.rules import Definition

MONTHS_OF_WORK = 10
LONGEST_NOTE = 12_000

CASE_TRANSITIONS: dict[CaseState, tuple[CaseState, ...]] = {
    CaseState.ALLOCATED: (CaseState.RESEARCH, CaseState.CLOSED),
    CaseState.RESEARCH: (CaseState.STRATEGY, CaseState.CLOSED),
    CaseState.STRATEGY: (CaseState.ACTIVE, CaseState.RESEARCH, CaseState.CLOSED),
    CaseState.ACTIVE: (CaseState.STEP_DOWN, CaseState.STRATEGY, CaseState.CLOSED),
    CaseState.STEP_DOWN: (CaseState.ACTIVE, CaseState.CLOSED),
    CaseState.CLOSED: (),
}
"""From where a case may go where. A contact strategy can be drawn up anew at any time."""

SEALED_INFORMANTS = frozenset({InformationSource.VICTIM_SURVIVOR, InformationSource.IDVA})
"""Whose words lie sealed: he must never learn from a record what she said."""


def next_steps(state: CaseState) -> tuple[CaseState, ...]:
    """Return where a case may go from `state` without being closed."""
    return tuple(each for each in CASE_TRANSITIONS[state] if each is not CaseState.CLOSED)


def reference_prefix(site_code: str) -> str:
    """Return the letters of a site's references: `essex` is ES, `south_wales` SW."""
    words = [word for word in site_code.replace("-", "_").split("_") if word]
    letters = "".join(word[0] for word in words) if len(words) > 1 else words[0][:2]
    return letters.upper()


def next_reference(prefix: str, taken: Iterable[str]) -> str:
    """Return the reference after the highest one taken, such as `ES-0002`."""
    numbers = [int(text.rpartition("-")[2]) for text in taken]
    return f"{prefix}-{max(numbers, default=0) + 1:04}"


class Load(Word):
    """How a case manager's number of open cases stands against what is realistic."""

    WITHIN = "within", "Within the target"
    ABOVE_TARGET = "above_target", "Above the target"
    AT_LIMIT = "at_limit", "At the limit"


def load(cases: int, *, target: int, limit: int) -> Load:
    """Return how one more case would stand against target and limit.

    The programme came down from 33 expected to 20 realistic cases (Year-1 report, lines
    2046-2052); above 25 good work may not be possible (final report, line 254).
    """
    if cases >= limit:
        return Load.AT_LIMIT
    return Load.ABOVE_TARGET if cases >= target else Load.WITHIN


def may_stand(reason: NonContactReason, point: AssessmentPoint, definition: Definition) -> bool:
    """Return whether a reason for no contact may stand at a point.

    In the first year 12 of 23 unchanged reasons stayed "planned or pending" to the very end
    (Year-1 report, lines 1289-1295); at closure nothing is planned any more.
    """
    planned = reason is NonContactReason.PLANNED_OR_PENDING
    at_closure = point is AssessmentPoint.CLOSURE
    return not (planned and at_closure) or definition.allows_planned_at_closure


@dataclass(frozen=True, kw_only=True)
class NonContact:
    """A reason for no contact as it stands now."""

    point: AssessmentPoint
    reason: NonContactReason
    cause: NonContactCause | None = None


@dataclass(frozen=True, kw_only=True)
class ContactState:
    """Whether and when he was last contacted, and if never, the reason that stands.

    Parameters
    ----------
    last_contact_on, last_attempt_on : datetime.date or None
        The last contact that reached him, and the last try that did not.
    non_contact : NonContact or None
        The latest reason, while he was never contacted.
    """

    last_contact_on: date | None
    last_attempt_on: date | None
    non_contact: NonContact | None

    @property
    def needs_reason(self) -> bool:
        """Whether he was never contacted and nobody has said why."""
        return self.last_contact_on is None and self.non_contact is None


def contact_state(
    contacts: Iterable[tuple[date, bool]], non_contacts: Iterable[NonContact]
) -> ContactState:
    """Return where contact stands, from (day, reached him) pairs and reasons in any order."""
    made: list[date] = []
    tried: list[date] = []
    for day, successful in contacts:
        (made if successful else tried).append(day)
    points = list(AssessmentPoint)
    reasons = sorted(non_contacts, key=lambda each: points.index(each.point))
    return ContactState(
        last_contact_on=max(made, default=None),
        last_attempt_on=max(tried, default=None),
        non_contact=reasons[-1] if reasons and not made else None,
    )
