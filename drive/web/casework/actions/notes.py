"""Case notes: added to, never changed. What came from the victim-survivor lies sealed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import ActivityCode, Channel, Intent, WorkMode
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.casework import rules
from drive.web.casework.actions.days import check_day
from drive.web.casework.exceptions import NothingToRecord
from drive.web.casework.models import ActivityTag, CaseNote, DriveCase
from drive.web.casework.queries import COMPARTMENT
from drive.web.core.sealing import seal_field


@dataclass(frozen=True, kw_only=True)
class Activity:
    """One coded activity of a note; `key` fixes its id."""

    code: ActivityCode
    mode: WorkMode
    intent: Intent | None = None
    key: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class NewNote:
    """What is to be noted; `informant` is who told it; `key` fixes the note's id."""

    happened_on: date
    channel: Channel
    text: str = ""
    informant: InformationSource | None = None
    minutes: int | None = None
    activities: Sequence[Activity] = ()
    reconstructed: bool = False
    key: UUID | None = None


@transaction.atomic
def add_note(
    *,
    case: DriveCase,
    note: NewNote,
    corrects: CaseNote | None = None,
    by: User,
    now: datetime,
) -> CaseNote:
    """Add a note, or a dated addition to one, which stays as it was."""
    made = write_notes(case, [note], corrects=corrects, by=by, now=now)
    record_change("casework.add_note", case, *made, by=by, now=now)
    return made[0]


@transaction.atomic
def add_notes(
    *, case: DriveCase, notes: Sequence[NewNote], by: User, now: datetime
) -> list[CaseNote]:
    """Add many notes at once, as from a past record."""
    made = write_notes(case, notes, by=by, now=now)
    record_change("casework.add_notes", case, by=by, now=now, fields=f"{len(made)} notes")
    return made


def write_notes(
    case: DriveCase,
    notes: Sequence[NewNote],
    *,
    corrects: CaseNote | None = None,
    by: User,
    now: datetime,
) -> list[CaseNote]:
    """Write notes as part of the caller's transaction and event."""
    for note in notes:
        _check(note, now=now)
    made = [_row(case, note, corrects=corrects, by=by, now=now) for note in notes]
    CaseNote.objects.bulk_create(made)
    ActivityTag.objects.bulk_create(
        _tag(row, activity)
        for row, note in zip(made, notes, strict=True)
        for activity in note.activities
    )
    return made


def _check(note: NewNote, *, now: datetime) -> None:
    check_day(note.happened_on, now=now)
    if not note.text.strip() and not note.activities:
        raise NothingToRecord("Write what happened, or choose what was done.", field="text")
    if len(note.text) > rules.LONGEST_NOTE:
        raise NothingToRecord(
            f"A note has at most {rules.LONGEST_NOTE:,} characters: split it in two.", field="text"
        )


def _row(
    case: DriveCase, note: NewNote, *, corrects: CaseNote | None, by: User, now: datetime
) -> CaseNote:
    row = CaseNote(
        drive_case=case,
        happened_on=note.happened_on,
        channel=note.channel,
        informant=note.informant or "",
        minutes=note.minutes,
        corrects=corrects,
        reconstructed=note.reconstructed,
        recorded_at=now,
        recorded_by=by,
    )
    if note.key is not None:
        row.id = note.key
    # An addition to a sealed note is about the same words, so it is sealed too.
    if note.informant in rules.SEALED_INFORMANTS or (corrects and corrects.sealed_text):
        seal_field(row, "sealed_text", note.text, compartment=COMPARTMENT)
    else:
        row.text = note.text
    return row


def _tag(row: CaseNote, activity: Activity) -> ActivityTag:
    tag = ActivityTag(
        note=row, activity=activity.code, mode=activity.mode, intent=activity.intent or ""
    )
    if activity.key is not None:
        tag.id = activity.key
    return tag
