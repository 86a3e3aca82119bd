"""Turning the ready rows of a list into hearings.

Rows are saved some hundred at a time, each row whole or not at all. Whatever stops the saving,
no row is half stored: what was saved stays, the others wait, and it can simply be done again.
"""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.referrals.actions.hearings import (
    NewHearing,
    ReferredPerson,
    record_hearings,
)
from drive.web.referrals.actions.lists import JUDGED_FIELDS, judge_into
from drive.web.referrals.exceptions import BatchIsPast, RowNotReady
from drive.web.referrals.models import ImportBatch, ImportRow
from drive.web.referrals.queries import cells_of, context_of, heard_already, typed_person
from drive.web.referrals.rules.hearings import Named, ReadHearing
from drive.web.referrals.rules.lists import judge, read_rows
from drive.web.referrals.rules.states import BatchState, RowState

SOURCE = "Marac list"
AT_ONCE = 100
"""Rows saved in one transaction: others write to the database in between."""


@transaction.atomic
def begin_saving(*, batch: ImportBatch, by: User, now: datetime) -> ImportBatch:
    """Confirm the ready rows of a list: from now on they are being saved, by `save_ready_rows`.

    Raises
    ------
    BatchIsPast
        If the list does not wait.
    RowNotReady
        If no row is ready.
    """
    locked = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if locked.state != BatchState.WAITING:
        raise BatchIsPast(
            "This list is not waiting to be confirmed. It stands as: "
            f"{BatchState(locked.state).label.lower()}."
        )
    if not batch.rows.filter(state=RowState.READY).exists():
        raise RowNotReady("No row of this list is ready. Correct at least one row first.")
    batch.state, batch.message, batch.rows_done = BatchState.CONFIRMING, "", 0
    batch.confirmed_at, batch.confirmed_by = now, by
    batch.save(update_fields=["state", "message", "rows_done", "confirmed_at", "confirmed_by"])
    record_change("referrals.confirm", batch, by=by, now=now)
    return batch


def save_ready_rows(*, batch: ImportBatch, by: User, now: datetime, today: date) -> ImportBatch:
    """Save every ready row of a confirmed list; run again, it goes on where it stopped."""
    while _save_some(batch.pk, by=by, now=now, today=today):
        pass
    _finish(batch.pk)
    return ImportBatch.objects.get(pk=batch.pk)


def confirm_batch(*, batch: ImportBatch, by: User, now: datetime, today: date) -> ImportBatch:
    """Confirm a list and save its ready rows, in the foreground."""
    begin_saving(batch=batch, by=by, now=now)
    return save_ready_rows(batch=batch, by=by, now=now, today=today)


@transaction.atomic
def _save_some(batch_id: UUID, *, by: User, now: datetime, today: date) -> bool:
    batch = ImportBatch.objects.select_for_update().get(pk=batch_id)
    if batch.state != BatchState.CONFIRMING:
        return False
    rows = list(batch.rows.filter(state=RowState.READY).order_by("number")[:AT_ONCE])
    if not rows:
        return False
    ready = _judged_again(batch, rows, today=today)
    hearings = record_hearings(
        hearings=[_new_hearing(batch, row, hearing) for row, hearing in ready],
        source=SOURCE,
        by=by,
        now=now,
    )
    for (row, _), hearing in zip(ready, hearings, strict=True):
        row.state, row.hearing = RowState.SAVED, hearing
    ImportRow.objects.bulk_update([row for row, _ in ready], ["state", "hearing"])
    batch.rows_done += len(rows)
    batch.save(update_fields=["rows_done"])
    return True


def _judged_again(
    batch: ImportBatch, rows: Sequence[ImportRow], *, today: date
) -> list[tuple[ImportRow, ReadHearing]]:
    """Return the rows that are still ready: since the check, another list may have been saved."""
    by_number = {row.number: row for row in rows}
    read = read_rows(
        ((row.number, cells_of(row)) for row in rows),
        batch.headings,
        context_of(batch, today=today),
    )
    told = [each.read.hearing for each in read if each.read.hearing]
    heard = heard_already(batch.agency, told)
    ready = []
    for judged in judge(read, headings=batch.headings, heard=heard):
        row = by_number[judged.row.number]
        if judged.state is RowState.READY and judged.row.read.hearing:
            ready.append((row, judged.row.read.hearing))
        else:
            judge_into(row, judged).save(update_fields=JUDGED_FIELDS)
    return ready


def _new_hearing(batch: ImportBatch, row: ImportRow, hearing: ReadHearing) -> NewHearing:
    return NewHearing(
        marac=batch.agency,
        heard_on=hearing.heard_on,
        perpetrator=referred(hearing.perpetrator),
        victim_survivor=referred(hearing.victim_survivor),
        answers=hearing.answers,
        source_labels=hearing.source_labels,
        referred_by=hearing.referred_by,
        source_row=f"{batch.pk}:{row.number}",
    )


def referred(named: Named) -> ReferredPerson:
    """Return somebody on a list as a hearing takes him or her."""
    return ReferredPerson(
        typed=typed_person(named),
        address=named.address,
        postcode=named.postcode,
        telephone=named.telephone,
    )


@transaction.atomic
def _finish(batch_id: UUID) -> None:
    batch = ImportBatch.objects.select_for_update().get(pk=batch_id)
    if batch.state != BatchState.CONFIRMING:
        return
    left = batch.rows.filter(state__in=[RowState.PROBLEM, RowState.READY]).exists()
    batch.state = BatchState.WAITING if left else BatchState.CONFIRMED
    batch.save(update_fields=["state"])


@transaction.atomic
def note_interrupted(*, batch: ImportBatch, words: str, by: User, now: datetime) -> None:
    """Note that the saving stopped: what was saved stays, the other rows wait again."""
    batch.state, batch.message = BatchState.WAITING, words
    batch.save(update_fields=["state", "message"])
    record_change("referrals.note_interrupted", batch, by=by, now=now)
