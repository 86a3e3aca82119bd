"""Who is to be asked in an agency on a day: what pages and requests go by.

`whom_to_ring` and `rungs_of` read the directory of a site anew. Whoever asks for many agencies
reads it once with `site_book` and hands it in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from drive.vocabulary.directory import ContactRole
from drive.web.organisations import rules
from drive.web.organisations.models import (
    Absence,
    Agency,
    AgencyContact,
    Rung,
    Site,
    Succession,
)
from drive.web.organisations.rules import Away, Became, Book, Ring, Somebody


@dataclass(frozen=True, kw_only=True)
class SiteBook:
    """The directory of a site on a day, read from the tables.

    A contact whose telephone changed has several rows and stays one person: `person` leads from
    any of the rows to the key of the first, and `row` from there to the row that holds on the day.
    """

    day: date
    entries: Book
    person: Mapping[UUID, UUID]
    row: Mapping[UUID, AgencyContact]
    agencies: Mapping[UUID, Agency]
    waits: Mapping[tuple[UUID, ContactRole], int]


@dataclass(frozen=True, kw_only=True)
class ToRing:
    """Whom to ring, at which agency and rung, and why in sentences; `contact` None is nobody."""

    agency: Agency
    contact: AgencyContact | None
    role: ContactRole | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RungNow:
    """A rung of the ladder on a day: who fills it, and how many working days one waits there.

    A rung that nobody fills has no `contact` and is passed over; `reasons` say why.
    """

    role: ContactRole
    contact: AgencyContact | None
    wait_days: int
    reasons: tuple[str, ...]


def whom_to_ring(
    agency: Agency,
    day: date,
    role: ContactRole = ContactRole.PRACTITIONER,
    *,
    asked: AgencyContact | None = None,
    book: SiteBook | None = None,
) -> ToRing:
    """Return who is to be asked on a day: at that rung, or at the next one that somebody fills.

    Parameters
    ----------
    asked : AgencyContact, optional
        Who was asked before: asked again if they are there, else whoever covers or does it now.
    book : SiteBook, optional
        The directory of the site on that day, where it was read already.
    """
    book = book or site_book(agency.site, day)
    person = book.person.get(asked.pk) if asked else None
    found = rules.ring(book.entries, agency.pk, day=day, role=role, asked=person)
    return _to_ring(found, book)


def rungs_of(agency: Agency, day: date, *, book: SiteBook | None = None) -> list[RungNow]:
    """Return the ladder of an agency on a day, from the bottom to the top."""
    book = book or site_book(agency.site, day)
    found = [
        (role, rules.at_rung(book.entries, agency.pk, day=day, role=role)) for role in rules.LADDER
    ]
    return [
        RungNow(
            role=role,
            contact=_to_ring(rung, book).contact,
            wait_days=book.waits.get((rung.agency, role), rules.USUAL_WAIT),
            reasons=rung.reasons,
        )
        for role, rung in found
    ]


def _to_ring(found: Ring, book: SiteBook) -> ToRing:
    return ToRing(
        agency=book.agencies[found.agency],
        contact=book.row[found.key] if found.key else None,
        role=found.role,
        reasons=found.reasons,
    )


def site_book(site: Site, day: date) -> SiteBook:
    """Return the directory of a site on a day."""
    contacts = AgencyContact.objects.filter(agency__site=site).select_related("agency", "team")
    person, row = _people(contacts, day)
    agencies = {each.pk: each for each in Agency.objects.filter(site=site).select_related("site")}
    rungs = _latest(Rung.objects.filter(agency__site=site).order_by("recorded_at"))
    absences = Absence.objects.filter(contact__agency__site=site, taken_back_at=None)
    entries = Book(
        people=_somebodies(row, _absences(absences, person)),
        agencies={key: agency.name for key, agency in agencies.items()},
        became=became_of(site),
        named={at: person[each.contact_id] for at, each in rungs.items() if each.contact_id},
    )
    waits = {at: each.wait_days for at, each in rungs.items()}
    return SiteBook(
        day=day, entries=entries, person=person, row=row, agencies=agencies, waits=waits
    )


def became_of(site: Site) -> dict[UUID, Became]:
    """Return which agencies of a site became others, and when."""
    rows = Succession.objects.filter(before__site=site, taken_back_at=None)
    return {each.before_id: Became(after=each.after_id, on=each.on) for each in rows}


def _people(
    contacts: Iterable[AgencyContact], day: date
) -> tuple[dict[UUID, UUID], dict[UUID, AgencyContact]]:
    """Return by row the person, and by person the row that holds on the day.

    Where none holds yet it is the first that will.
    """
    by_key = {each.pk: each for each in contacts}
    person = {key: _first_of(each, by_key) for key, each in by_key.items()}
    row: dict[UUID, AgencyContact] = {}
    ordered = sorted(by_key.values(), key=lambda each: (each.starts_on, each.recorded_at))
    for each in ordered:
        if each.starts_on <= day or person[each.pk] not in row:
            row[person[each.pk]] = each
    return person, row


def _first_of(contact: AgencyContact, by_key: Mapping[UUID, AgencyContact]) -> UUID:
    while contact.supersedes_id:
        contact = by_key[contact.supersedes_id]
    return contact.pk


def _absences(absences: Iterable[Absence], person: Mapping[UUID, UUID]) -> dict[UUID, list[Away]]:
    found: dict[UUID, list[Away]] = defaultdict(list)
    for each in absences:
        cover = person[each.cover_id] if each.cover_id else None
        away = Away(starts_on=each.starts_on, ends_on=each.ends_on, cover=cover)
        found[person[each.contact_id]].append(away)
    return found


def _somebodies(
    row: Mapping[UUID, AgencyContact], away: Mapping[UUID, list[Away]]
) -> dict[UUID, Somebody]:
    return {
        key: Somebody(
            key=key,
            agency=each.agency_id,
            role=ContactRole(each.role),
            name=each.name,
            starts_on=each.starts_on,
            ends_on=each.ends_on,
            team=each.team_id,
            away=tuple(away.get(key, ())),
        )
        for key, each in row.items()
    }


def _latest(rungs: Iterable[Rung]) -> dict[tuple[UUID, ContactRole], Rung]:
    return {(each.agency_id, ContactRole(each.role)): each for each in rungs}
