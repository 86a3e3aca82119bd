"""What happened on a case, in order: the entries of every room, filtered by whoever reads."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.utils.timezone import localtime
from django.utils.translation import gettext

from drive.vocabulary.casework import (
    AssessmentPoint,
    CaseState,
    Channel,
    ClosureReason,
    ContactType,
    NonContactReason,
)
from drive.vocabulary.timeline import TimelineKind
from drive.web.accounts.models import User
from drive.web.assessments.presenters.timeline import timeline_items as assessment_items
from drive.web.casework.models import Capacity, CaseNote, DriveCase
from drive.web.casework.presenters import work_in_words
from drive.web.casework.presenters.course import timeline_items as course_items
from drive.web.casework.presenters.documents import entries as documents
from drive.web.casework.presenters.timeline import Entry
from drive.web.casework.queries import contacts_with, notes_on, reasons_on, text_of
from drive.web.design_system.presenters import label
from drive.web.oversight.presenters import entries as oversight
from drive.web.registers.presenters.timeline import timeline_items as register_items
from drive.web.registers.queries.notes import notes_of_entries

Source = Callable[[DriveCase, User], Iterable[Entry]]


@dataclass(frozen=True, kw_only=True)
class Filter:
    """What of a timeline is to be shown."""

    kinds: Collection[TimelineKind] = field(default_factory=tuple)
    major_only: bool = False
    since: date | None = None
    until: date | None = None

    def shows(self, entry: Entry) -> bool:
        """Return whether an entry passes."""
        return (
            (not self.kinds or entry.kind in self.kinds)
            and (entry.major or not self.major_only)
            and (self.since is None or entry.on >= self.since)
            and (self.until is None or entry.on <= self.until)
        )


def timeline(case: DriveCase, actor: User, chosen: Filter | None = None) -> list[Entry]:
    """Return what happened, the newest first."""
    wanted = chosen or Filter()
    entries = [entry for source in SOURCES for entry in source(case, actor) if wanted.shows(entry)]
    in_order = sorted(enumerate(entries), key=lambda one: (one[1].on, one[1].at, one[0]))
    return [entry for _, entry in reversed(in_order)]


def items(
    entries: Iterable[Entry], *, pinned: Collection[UUID] = (), may_pin: bool = False
) -> list[dict[str, Any]]:
    """Return what the timeline component shows of some entries."""
    return [
        {
            "label": entry.what,
            "on": entry.on,
            "byline": entry.by.name,
            "text": entry.text(),
            "href": entry.href,
            "kind": entry.kind,
            "key": entry.key,
            "pinned": entry.key in pinned,
            "may_pin": may_pin,
            "victim_side": entry.victim_side,
        }
        for entry in entries
    ]


def _steps(case: DriveCase, actor: User) -> Iterable[Entry]:
    del actor  # whoever reaches the case may know where it stands
    for step in case.state_changes.select_related("recorded_by"):
        yield Entry(
            what=gettext("Now: %s") % label(CaseState(step.state)),
            kind=TimelineKind.CASE,
            on=step.happened_on,
            at=step.recorded_at,
            by=step.recorded_by,
            key=step.pk,
            major=True,
        )


def _holding(case: DriveCase, actor: User) -> Iterable[Entry]:
    del actor
    for given in case.assignments.select_related("recorded_by", "user"):
        at_opening = given.recorded_at == case.recorded_at
        yield Entry(
            what=gettext("%s named") % label(Capacity(given.capacity)),
            kind=TimelineKind.CASE,
            on=case.opened_on if at_opening else localtime(given.recorded_at).date(),
            at=given.recorded_at,
            by=given.recorded_by,
            key=given.pk,
            text=partial(str, given.user.name),
        )


def _contacts(case: DriveCase, actor: User) -> Iterable[Entry]:
    for contact in contacts_with(case, actor).select_related("note"):
        outcome = gettext("Contact") if contact.successful else gettext("Contact attempted")
        yield Entry(
            what=f"{outcome}: {label(ContactType(contact.contact_type))}",
            kind=TimelineKind.CONTACT,
            on=contact.happened_on,
            at=contact.recorded_at,
            by=contact.recorded_by,
            key=contact.pk,
            text=partial(text_of, contact.note) if contact.note else str,
            major=contact.successful,
        )


def _notes(case: DriveCase, actor: User) -> Iterable[Entry]:
    # An entry of a register speaks for the note that counts it as work.
    spoken_for = notes_of_entries(case, actor)
    for note in notes_on(case, actor).filter(contacts=None).exclude(pk__in=spoken_for):
        yield Entry(
            what=gettext("Note: %s") % label(Channel(note.channel)),
            kind=TimelineKind.NOTE,
            on=note.happened_on,
            at=note.recorded_at,
            by=note.recorded_by,
            key=note.pk,
            text=partial(_said, note),
            victim_side=bool(note.sealed_text),
        )


def _said(note: CaseNote) -> str:
    return text_of(note) or work_in_words(note)


def _reasons(case: DriveCase, actor: User) -> Iterable[Entry]:
    for record in reasons_on(case, actor):
        yield Entry(
            what=gettext("No contact, at %s") % label(AssessmentPoint(record.point)).lower(),
            kind=TimelineKind.NON_CONTACT,
            on=localtime(record.recorded_at).date(),
            at=record.recorded_at,
            by=record.recorded_by,
            key=record.pk,
            text=partial(label, NonContactReason(record.reason)),
        )


def _closure(case: DriveCase, actor: User) -> Iterable[Entry]:
    del actor
    closure = getattr(case, "closure", None)
    if closure:
        yield Entry(
            what=gettext("Reason for closing"),
            kind=TimelineKind.CASE,
            on=closure.closed_on,
            at=closure.recorded_at,
            by=closure.recorded_by,
            key=closure.pk,
            text=lambda: label(ClosureReason(closure.reason)),
            major=True,
        )


SOURCES: tuple[Source, ...] = (
    _steps,
    _holding,
    _contacts,
    _notes,
    documents,
    _reasons,
    assessment_items,
    register_items,
    oversight,
    course_items,
    _closure,
)
"""Every room's entries, in the order in which those of one moment happened."""
