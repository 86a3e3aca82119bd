"""The clock of Clare's Law: 28 days from the application, weekends and holidays among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from drive.vocabulary.requests import DvdsDecision, DvdsStanding, RequestStepKind

DAYS_TO_DECIDE = 28
"""How long the police have from the application to the disclosure, or to the decision against it.

Domestic Violence Disclosure Scheme, statutory guidance of 2023: days, not working days.
"""

DECIDED_BY: Mapping[RequestStepKind, DvdsDecision] = {
    RequestStepKind.ANSWERED_IN_PART: DvdsDecision.WAITING,
    RequestStepKind.AGREED: DvdsDecision.DISCLOSE,
    RequestStepKind.DONE: DvdsDecision.DISCLOSE,
    RequestStepKind.ANSWERED: DvdsDecision.PROTECT_OTHERWISE,
    RequestStepKind.REFUSED: DvdsDecision.DO_NOT_DISCLOSE,
}
"""Which decision an answer of the police is."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What was decided of an application, the latest of what is known."""

    decision: DvdsDecision = DvdsDecision.WAITING
    disclosed_on: date | None = None


def due_on(applied_on: date) -> date:
    """Return the last of the 28 days."""
    return applied_on + timedelta(days=DAYS_TO_DECIDE)


def is_open(outcome: Outcome | None) -> bool:
    """Return whether the police have still to decide, or to disclose what they decided on."""
    if outcome is None or outcome.decision is DvdsDecision.WAITING:
        return True
    return outcome.decision is DvdsDecision.DISCLOSE and outcome.disclosed_on is None


def standing(
    applied_on: date, outcomes: Sequence[Outcome], today: date, *, ended: bool = False
) -> DvdsStanding:
    """Return where an application stands on a day.

    Parameters
    ----------
    outcomes : sequence of Outcome
        The latest last.
    ended : bool
        Whether it was withdrawn.
    """
    latest = outcomes[-1] if outcomes else None
    if latest is not None and not is_open(latest):
        disclosed = latest.disclosed_on is not None
        return DvdsStanding.DISCLOSED if disclosed else DvdsStanding.NOT_DISCLOSED
    if ended:
        return DvdsStanding.ENDED
    if today > due_on(applied_on):
        return DvdsStanding.OVERDUE
    waits = latest is None or latest.decision is DvdsDecision.WAITING
    return DvdsStanding.WAITING if waits else DvdsStanding.TO_BE_DISCLOSED
