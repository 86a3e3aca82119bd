"""Erasing lists: by hand, or when their seven days are over."""

from datetime import date, datetime

from django.db import transaction

from drive.web.accounts.actions import system_user
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.referrals.exceptions import BatchIsPast
from drive.web.referrals.models import ImportBatch
from drive.web.referrals.queries import expired
from drive.web.referrals.rules.states import BatchState, RowState, may_follow


@transaction.atomic
def discard_batch(*, batch: ImportBatch, by: User, now: datetime) -> None:
    """Throw a list away: its content is erased; hearings that were saved from it stay.

    Raises
    ------
    BatchIsPast
        If it is being saved, or is gone already.
    """
    locked = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if not may_follow(BatchState(locked.state), BatchState.DISCARDED):
        raise BatchIsPast(
            "This list cannot be thrown away now. It stands as: "
            f"{BatchState(locked.state).label.lower()}."
        )
    _erase(locked, BatchState.DISCARDED)
    record_change("referrals.discard", locked, by=by, now=now)


def purge_expired(*, today: date, now: datetime) -> int:
    """Erase every list whose seven days are over, and return how many there were."""
    batches = list(expired(today))
    for batch in batches:
        _purge(batch, now=now)
    return len(batches)


@transaction.atomic
def _purge(batch: ImportBatch, *, now: datetime) -> None:
    _erase(batch, BatchState.EXPIRED)
    record_change("referrals.purge", batch, by=system_user(), now=now)


def _erase(batch: ImportBatch, state: BatchState) -> None:
    """Erase what is sealed. Rows that were saved or set aside stay as counts, without cells."""
    kept = [RowState.SAVED]
    if batch.confirmed_at or state is BatchState.EXPIRED:
        kept.append(RowState.SET_ASIDE)
    batch.rows.exclude(state__in=kept).delete()
    batch.rows.update(sealed_cells="", sealed_problems="", same_hearing="")
    batch.sealed_content, batch.state = "", state
    batch.save(update_fields=["sealed_content", "state"])
