"""Taking a list in: the upload is sealed, then its rows are read and judged."""

import base64
import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from pathlib import PurePath

from django.db import transaction

from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.sealing import seal_field, unseal_field
from drive.web.organisations.models import Agency
from drive.web.referrals.exceptions import UnreadableFile
from drive.web.referrals.models import ImportBatch, ImportRow
from drive.web.referrals.queries import context_of, heard_already, mark_of
from drive.web.referrals.rules.files import MOST_BYTES, Sheet, read_file
from drive.web.referrals.rules.headings import Columns, read_headings
from drive.web.referrals.rules.kinds import NotAList, kind_of
from drive.web.referrals.rules.lists import JudgedRow, cells_of, judge, read_rows
from drive.web.referrals.rules.states import BatchState

KEPT_FOR = timedelta(days=7)


@transaction.atomic
def import_list(
    *,
    marac: Agency,
    file_name: str,
    content: bytes,
    today: date,
    by: User,
    now: datetime,
) -> ImportBatch:
    """Take a list in, sealed; `read_batch` reads it. No row is a referral before confirmation.

    Raises
    ------
    UnreadableFile
        If the file is too large, empty, of another kind than its name says, or has macros.
    """
    _refuse_other_files(content, file_name)
    batch = ImportBatch(
        agency=marac,
        file_name=PurePath(file_name.replace("\\", "/")).name[-200:],
        state=BatchState.READING,
        expires_on=today + KEPT_FOR,
        recorded_at=now,
        recorded_by=by,
    )
    text = base64.b64encode(content).decode()
    seal_field(batch, "sealed_content", text)
    batch.save(force_insert=True)
    record_change("referrals.import_list", batch, by=by, now=now)
    return batch


def _refuse_other_files(content: bytes, file_name: str) -> None:
    if len(content) > MOST_BYTES:
        raise UnreadableFile(
            f"The file is larger than {MOST_BYTES // 1024**2} MB. A list of 10,000 rows is far "
            "smaller: remove pictures and further sheets, or divide the list.",
            field="file",
        )
    try:
        kind_of(content, file_name)
    except NotAList as refusal:
        raise UnreadableFile(str(refusal), field="file") from refusal


def read_batch(*, batch: ImportBatch, by: User, now: datetime, today: date) -> ImportBatch:
    """Read the rows of a list and judge them; a list read already stays as it is."""
    if batch.state != BatchState.READING:
        return batch
    content = base64.b64decode(unseal_field(batch, "sealed_content"))
    try:
        sheet = read_file(content, batch.file_name)
        columns = _columns(sheet)
    except NotAList as refusal:
        note_unreadable(batch=batch, words=str(refusal), by=by, now=now)
        return batch
    rows = _judged(batch, sheet, columns, today=today)
    return _keep_rows(batch, rows, columns=columns, notes=_notes(sheet, columns), by=by, now=now)


def _columns(sheet: Sheet) -> Columns:
    columns = read_headings(sheet.headings)
    if columns.refusals:
        raise NotAList(" ".join(columns.refusals))
    return columns


def _notes(sheet: Sheet, columns: Columns) -> list[str]:
    notes = list(sheet.notes)
    if columns.ignored:
        named = ", ".join(f"“{heading[:60]}”" for heading in columns.ignored)
        notes.append(
            f"These headings are not understood, and what stands under them is not kept: {named}."
        )
    return notes


def _judged(batch: ImportBatch, sheet: Sheet, columns: Columns, *, today: date) -> list[JudgedRow]:
    width = len(sheet.headings)
    rows = read_rows(
        ((number, cells_of(cells, columns, width)) for number, cells in sheet.rows),
        columns.typed,
        context_of(batch, today=today),
    )
    told = [row.read.hearing for row in rows if row.read.hearing]
    heard = heard_already(batch.agency, told)
    return judge(rows, headings=columns.typed, heard=heard)


@transaction.atomic
def _keep_rows(
    batch: ImportBatch,
    judged: Sequence[JudgedRow],
    *,
    columns: Columns,
    notes: list[str],
    by: User,
    now: datetime,
) -> ImportBatch:
    # A job that was killed is run again from its beginning.
    ImportRow.objects.filter(batch=batch).delete()
    rows = [judge_into(ImportRow(batch=batch, number=each.row.number), each) for each in judged]
    ImportRow.objects.bulk_create(rows, batch_size=500)
    batch.state, batch.headings, batch.notes = BatchState.WAITING, dict(columns.typed), notes
    batch.rows_in_all = len(rows)
    batch.save(update_fields=["state", "headings", "notes", "rows_in_all"])
    record_change("referrals.read_list", batch, by=by, now=now)
    return batch


def judge_into(row: ImportRow, judged: JudgedRow) -> ImportRow:
    """Return a row, not yet saved, with its cells and problems sealed and its state set."""
    problems = [[each.field, each.heading, each.words] for each in judged.problems]
    seal_field(row, "sealed_cells", json.dumps(dict(judged.row.cells)))
    if problems:
        seal_field(row, "sealed_problems", json.dumps(problems))
    else:
        row.sealed_problems = ""
    row.state, row.set_aside_reason = judged.state, judged.reason or ""
    row.same_hearing = mark_of(row.batch, judged.who_and_when)
    return row


JUDGED_FIELDS: Iterable[str] = (
    "sealed_cells",
    "sealed_problems",
    "state",
    "set_aside_reason",
    "same_hearing",
)


@transaction.atomic
def note_unreadable(*, batch: ImportBatch, words: str, by: User, now: datetime) -> None:
    """Note in words why a list cannot be read, and keep nothing of it."""
    batch.state, batch.message, batch.sealed_content = BatchState.UNREADABLE, words, ""
    batch.save(update_fields=["state", "message", "sealed_content"])
    record_change("referrals.note_unreadable", batch, by=by, now=now)
