"""Correcting the rows of a list before they are confirmed."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.referrals.actions.lists import JUDGED_FIELDS, judge_into
from drive.web.referrals.exceptions import BatchIsPast, RowNotReady
from drive.web.referrals.models import ImportBatch, ImportRow
from drive.web.referrals.queries import cells_of, context_of, heard_already, mark_of
from drive.web.referrals.rules.lists import JudgedRow, NumberedRow, judge
from drive.web.referrals.rules.rows import read_row
from drive.web.referrals.rules.states import BatchState, RowState, SetAsideReason


@transaction.atomic
def correct_row(
    *, row: ImportRow, cells: Mapping[str, str], by: User, now: datetime, today: date
) -> ImportRow:
    """Put other text into the cells of a row, and judge it and its neighbours again.

    Raises
    ------
    BatchIsPast
        If the list no longer waits.
    RowNotReady
        If the row is saved already, or still has a problem; nothing is changed then.
    """
    batch = _waiting_batch(row)
    mark_before = row.same_hearing
    judged = _judge_again(batch, {row.number: dict(cells)}, marks={mark_before}, today=today)
    own = judged[row.number]
    if own.state is RowState.PROBLEM:
        raise RowNotReady(" ".join(problem.words for problem in own.problems))
    _write(batch, judged)
    record_change("referrals.correct_row", row, by=by, now=now)
    return ImportRow.objects.get(pk=row.pk)


@transaction.atomic
def set_row_aside(*, row: ImportRow, by: User, now: datetime, today: date) -> None:
    """Set a row aside: it will not be saved as a hearing, and can be taken back.

    Raises
    ------
    BatchIsPast
        If the list no longer waits.
    RowNotReady
        If the row is saved already.
    """
    batch = _waiting_batch(row)
    row.state, row.set_aside_reason = RowState.SET_ASIDE, SetAsideReason.BY_HAND
    row.save(update_fields=["state", "set_aside_reason"])
    _write(batch, _judge_again(batch, {}, marks={row.same_hearing}, today=today))
    record_change("referrals.set_row_aside", row, by=by, now=now)


@transaction.atomic
def take_row_back(*, row: ImportRow, by: User, now: datetime, today: date) -> ImportRow:
    """Take back a row that was set aside, and judge it again.

    Raises
    ------
    BatchIsPast
        If the list no longer waits.
    RowNotReady
        If the row is saved already.
    """
    batch = _waiting_batch(row)
    cells = {row.number: cells_of(row)}
    _write(batch, _judge_again(batch, cells, marks={row.same_hearing}, today=today))
    record_change("referrals.take_row_back", row, by=by, now=now)
    return ImportRow.objects.get(pk=row.pk)


def _waiting_batch(row: ImportRow) -> ImportBatch:
    batch = ImportBatch.objects.select_for_update().get(pk=row.batch_id)
    if batch.state != BatchState.WAITING:
        raise BatchIsPast(
            "This list no longer waits to be checked, so its rows cannot be changed. "
            f"It stands as: {BatchState(batch.state).label.lower()}."
        )
    row.refresh_from_db()
    if row.state == RowState.SAVED:
        raise RowNotReady(f"Row {row.number} is saved as a hearing already.")
    return batch


def _judge_again(
    batch: ImportBatch, changed: Mapping[int, Mapping[str, str]], *, marks: set[str], today: date
) -> dict[int, JudgedRow]:
    """Judge changed rows together with those that speak, or spoke, of the same hearing."""
    context = context_of(batch, today=today)
    rows = {
        number: NumberedRow(number, cells, read_row(cells, batch.headings, context))
        for number, cells in changed.items()
    }
    new_marks = {
        mark_of(batch, row.read.hearing.who_and_when) for row in rows.values() if row.read.hearing
    }
    for other in _neighbours(batch, (marks | new_marks) - {""}):
        if other.number not in rows:
            cells = cells_of(other)
            read = read_row(cells, batch.headings, context)
            rows[other.number] = NumberedRow(other.number, cells, read)
    told = [row.read.hearing for row in rows.values() if row.read.hearing]
    heard = heard_already(batch.agency, told)
    judged = judge(rows.values(), headings=batch.headings, heard=heard)
    return {each.row.number: each for each in judged}


def _neighbours(batch: ImportBatch, marks: set[str]) -> list[ImportRow]:
    return list(
        ImportRow.objects.filter(batch=batch, same_hearing__in=marks)
        .exclude(state=RowState.SAVED)
        .exclude(set_aside_reason=SetAsideReason.BY_HAND)
    )


def _write(batch: ImportBatch, judged: Mapping[int, JudgedRow]) -> None:
    rows = list(ImportRow.objects.filter(batch=batch, number__in=judged))
    for row in rows:
        judge_into(row, judged[row.number])
    ImportRow.objects.bulk_update(rows, JUDGED_FIELDS)
