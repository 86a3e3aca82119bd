"""Contacts, attempts, and the reason while there has been none. A fact is never refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.casework import (
    AssessmentPoint,
    ContactType,
    NonContactCause,
    NonContactReason,
)
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.casework import rules
from drive.web.casework.actions.days import check_day
from drive.web.casework.actions.notes import NewNote, write_notes
from drive.web.casework.exceptions import ReasonCannotStand
from drive.web.casework.models import CaseNote, DriveCase, NonContactRecord, SuContact
from drive.web.recording.rules import Definition, definition

LIVE = definition("assessment")


@dataclass(frozen=True, kw_only=True)
class NewContact:
    """A contact that was made or tried; `key` fixes its id."""

    happened_on: date
    contact_type: ContactType
    successful: bool
    reconstructed: bool = False
    key: UUID | None = None


@transaction.atomic
def record_contact(
    *,
    case: DriveCase,
    contact: NewContact,
    note: NewNote | None = None,
    by: User,
    now: datetime,
) -> SuContact:
    """Record that he was contacted, or that it was tried, planned or not, with a note if any."""
    check_day(contact.happened_on, now=now)
    written = write_notes(case, [note] if note else [], by=by, now=now)
    row = _row(case, contact, written[0] if written else None, by=by, now=now)
    row.save(force_insert=True)
    record_change("casework.record_contact", case, row, *written, by=by, now=now)
    return row


@transaction.atomic
def record_contacts(
    *, case: DriveCase, contacts: Sequence[NewContact], by: User, now: datetime
) -> list[SuContact]:
    """Record many contacts at once, as from a past record."""
    for contact in contacts:
        check_day(contact.happened_on, now=now)
    rows = [_row(case, contact, None, by=by, now=now) for contact in contacts]
    SuContact.objects.bulk_create(rows)
    record_change("casework.record_contacts", case, by=by, now=now, fields=f"{len(rows)} contacts")
    return rows


def _row(
    case: DriveCase, contact: NewContact, note: CaseNote | None, *, by: User, now: datetime
) -> SuContact:
    row = SuContact(
        drive_case=case,
        happened_on=contact.happened_on,
        contact_type=contact.contact_type,
        successful=contact.successful,
        note=note,
        reconstructed=contact.reconstructed,
        recorded_at=now,
        recorded_by=by,
    )
    if contact.key is not None:
        row.id = contact.key
    return row


@transaction.atomic
def record_non_contact(
    *,
    case: DriveCase,
    point: AssessmentPoint,
    reason: NonContactReason,
    cause: NonContactCause | None = None,
    definition: Definition = LIVE,
    reconstructed: bool = False,
    by: User,
    now: datetime,
    key: UUID | None = None,
) -> NonContactRecord:
    """Say why he has not been contacted, as it stands at a point; it replaces what stood there."""
    if not rules.may_stand(reason, point, definition):
        raise ReasonCannotStand(
            "At closure nothing is planned any more: say why the service user was never contacted.",
            field="reason",
        )
    row = NonContactRecord(
        drive_case=case,
        point=point,
        reason=reason,
        cause=cause or "",
        form=definition.name,
        supersedes=case.non_contacts.filter(point=point, superseded_by=None).first(),
        reconstructed=reconstructed,
        recorded_at=now,
        recorded_by=by,
    )
    if key is not None:
        row.id = key
    row.save(force_insert=True)
    record_change("casework.record_non_contact", case, row, by=by, now=now, fields=point.label)
    return row
