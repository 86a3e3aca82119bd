"""The steps of something outgoing: one row each, in the order in which they were taken."""

from datetime import datetime
from typing import Any

from drive.vocabulary.outbound import OutgoingState
from drive.web.accounts.models import User
from drive.web.core.sealing import seal_field
from drive.web.outbound.exceptions import NotFromHere
from drive.web.outbound.models import Outgoing, OutgoingStep
from drive.web.outbound.queries.outgoing import is_at_its_side, latest_step


def locked(outgoing: Outgoing) -> Outgoing:
    """Lock something outgoing, so that of two acts at once the second sees the first."""
    return Outgoing.objects.select_for_update(of=("self",)).get(pk=outgoing.pk)


def require(outgoing: Outgoing, *states: OutgoingState, words: str) -> OutgoingStep:
    """Return where it stands, or refuse."""
    step = latest_step(outgoing)
    if step.state not in states:
        raise NotFromHere(words)
    return step


def require_own_side(row: Outgoing, by: User) -> None:
    """Refuse to let something leave that the other side wrote.

    Raises
    ------
    NotFromHere
        In words for whoever tries.
    """
    if not is_at_its_side(row, by):
        raise NotFromHere("Only the side on which it was written lets it leave.")


def take(
    outgoing: Outgoing,
    state: OutgoingState,
    *,
    reason: str = "",
    by: User,
    now: datetime,
    **columns: Any,
) -> OutgoingStep:
    """Take a step."""
    step = OutgoingStep(
        outgoing=outgoing,
        sequence=outgoing.steps.count(),
        state=state,
        recorded_at=now,
        recorded_by=by,
        **columns,
    )
    if reason.strip():
        seal_field(step, "sealed_reason", reason.strip())
    step.save(force_insert=True)
    return step
