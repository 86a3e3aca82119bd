"""An agency as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from drive.web.organisations.models import (
    Absence,
    Agency,
    AgencyContact,
    SharingAgreement,
    Standing,
    Succession,
    Team,
)
from drive.web.organisations.queries import (
    RungNow,
    ToRing,
    current_agreements,
    rungs_of,
    site_book,
    whom_to_ring,
)


@dataclass(frozen=True, kw_only=True)
class Whole:
    """Everything of an agency: whom to ring, the ladder, and what is kept of it."""

    agency: Agency
    to_ring: ToRing
    rungs: list[RungNow]
    teams: list[Team]
    contacts: list[AgencyContact]
    absences: list[Absence]
    became: list[Succession]
    standings: list[Standing]
    agreements: list[SharingAgreement]


def whole_agency(agency: Agency, *, day: date) -> Whole:
    """Return everything of an agency on a day; absences that are over are left out."""
    book = site_book(agency.site, day)
    contacts = AgencyContact.objects.filter(agency=agency, superseded_by=None)
    absences = Absence.objects.filter(contact__agency=agency, taken_back_at=None)
    successions = Succession.objects.filter(taken_back_at=None).select_related("before", "after")
    standings = Standing.objects.filter(agency=agency).select_related("recorded_by")
    return Whole(
        agency=agency,
        to_ring=whom_to_ring(agency, day, book=book),
        rungs=rungs_of(agency, day, book=book),
        teams=list(Team.objects.filter(agency=agency)),
        contacts=list(contacts.select_related("team")),
        absences=list(absences.exclude(ends_on__lt=day).select_related("contact", "cover")),
        became=list(successions.filter(before=agency) | successions.filter(after=agency)),
        standings=list(standings),
        agreements=list(current_agreements(agency.site).filter(parties=agency)),
    )


def contacts_on(agency: Agency, day: date) -> list[AgencyContact]:
    """Return those of an agency who are there on a day or come later, as they stand."""
    rows = AgencyContact.objects.filter(agency=agency, superseded_by=None)
    return list(rows.exclude(ends_on__lt=day).select_related("team"))


def teams_on(agency: Agency, day: date) -> list[Team]:
    """Return the teams of an agency that have not ended by a day."""
    return list(Team.objects.filter(agency=agency).exclude(ends_on__lt=day))
