"""What happened on a case, in order, and what the audit says of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.timezone import localtime
from django.utils.translation import gettext, gettext_noop

from drive.vocabulary.casework import (
    AssessmentPoint,
    CaseState,
    Channel,
    ClosureReason,
    ContactType,
    NonContactReason,
)
from drive.web.accounts.models import User
from drive.web.assessments.models import Assessment
from drive.web.audit.models import Event, EventKind
from drive.web.casework.models import Capacity, DriveCase
from drive.web.casework.presenters import work_in_words
from drive.web.casework.queries import contacts_with, notes_on, reasons_on, text_of
from drive.web.design_system.presenters import label, time_in_words

Item = dict[str, Any]


def timeline(case: DriveCase, actor: User) -> list[Item]:
    """Return what happened, the newest first."""
    items = [
        *_steps(case),
        *_holding(case),
        *_contacts(case, actor),
        *_notes(case, actor),
        *_reasons(case, actor),
        *_assessments(case, actor),
        *_closure(case),
    ]
    in_order = sorted(
        enumerate(items), key=lambda one: (one[1]["on"], one[1]["recorded_at"], one[0])
    )
    return [item for _, item in reversed(in_order)]


def _item(what: str, *, on: date, by: User, at: datetime, text: str = "") -> Item:
    return {"label": what, "on": on, "byline": by.name, "recorded_at": at, "text": text}


def _steps(case: DriveCase) -> Iterable[Item]:
    for step in case.state_changes.select_related("recorded_by"):
        what = gettext("Now: %s") % label(CaseState(step.state))
        yield _item(what, on=step.happened_on, by=step.recorded_by, at=step.recorded_at)


def _holding(case: DriveCase) -> Iterable[Item]:
    for given in case.assignments.select_related("recorded_by", "user"):
        what = gettext("%s named") % label(Capacity(given.capacity))
        yield _item(
            what,
            on=case.opened_on
            if given.recorded_at == case.recorded_at
            else localtime(given.recorded_at).date(),
            by=given.recorded_by,
            at=given.recorded_at,
            text=given.user.name,
        )


def _contacts(case: DriveCase, actor: User) -> Iterable[Item]:
    for contact in contacts_with(case, actor).select_related("note"):
        outcome = gettext("Contact") if contact.successful else gettext("Contact attempted")
        yield _item(
            f"{outcome}: {label(ContactType(contact.contact_type))}",
            on=contact.happened_on,
            by=contact.recorded_by,
            at=contact.recorded_at,
            text=text_of(contact.note) if contact.note else "",
        )


def _notes(case: DriveCase, actor: User) -> Iterable[Item]:
    for note in notes_on(case, actor).filter(contacts=None):
        yield _item(
            gettext("Note: %s") % label(Channel(note.channel)),
            on=note.happened_on,
            by=note.recorded_by,
            at=note.recorded_at,
            text=text_of(note) or work_in_words(note),
        )


def _reasons(case: DriveCase, actor: User) -> Iterable[Item]:
    for record in reasons_on(case, actor):
        yield _item(
            gettext("No contact, at %s") % label(AssessmentPoint(record.point)).lower(),
            on=localtime(record.recorded_at).date(),
            by=record.recorded_by,
            at=record.recorded_at,
            text=label(NonContactReason(record.reason)),
        )


def _assessments(case: DriveCase, actor: User) -> Iterable[Item]:
    made = Assessment.objects.visible_to(actor).filter(drive_case=case)
    for assessment in made.select_related("recorded_by"):
        yield _item(
            gettext("Assessment: %s") % label(AssessmentPoint(assessment.point)),
            on=assessment.assessed_on,
            by=assessment.recorded_by,
            at=assessment.recorded_at,
        )


def _closure(case: DriveCase) -> Iterable[Item]:
    closure = getattr(case, "closure", None)
    if closure:
        yield _item(
            gettext("Reason for closing"),
            on=closure.closed_on,
            by=closure.recorded_by,
            at=closure.recorded_at,
            text=label(ClosureReason(closure.reason)),
        )


_CHANGES = {
    "casework.open_case": gettext_noop("Case opened"),
    "casework.assign": gettext_noop("Handed over"),
    "casework.move_to": gettext_noop("Step taken"),
    "casework.add_note": gettext_noop("Note added"),
    "casework.add_notes": gettext_noop("Notes loaded"),
    "casework.record_contact": gettext_noop("Contact recorded"),
    "casework.record_contacts": gettext_noop("Contacts loaded"),
    "casework.record_non_contact": gettext_noop("Reason for no contact recorded"),
    "casework.close": gettext_noop("Case closed"),
    "assessments.submit": gettext_noop("Assessment submitted"),
}
_READS = {
    "home.view": gettext_noop("Shown on the home page"),
    "casework.view_cases": gettext_noop("Shown in the list of cases"),
    "case_record.look_up": gettext_noop("Found by a search"),
    "casework.view_case": gettext_noop("Overview"),
    "casework.view_record": gettext_noop("The case manager's record"),
    "casework.write_note": gettext_noop("Page for a note"),
    "casework.record_contact": gettext_noop("Page for a contact"),
    "casework.record_non_contact": gettext_noop("Page for a reason"),
    "casework.move_case": gettext_noop("Page for a step"),
    "casework.assign": gettext_noop("Page for handing over"),
    "assessments.view": gettext_noop("Assessments"),
    "assessments.fill": gettext_noop("Page of an assessment"),
    "case_record.view_history": gettext_noop("History"),
    "case_record.prepare_closing": gettext_noop("Page for closing"),
    "case_record.keep_out": gettext_noop("Page for keeping somebody out"),
}


def _what(event: Event) -> str:
    words = _READS if event.kind == EventKind.READ else _CHANGES
    return gettext(words[event.action]) if event.action in words else event.action


def history_rows(events: Iterable[Event], names: Mapping[UUID, str]) -> list[list[dict[str, Any]]]:
    """Return the rows of who did and who saw what on a case."""
    return [
        [
            {"text": time_in_words(event.happened_at)},
            {
                "text": names.get(event.actor_id, gettext("Nobody"))
                if event.actor_id
                else gettext("Nobody")
            },
            {"text": label(EventKind(event.kind))},
            {"text": _what(event)},
            {"text": event.fields},
        ]
        for event in events
    ]
