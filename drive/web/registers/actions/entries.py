"""Recording an entry, putting it right, ending it, taking it back: the same in every register."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import models, transaction

from drive.vocabulary.casework import Intent
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.casework.actions.notes import Activity, NewNote, write_notes
from drive.web.casework.actions.steps import lock_open
from drive.web.casework.models import CaseNote, DriveCase
from drive.web.casework.rules.notes import is_told_in_confidence
from drive.web.core.dates import LONDON
from drive.web.core.sealing import seal_field
from drive.web.recording.rules import check_seen
from drive.web.registers.exceptions import NotEndable, NotRecordable, TakenBack
from drive.web.registers.models import Entry, words_in
from drive.web.registers.queries.entries import latest_of
from drive.web.registers.queries.words import open_words, values_of
from drive.web.registers.registry.declaration import Change, Work
from drive.web.registers.rules import days

if TYPE_CHECKING:
    from drive.web.registers.registry.declaration import Register


@transaction.atomic
def record_entry(
    *,
    register: Register,
    case: DriveCase,
    values: Mapping[str, Any],
    counted_by: CaseNote | None = None,
    by: User,
    now: datetime,
) -> Any:
    """Record an entry; one that is work is counted as such, once.

    `counted_by` is a note of something else, such as a request to an agency, that counts it.
    """
    lock_open(case)
    _check(register, case, values, now=now)
    row = register.model(drive_case=case, recorded_at=now, recorded_by=by)
    row.origin = row.pk
    change = Change(case=case, row=row, before=None, by=by, now=now)
    return _write(register, change, values, counted_by=counted_by)


@transaction.atomic
def correct_entry(
    *,
    register: Register,
    entry: Entry,
    values: Mapping[str, Any],
    seen: UUID | None,
    counted_by: CaseNote | None = None,
    by: User,
    now: datetime,
) -> Any:
    """Put an entry right: what is new stands in its place, and it stays on record.

    From then on it is counted by another note, where one is given.
    """
    latest = _seen(register, entry, seen)
    _check(register, entry.drive_case, values, now=now)
    return _write(register, _next(latest, by=by, now=now), values, counted_by=counted_by)


@transaction.atomic
def end_entry(
    *,
    register: Register,
    entry: Entry,
    ends_on: date,
    ending: str = "",
    seen: UUID | None,
    by: User,
    now: datetime,
) -> Any:
    """End what lasted."""
    latest = _seen(register, entry, seen)
    if not register.lasts:
        raise NotEndable(f"What stands under “{register.title}” does not end.")
    _check_end(ends_on, since=latest.happened_on, now=now)
    change = _next(latest, by=by, now=now)
    return _write(register, change, {"ends_on": ends_on, "ending": ending})


@transaction.atomic
def take_back_entry(
    *, register: Register, entry: Entry, reason: str, seen: UUID | None, by: User, now: datetime
) -> Any:
    """Take an entry back that should not have been made; it stays on record."""
    latest = _seen(register, entry, seen)
    change = _next(latest, by=by, now=now)
    return _write(register, change, {"taken_back": True, "text": reason})


# -- What is refused -------------------------------------------------------------------------------


def _check(
    register: Register, case: DriveCase, values: Mapping[str, Any], *, now: datetime
) -> None:
    today = now.astimezone(LONDON).date()
    try:
        days.check_past(values["happened_on"], today=today)
    except days.ImpossibleDay as problem:
        raise NotRecordable(str(problem), field="happened_on") from None
    if values.get("ends_on"):
        _check_end(values["ends_on"], since=values["happened_on"], now=now)
    register.check(case, values, today)


def _check_end(ends_on: date, *, since: date, now: datetime) -> None:
    try:
        days.check_ahead(ends_on, since=since, today=now.astimezone(LONDON).date())
    except days.ImpossibleDay as problem:
        raise NotRecordable(str(problem), field="ends_on") from None


def _seen(register: Register, entry: Entry, seen: UUID | None) -> Any:
    """Return the row that stands now, if it is the one that the person saw.

    The case is locked first, so that of two people who put the same entry right at the same
    moment one finds what the other saved.
    """
    lock_open(entry.drive_case)
    latest = latest_of(register, entry)
    if latest.taken_back:
        raise TakenBack("This entry was taken back. Record it again if it was right after all.")
    check_seen(seen, latest, lambda row: values_of(register, row))
    return latest


# -- What is written -------------------------------------------------------------------------------


def _next(latest: Any, *, by: User, now: datetime) -> Change:
    """Return a change that begins with everything the latest row says."""
    row = type(latest)(recorded_at=now, recorded_by=by, supersedes=latest)
    kept_out = {"id", "recorded_at", "recorded_by", "supersedes", "sealed_text"}
    for field in latest._meta.concrete_fields:
        if field.name not in kept_out:
            setattr(row, field.attname, getattr(latest, field.attname))
    for name, text in open_words(latest).items():
        setattr(row, name, text)
    return Change(case=latest.drive_case, row=row, before=latest, by=by, now=now)


def _write(
    register: Register,
    change: Change,
    values: Mapping[str, Any],
    *,
    counted_by: CaseNote | None = None,
) -> Any:
    row = change.row
    for name, value in values.items():
        setattr(row, name, _stored(row, name, value))
    notes = _counted_by(register, change, counted_by) if counted_by else _count(register, change)
    _seal(change)
    row.save(force_insert=True)
    register.after(change)
    what = _act(change)
    record_change(
        f"registers.{what}",
        change.case,
        row,
        *notes,
        by=change.by,
        now=change.now,
        fields=register.title,
    )
    return row


def _act(change: Change) -> str:
    if change.before is None:
        return "record"
    return "take_back" if change.row.taken_back else "correct"


def _stored(row: Entry, name: str, value: Any) -> Any:
    if isinstance(value, list | tuple):
        return ",".join(value)
    field = row._meta.get_field(name)
    if value is None and isinstance(field, models.CharField | models.TextField):
        return ""
    return value


def _seal(change: Change) -> None:
    """Seal every word that came from her or her Idva; what was sealed once stays sealed."""
    row, before = change.row, change.before
    was_sealed = before is not None and before.sealed_text != ""
    if was_sealed or is_told_in_confidence(row.informant, getattr(row, "agency", "")):
        words = {name: getattr(row, name) for name in words_in(row)}
        for name in words:
            setattr(row, name, "")
        seal_field(row, "sealed_text", json.dumps(words))


def _count(register: Register, change: Change) -> list[CaseNote]:
    """Write the note by which an entry counts as work; what comes later is added to that note.

    Where that makes other work of it, the note no longer counts, and another does.
    """
    row, before = change.row, change.before
    work = None if row.taken_back else register.works(row)
    written: list[CaseNote] = []
    if row.note is not None:
        as_before = (work, row.happened_on) == (register.works(before), before.happened_on)
        as_before = as_before or _is_counted_by_another(row)
        written = _add_to_note(register, change, takes_back=not as_before)
        if as_before or row.taken_back:
            return written
        row.note = None
    if work is None:
        return written
    made = write_notes(change.case, [_note_of(register, row, work)], by=change.by, now=change.now)
    row.note = made[0]
    return [*written, *made]


def _counted_by(register: Register, change: Change, note: CaseNote) -> list[CaseNote]:
    """Let another note count an entry; a note of its own no longer counts."""
    row, written = change.row, []
    if row.note is not None and not _is_counted_by_another(row):
        written = _add_to_note(register, change, takes_back=True)
    row.note = note
    return written


def _is_counted_by_another(row: Any) -> bool:
    """Return whether the note that counts an entry is one of something else."""
    return bool(row.note.linked_id != row.origin)


def _note_of(register: Register, row: Any, work: Work) -> NewNote:
    activity = Activity(
        code=work.code, mode=work.mode, intent=Intent(work.intent) if work.intent else None
    )
    return NewNote(
        happened_on=row.happened_on,
        channel=work.channel,
        text=register.titled(row),
        informant=row.informant or None,
        minutes=work.minutes,
        agency_kind=work.agency_kind,
        linked_kind=work.linked,
        linked_id=row.origin,
        activities=[activity],
    )


def _add_to_note(register: Register, change: Change, *, takes_back: bool) -> list[CaseNote]:
    row = change.row
    said = "Taken back" if row.taken_back else f"Put right: {register.headline(row)}"
    note = NewNote(
        happened_on=row.happened_on,
        channel=row.note.channel,
        text=said,
        informant=row.informant or None,
        linked_kind=row.note.linked_kind or None,
        linked_id=row.note.linked_id,
        takes_back=takes_back,
    )
    return write_notes(change.case, [note], corrects=row.note, by=change.by, now=change.now)
