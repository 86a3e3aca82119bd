"""Whether he was contacted and, if not, what may stand as the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from drive.vocabulary.casework import AssessmentPoint, NonContactCause, NonContactReason
from drive.web.recording.rules import Definition


def may_stand(reason: NonContactReason, point: AssessmentPoint, definition: Definition) -> bool:
    """Return whether a reason for no contact may stand at a point.

    In the first year 12 of 23 unchanged reasons stayed "planned or pending" to the very end
    (Year-1 report, lines 1289-1295); at closure nothing is planned any more.
    """
    planned = reason is NonContactReason.PLANNED_OR_PENDING
    at_closure = point in {AssessmentPoint.CLOSURE, AssessmentPoint.STEP_DOWN_END}
    return not (planned and at_closure) or definition.allows_planned_at_closure


REVIEW_WEEKS: Mapping[NonContactReason, int] = {
    NonContactReason.PLANNED_OR_PENDING: 6,
    NonContactReason.CJS_PENDING_HOLD: 8,
    NonContactReason.NOT_SAFE: 8,
}
"""After so many weeks a reason is looked at again. Of 23 reasons that never changed, 12 were
"planned or pending" (Year-1 report, lines 1289-1295): so what is planned goes to supervision once
it has stood for six weeks, half of the time between two assessments."""


def review_of_reason(reason: NonContactReason, *, since: date, today: date) -> date:
    """Return by when a reason is looked at again.

    What is planned is counted from its beginning, so that recording it anew puts nothing off.
    """
    begins = since if reason is NonContactReason.PLANNED_OR_PENDING else today
    return max(begins + timedelta(weeks=REVIEW_WEEKS[reason]), today)


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
