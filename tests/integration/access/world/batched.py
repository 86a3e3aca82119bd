"""Locked in batches at Essex: one drawn, with what became of somebody, and one that waits."""

from __future__ import annotations

from drive.vocabulary.allocation import LossReason, WithdrawalReason
from drive.web.allocation.actions import record_loss, record_places, withdraw
from drive.web.allocation.models import Allocation, Batch
from tests.cast import NOW, Cast
from tests.factories.allocation import locked, salted
from tests.integration.access.world.heard import record
from tests.integration.access.world.numbers import ALLOCATED_ON, DRAWN, LOCKED


def batched(cast: Cast) -> dict[str, Batch]:
    """Return both batches; nobody else waits for a draw yet."""
    record(cast, DRAWN)
    drawn = _locked(cast)
    salted(cast, drawn)
    _came_of_it(cast, *Allocation.objects.filter(unit__batch=drawn).order_by("pk"))
    record(cast, [LOCKED])
    record_places(
        site=cast.essex, on=NOW.date(), places=12, expected=40, by=cast.service_manager, now=NOW
    )
    return {"drawn": drawn, "open": _locked(cast)}


def _locked(cast: Cast) -> Batch:
    batch = locked(cast).batch
    assert batch
    return batch


def _came_of_it(cast: Cast, one: Allocation, other: Allocation) -> None:
    withdraw(
        allocation=one,
        reason=WithdrawalReason.WRONG_PERSON,
        explanation="A cousin of that name was meant.",
        by=cast.allocator,
        now=NOW,
    )
    record_loss(
        allocation=other,
        reason=LossReason.MOVED_AWAY,
        lost_on=ALLOCATED_ON,
        explanation="",
        by=cast.allocator,
        now=NOW,
    )
