"""What of the work with a service user goes into the joint chronology, by codes alone."""

from collections.abc import Iterable
from datetime import datetime

from drive.vocabulary.casework import ContactType
from drive.vocabulary.facts import ChronologyKind
from drive.web.accounts.models import User
from drive.web.casework.actions.steps import day_of
from drive.web.casework.models import DriveCase, NonContactRecord, SuContact
from drive.web.casework.rules.quiet import (
    ATTEMPTS_UNTIL_QUIET,
    CAUSES_OF_SILENCE,
    has_gone_quiet,
)
from drive.web.information.actions import NewEvent, publish_event, publish_events


def tell_of_contact(case: DriveCase, contact: SuContact, *, by: User, now: datetime) -> None:
    """Publish a contact, or that the last attempts reached nobody."""
    if contact.successful:
        publish_event(about=case.pk, event=_made(contact), by=by, now=now)
        return
    tried = case.contacts.order_by("-happened_on", "-recorded_at")[:ATTEMPTS_UNTIL_QUIET]
    if has_gone_quiet(each.successful for each in tried):
        quiet = NewEvent(
            kind=ChronologyKind.DISENGAGED,
            happened_on=tried[0].happened_on,
            source=tried[0].pk,
        )
        publish_event(about=case.pk, event=quiet, by=by, now=now)


def tell_of_contacts(
    case: DriveCase, contacts: Iterable[SuContact], *, by: User, now: datetime
) -> None:
    """Publish the contacts of a past record."""
    made = [_made(each) for each in contacts if each.successful]
    publish_events(about=case.pk, events=made, by=by, now=now)


def tell_of_silence(case: DriveCase, record: NonContactRecord, *, by: User, now: datetime) -> None:
    """Publish that the service user keeps away, where a reason for no contact says so."""
    if record.cause not in CAUSES_OF_SILENCE:
        return
    quiet = NewEvent(
        kind=ChronologyKind.DISENGAGED,
        happened_on=record.since or day_of(now),
        source=record.pk,
    )
    publish_event(about=case.pk, event=quiet, by=by, now=now)


def _made(contact: SuContact) -> NewEvent:
    return NewEvent(
        kind=ChronologyKind.CONTACT,
        happened_on=contact.happened_on,
        source=contact.pk,
        detail=ContactType(contact.contact_type),
    )
