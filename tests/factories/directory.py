"""A directory, through the real actions. Its contacts are desks, never persons."""

from __future__ import annotations

from datetime import date
from typing import Any

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.directory import (
    ArmsCovered,
    ContactRole,
    LawfulBasis,
    ProvisionKind,
    ProvisionState,
    SharedField,
)
from drive.web.accounts.models import User
from drive.web.multiagency.actions import directory as actions
from drive.web.organisations.models import (
    Absence,
    Agency,
    AgencyContact,
    Provision,
    SharingAgreement,
    Site,
)
from tests.cast import NOW, Cast

SINCE = date(2017, 1, 2)


def listed(
    cast: Cast,
    name: str = "Essex Police",
    kind: AgencyType = AgencyType.POLICE,
    *,
    site: Site | None = None,
) -> Agency:
    """Add an agency."""
    new = actions.NewAgency(site=site or cast.essex, kind=kind, name=name)
    return actions.add_listed_agency(new=new, by=cast.administrator, now=NOW)


def desk(
    by: User,
    agency: Agency,
    name: str = "Duty desk",
    role: ContactRole = ContactRole.PRACTITIONER,
    **about: Any,
) -> AgencyContact:
    """Add a contact."""
    usual = {"telephone": "01632 960001", "starts_on": SINCE}
    new = actions.NewContact(role=role, name=name, **{**usual, **about})
    return actions.add_contact(agency=agency, new=new, by=by, now=NOW)


def away(
    by: User,
    contact: AgencyContact,
    starts_on: date,
    ends_on: date | None = None,
    *,
    cover: AgencyContact | None = None,
) -> Absence:
    """Say that somebody is away."""
    new = actions.NewAbsence(starts_on=starts_on, ends_on=ends_on, cover=cover)
    return actions.record_absence(contact=contact, new=new, by=by, now=NOW)


def agreed(by: User, *parties: Agency, **about: Any) -> SharingAgreement:
    """Add an agreement that is live for both arms."""
    usual: dict[str, Any] = {
        "name": "Agreement with the police",
        "fields": [SharedField.INCIDENTS, SharedField.RISK],
        "arms": ArmsCovered.BOTH,
        "basis": LawfulBasis.CRIME_AND_DISORDER,
        "began_on": date(2016, 4, 4),
        "signed_on": date(2016, 8, 1),
        "live_on": date(2016, 8, 15),
    }
    new = actions.NewAgreement(parties=parties, **{**usual, **about})
    return actions.add_agreement(site=parties[0].site, new=new, by=by, now=NOW)


def service(by: User, site: Site, **about: Any) -> Provision:
    """Record a local service that has a waiting list."""
    usual: dict[str, Any] = {
        "kind": ProvisionKind.SUBSTANCE,
        "name": "Alcohol service",
        "state": ProvisionState.WAITING,
        "waiting_weeks": 6,
        "threshold": "Adults who ask for it themselves.",
        "found_on": date(2017, 5, 2),
    }
    new = actions.NewProvision(**{**usual, **about})
    return actions.record_provision(site=site, new=new, by=by, now=NOW)
