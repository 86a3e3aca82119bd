"""Contacts and attempts. A fact is never refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.casework import ContactType
from drive.vocabulary.strategy import ContactPlace, ContactPlanning
from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.casework.actions.days import check_day
from drive.web.casework.actions.events import tell_of_contact, tell_of_contacts
from drive.web.casework.actions.follows import AFTER_CONTACT
from drive.web.casework.actions.notes import NewNote, write_notes
from drive.web.casework.actions.planning import tell_of_override
from drive.web.casework.exceptions import NoAgreedStrategy
from drive.web.casework.models import (
    CaseNote,
    ContactStrategy,
    DriveCase,
    PlannedContact,
    SuContact,
)
from drive.web.casework.queries.strategies import standing_of, usable_on
from drive.web.tasks.actions import settle_all


@dataclass(frozen=True, kw_only=True)
class NewContact:
    """A contact that was made or tried; `key` fixes its id.

    `planning` is empty only for records of the time before strategies were kept here.
    """

    happened_on: date
    contact_type: ContactType
    successful: bool
    planning: ContactPlanning | None = None
    place: ContactPlace | None = None
    others_present: str = ""
    next_step: str = ""
    override_reason: str = ""
    plan: PlannedContact | None = None
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
    """Record that he was contacted, or that it was tried, with a note if any.

    What was not planned is always recorded. What was planned names the strategy that was agreed
    on that day, or the emergency, which the service manager and the Idva lead are told of.
    """
    check_day(contact.happened_on, now=now)
    strategy = _strategy_of(case, contact)
    written = write_notes(case, [note] if note else [], by=by, now=now)
    row = _row(case, contact, written[0] if written else None, by=by, now=now)
    row.strategy, row.plan = strategy, contact.plan or _plan_of(case, contact)
    if row.plan is None and contact.planning is ContactPlanning.EMERGENCY:
        row.plan = _emergency(case, contact, by=by, now=now)
    row.save(force_insert=True)
    if contact.successful:
        settle_all(
            kind=TaskKind.REVIEW_NON_CONTACT, about=case.pk, outcome="Contacted", by=by, now=now
        )
    tell_of_contact(case, row, by=by, now=now)
    for follow in AFTER_CONTACT:
        follow(case=case, by=by, now=now)
    record_change("casework.record_contact", case, row, *written, by=by, now=now)
    return row


def _plan_of(case: DriveCase, contact: NewContact) -> PlannedContact | None:
    """Return the plan that a planned contact of that day carries out."""
    if contact.planning in (None, ContactPlanning.UNPLANNED):
        return None
    open_ones = case.planned_contacts.filter(cancelled_at=None, contact=None)
    return open_ones.filter(planned_on=contact.happened_on).first()


def _emergency(case: DriveCase, contact: NewContact, *, by: User, now: datetime) -> PlannedContact:
    """Write what was planned and made at once: so the Idva lead sees it too."""
    plan = PlannedContact.objects.create(
        drive_case=case,
        planned_on=contact.happened_on,
        contact_type=contact.contact_type,
        place=contact.place or ContactPlace.OTHER,
        override_reason=contact.override_reason.strip(),
        recorded_at=now,
        recorded_by=by,
    )
    tell_of_override(case, key=str(plan.pk), by=by, now=now)
    return plan


def _strategy_of(case: DriveCase, contact: NewContact) -> ContactStrategy | None:
    if contact.planning is ContactPlanning.EMERGENCY and not contact.override_reason.strip():
        raise NoAgreedStrategy(
            "Write why it could not wait: the service manager and the IDVA lead read it.",
            field="override_reason",
        )
    if contact.planning is not ContactPlanning.PLANNED:
        return None
    strategy = usable_on(case, contact.happened_on)
    standing = standing_of(strategy)
    if strategy is None or standing is None or not standing.has_voice:
        raise NoAgreedStrategy(
            "No contact strategy was agreed and in date on that day, with what the "
            "victim-survivor knows of Drive. If the contact was not planned, choose “Not planned”: "
            "it is always recorded. If it was planned because it could not wait, choose the "
            "emergency and give the reason.",
            field="planning",
        )
    return strategy


@transaction.atomic
def record_contacts(
    *, case: DriveCase, contacts: Sequence[NewContact], by: User, now: datetime
) -> list[SuContact]:
    """Record many contacts at once, as from a past record."""
    for contact in contacts:
        check_day(contact.happened_on, now=now)
    rows = [_row(case, contact, None, by=by, now=now) for contact in contacts]
    SuContact.objects.bulk_create(rows)
    tell_of_contacts(case, rows, by=by, now=now)
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
        planning=contact.planning or "",
        place=contact.place or "",
        others_present=contact.others_present,
        next_step=contact.next_step,
        override_reason=contact.override_reason.strip(),
        plan=contact.plan,
        note=note,
        reconstructed=contact.reconstructed,
        recorded_at=now,
        recorded_by=by,
    )
    if contact.key is not None:
        row.id = contact.key
    return row
