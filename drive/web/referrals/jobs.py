"""Reading and saving lists in the background, and erasing those whose time is over."""

from datetime import datetime

from django.utils import timezone

from drive.web.core.clock import now, today
from drive.web.core.jobs import chore, job
from drive.web.referrals import actions
from drive.web.referrals.models import ImportBatch


def _batch(batch_id: str) -> ImportBatch:
    return ImportBatch.objects.select_related("agency__site", "recorded_by", "confirmed_by").get(
        pk=batch_id
    )


def _unreadable(*, words: str, batch_id: str) -> None:
    batch = _batch(batch_id)
    actions.note_unreadable(batch=batch, words=words, by=batch.recorded_by, now=now())


@job(gives_up=_unreadable)
def read_list(*, batch_id: str) -> None:
    """Read an uploaded list."""
    batch = _batch(batch_id)
    actions.read_batch(batch=batch, by=batch.recorded_by, now=now(), today=today())


def _interrupted(*, words: str, batch_id: str) -> None:
    batch = _batch(batch_id)
    by = batch.confirmed_by or batch.recorded_by
    actions.note_interrupted(batch=batch, words=words, by=by, now=now())


@job(gives_up=_interrupted)
def save_list(*, batch_id: str) -> None:
    """Save the ready rows of a confirmed list."""
    batch = _batch(batch_id)
    by = batch.confirmed_by or batch.recorded_by
    actions.save_ready_rows(batch=batch, by=by, now=now(), today=today())


@chore
def erase_expired_lists(moment: datetime) -> None:
    """Erase lists whose seven days are over."""
    actions.purge_expired(today=timezone.localtime(moment).date(), now=moment)
