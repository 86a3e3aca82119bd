"""That somebody is away, and who covers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.dates import in_words
from drive.web.multiagency.actions.directory.locking import lock_agency
from drive.web.organisations.exceptions import InACircle, NotThere, Overlapping
from drive.web.organisations.models import Absence, AgencyContact
from drive.web.organisations.queries import SiteBook, latest_row, site_book
from drive.web.organisations.rules import (
    Away,
    check_days,
    covers_in_a_circle,
    first_overlapping,
    within,
)


@dataclass(frozen=True, kw_only=True)
class NewAbsence:
    """From which to which day, and who covers; without an end it is not known for how long."""

    starts_on: date
    ends_on: date | None = None
    cover: AgencyContact | None = None


@transaction.atomic
def record_absence(*, contact: AgencyContact, new: NewAbsence, by: User, now: datetime) -> Absence:
    """Say that somebody is away."""
    made = _recorded(contact, new, by=by, now=now)
    record_change("multiagency.record_absence", made, by=by, now=now)
    return made


@transaction.atomic
def change_absence(*, absence: Absence, new: NewAbsence, by: User, now: datetime) -> Absence:
    """Say that somebody is away on other days, or that somebody else covers."""
    _taken_back(absence, by=by, now=now)
    made = _recorded(absence.contact, new, by=by, now=now)
    record_change("multiagency.change_absence", absence, made, by=by, now=now)
    return made


@transaction.atomic
def take_back_absence(*, absence: Absence, by: User, now: datetime) -> Absence:
    """Say that somebody is not away after all."""
    _taken_back(absence, by=by, now=now)
    record_change("multiagency.take_back_absence", absence, by=by, now=now)
    return absence


def _taken_back(absence: Absence, *, by: User, now: datetime) -> None:
    lock_agency(absence.contact.agency)
    absence.refresh_from_db()
    if absence.taken_back_at is not None:
        raise NotThere("Somebody has changed this absence meanwhile. Look at the agency again.")
    absence.taken_back_at, absence.taken_back_by = now, by
    absence.save(update_fields=["taken_back_at", "taken_back_by"])


def _recorded(contact: AgencyContact, new: NewAbsence, *, by: User, now: datetime) -> Absence:
    agency = lock_agency(contact.agency)
    latest = latest_row(contact)
    check_days({"starts_on": new.starts_on, "ends_on": new.ends_on})
    if latest.ends_on and latest.ends_on < new.starts_on:
        raise NotThere(f"{latest.name} left on {in_words(latest.ends_on)}.", field="starts_on")
    book = site_book(agency.site, new.starts_on)
    _check_free(book, latest, new)
    _check_cover(book, latest, new)
    return Absence.objects.create(
        contact=latest,
        starts_on=new.starts_on,
        ends_on=new.ends_on,
        cover=new.cover,
        recorded_at=now,
        recorded_by=by,
    )


def _check_free(book: SiteBook, contact: AgencyContact, new: NewAbsence) -> None:
    person = book.entries.people[book.person[contact.pk]]
    wanted = Away(starts_on=new.starts_on, ends_on=new.ends_on)
    other = first_overlapping(wanted, person.away)
    if other:
        until = f"until {in_words(other.ends_on)}" if other.ends_on else "until further notice"
        raise Overlapping(
            f"{contact.name} is away from {in_words(other.starts_on)} {until} already.",
            field="starts_on",
        )


def _check_cover(book: SiteBook, contact: AgencyContact, new: NewAbsence) -> None:
    if new.cover is None:
        return
    who, cover = book.person[contact.pk], book.person[new.cover.pk]
    if who == cover:
        raise InACircle(f"{contact.name} is the one who is away.", field="cover")
    row = latest_row(new.cover)
    last = new.ends_on or new.starts_on
    if not within(new.starts_on, book.entries.people[cover].starts_on, row.ends_on):
        raise NotThere(f"{row.name} is not there on {in_words(new.starts_on)}.", field="cover")
    if row.ends_on and row.ends_on < last:
        raise NotThere(f"{row.name} is there until {in_words(row.ends_on)} alone.", field="cover")
    away = Away(starts_on=new.starts_on, ends_on=new.ends_on, cover=cover)
    absences = {key: each.away for key, each in book.entries.people.items()}
    circle = covers_in_a_circle(absences, who=who, away=away)
    if circle:
        names = ", then ".join(book.row[key].name for key in circle)
        raise InACircle(
            f"{contact.name} would be covered by {names}, and they by {contact.name} on the same "
            "days. Choose somebody else.",
            field="cover",
        )
