"""Case notes: added to, never changed. What came from the victim-survivor lies sealed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import ActivityCode, Channel, Intent, WorkMode
from drive.vocabulary.work import Attribution, Direction, LinkedTo, WorkOutcome
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.casework import rules
from drive.web.casework.actions.days import check_day
from drive.web.casework.exceptions import AgencyNotOfSite, NothingToRecord
from drive.web.casework.models import ActivityTag, CaseNote, DriveCase
from drive.web.casework.rules.notes import attribution_of, is_told_in_confidence
from drive.web.core.sealing import seal_field
from drive.web.organisations.models import Agency


@dataclass(frozen=True, kw_only=True)
class Activity:
    """One coded activity of a note; `key` fixes its id."""

    code: ActivityCode
    mode: WorkMode
    intent: Intent | None = None
    attribution: Attribution | None = None
    key: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class NewNote:
    """What is to be noted.

    Parameters
    ----------
    who, agency_kind, agency
        With whom: a person or a role, the kind of agency, and the agency itself if it is known.
    informant
        Who told it. What the victim-survivor told, or a service at her side, is sealed.
    linked_kind, linked_id
        What else on the case it belongs to.
    takes_back
        Whether it is an addition that says that the work of the other note does not count.
    key
        Fixes the note's id.
    """

    happened_on: date
    channel: Channel
    text: str = ""
    direction: Direction | None = None
    who: str = ""
    agency_kind: AgencyType | None = None
    agency: Agency | None = None
    informant: InformationSource | None = None
    minutes: int | None = None
    outcome: WorkOutcome | None = None
    linked_kind: LinkedTo | None = None
    linked_id: UUID | None = None
    activities: Sequence[Activity] = ()
    takes_back: bool = False
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
        _check(note, case, now=now)
    made = [_row(case, note, corrects=corrects, by=by, now=now) for note in notes]
    CaseNote.objects.bulk_create(made)
    ActivityTag.objects.bulk_create(
        _tag(row, activity)
        for row, note in zip(made, notes, strict=True)
        for activity in note.activities
    )
    return made


def _check(note: NewNote, case: DriveCase, *, now: datetime) -> None:
    check_day(note.happened_on, now=now)
    if not note.text.strip() and not note.activities:
        raise NothingToRecord("Write what happened, or choose what was done.", field="text")
    if len(note.text) > rules.LONGEST_NOTE:
        raise NothingToRecord(
            f"A note has at most {rules.LONGEST_NOTE:,} characters: split it in two.", field="text"
        )
    if note.agency is not None:
        _check_agency(note.agency, note.agency_kind, case)


def _check_agency(agency: Agency, kind: AgencyType | None, case: DriveCase) -> None:
    if agency.site_id != case.site_id:
        raise AgencyNotOfSite("Choose an agency of the site of this case.", field="agency")
    if kind is not None and kind != agency.kind:
        raise AgencyNotOfSite(
            f"{agency.name} is of another kind: “{AgencyType(agency.kind).label}”. "
            "Put one of the two right.",
            field="agency",
        )


def _row(
    case: DriveCase, note: NewNote, *, corrects: CaseNote | None, by: User, now: datetime
) -> CaseNote:
    row = CaseNote(
        drive_case=case,
        happened_on=note.happened_on,
        channel=note.channel,
        direction=note.direction or "",
        agency=note.agency,
        agency_kind=note.agency_kind or (note.agency.kind if note.agency else ""),
        informant=note.informant or "",
        minutes=note.minutes,
        outcome=note.outcome or "",
        linked_kind=note.linked_kind or "",
        linked_id=note.linked_id,
        corrects=corrects,
        takes_back=note.takes_back,
        reconstructed=note.reconstructed,
        recorded_at=now,
        recorded_by=by,
    )
    if note.key is not None:
        row.id = note.key
    _write_words(row, note)
    return row


def _write_words(row: CaseNote, note: NewNote) -> None:
    """Write what was typed: sealed where it was told in confidence, and open where not."""
    # An addition to a sealed note is about the same words, so it is sealed too.
    of_a_sealed_note = row.corrects is not None and row.corrects.sealed_text != ""
    if of_a_sealed_note or is_told_in_confidence(row.informant, row.agency_kind):
        seal_field(row, "sealed_text", note.text)
        if note.who:
            seal_field(row, "sealed_who", note.who)
    else:
        row.text, row.who = note.text, note.who


def _tag(row: CaseNote, activity: Activity) -> ActivityTag:
    tag = ActivityTag(
        note=row,
        activity=activity.code,
        mode=activity.mode,
        intent=activity.intent or "",
        attribution=attribution_of(activity.code, activity.attribution) or "",
    )
    if activity.key is not None:
        tag.id = activity.key
    return tag
