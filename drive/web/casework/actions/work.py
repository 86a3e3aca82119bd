"""Logging a piece of work. Contact with the service user that is logged is a contact too."""

from datetime import datetime

from django.db import transaction

from drive.vocabulary.casework import ActivityCode, Channel, ContactType
from drive.vocabulary.strategy import ContactPlanning
from drive.web.accounts.models import User
from drive.web.casework.actions.contacts import NewContact, record_contact
from drive.web.casework.actions.notes import NewNote, add_note
from drive.web.casework.actions.steps import lock_open
from drive.web.casework.exceptions import NothingToRecord
from drive.web.casework.models import CaseNote, DriveCase

_CONTACT = frozenset({ActivityCode.CONTACT, ActivityCode.CONTACT_ATTEMPT})
_TYPES = {
    Channel.TELEPHONE: ContactType.TELEPHONE,
    Channel.EMAIL: ContactType.EMAIL,
    Channel.LETTER: ContactType.LETTER,
    Channel.MEETING: ContactType.FACE_TO_FACE,
    Channel.VISIT: ContactType.FACE_TO_FACE,
}


@transaction.atomic
def log_work(
    *,
    case: DriveCase,
    note: NewNote,
    corrects: CaseNote | None = None,
    by: User,
    now: datetime,
) -> CaseNote:
    """Add a note; where it says that the service user was contacted or tried, a contact with it.

    That contact was not planned: what was planned is recorded as contact, with its strategy.
    """
    if corrects is None:
        lock_open(case)
    contact = None if corrects else _contact_in(note)
    if contact is None:
        return add_note(case=case, note=note, corrects=corrects, by=by, now=now)
    made = record_contact(case=case, contact=contact, note=note, by=by, now=now)
    return CaseNote.objects.get(contacts=made)


def _contact_in(note: NewNote) -> NewContact | None:
    codes = {activity.code for activity in note.activities} & _CONTACT
    if not codes:
        return None
    if note.channel not in _TYPES:
        raise NothingToRecord("Say how the service user was contacted or tried.", field="channel")
    return NewContact(
        happened_on=note.happened_on,
        contact_type=_TYPES[note.channel],
        successful=ActivityCode.CONTACT in codes,
        planning=ContactPlanning.UNPLANNED,
    )
