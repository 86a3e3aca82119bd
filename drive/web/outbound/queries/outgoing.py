"""Where something outgoing stands, what it says, and which of them somebody may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from drive.vocabulary.facts import Side
from drive.vocabulary.outbound import OutgoingChannel, OutgoingState
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.core.sealing import unseal_field
from drive.web.outbound.models import (
    LeakageIncident,
    Outgoing,
    OutgoingReview,
    OutgoingStep,
    Recipient,
    Release,
)
from drive.web.outbound.rules.addresses import same_address

_ROLES = {
    Side.CASE_MANAGER: frozenset({Role.CASE_MANAGER, Role.SERVICE_MANAGER}),
    Side.IDVA: frozenset({Role.IDVA}),
}


@dataclass(frozen=True)
class Texts:
    """What lies sealed in something outgoing."""

    name: str
    address: str
    body: str


def texts_of(row: Outgoing) -> Texts:
    """Return who gets it, where it goes and what it says, opened."""
    return Texts(*(unseal_field(row, f"sealed_{name}") for name in ("name", "address", "body")))


def reason_of(step: OutgoingStep) -> str:
    """Return why a step was taken, opened."""
    return unseal_field(step, "sealed_reason")


def reviews_of(outgoing: Outgoing, actor: User) -> list[tuple[OutgoingReview, str]]:
    """Return what came of looking at something that was sent, as far as somebody may read it."""
    found = OutgoingReview.objects.visible_to(actor).filter(outgoing=outgoing)
    return [(row, unseal_field(row, "sealed_text")) for row in found.select_related("recorded_by")]


def latest_step(outgoing: Outgoing) -> OutgoingStep:
    """Return the step at which something outgoing stands."""
    return outgoing.steps.select_related("recorded_by", "release").order_by("-sequence")[0]


def standing(step: OutgoingStep, channel: OutgoingChannel, now: datetime) -> OutgoingState:
    """Return where it stands at a moment: what was held and is due is ready, or queued."""
    state = OutgoingState(step.state)
    if state is OutgoingState.HELD and step.held_until and step.held_until <= now:
        return OutgoingState.QUEUED if channel is OutgoingChannel.EMAIL else OutgoingState.READY
    return state


def is_at_its_side(row: Outgoing | LeakageIncident, actor: User) -> bool:
    """Whether somebody stands on the side of the wall on which it was written."""
    return bool(_ROLES[Side(row.side)] & actor.roles)


def was_written_to(outgoing: Outgoing, address: str) -> bool:
    """Whether something went to this address about this case before."""
    return any(
        same_address(unseal_field(row, "sealed_address"), address)
        for row in Recipient.objects.filter(about=outgoing.about, to=outgoing.to)
    )


def unsettled(actor: User) -> QuerySet[Outgoing]:
    """Return what somebody may see that neither left nor was called back, newest first."""
    done = (OutgoingState.SENT, OutgoingState.RECALLED)
    over = OutgoingStep.objects.filter(state__in=done).values("outgoing")
    return (
        Outgoing.objects.visible_to(actor)
        .exclude(pk__in=over)
        .select_related("recorded_by", "agency")
        .prefetch_related("steps")
    )


def outgoing_about(about: UUID, actor: User) -> QuerySet[Outgoing]:
    """Return everything written to leave about a case that somebody may see."""
    return (
        Outgoing.objects.visible_to(actor)
        .filter(about=about)
        .select_related("recorded_by", "agency")
        .prefetch_related("steps")
    )


def ledger_of(about: UUID) -> QuerySet[Release]:
    """Return everything that left about a case, latest first; the case is found before."""
    return Release.objects.filter(about=about).select_related("recorded_by")


def with_marks(marks: Iterable[str], abouts: Iterable[UUID]) -> list[Release]:
    """Return the copies that carry some marks, among those about some cases."""
    return list(
        Release.objects.filter(mark__in=list(marks), about__in=list(abouts)).select_related(
            "recorded_by"
        )
    )
