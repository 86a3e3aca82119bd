"""A directory for each of two sites: an agency that became another, its desk, and what is kept."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.directory import ContactRole
from drive.web.multiagency.actions import directory as actions
from drive.web.organisations.models import (
    Absence,
    Agency,
    AgencyContact,
    Provision,
    SharingAgreement,
    Site,
    Succession,
    Team,
)
from tests.cast import NOW, Cast
from tests.factories.directory import SINCE, agreed, away, desk, listed, service

DIRECTED = "Police of the directory"


def directed(cast: Cast) -> None:
    """Make it all; each canary names the site."""
    for site, by in (
        (cast.essex, cast.service_manager),
        (cast.west_sussex, cast.west_sussex_service_manager),
    ):
        police = listed(cast, DIRECTED, site=site)
        before = listed(cast, "Police before", AgencyType.POLICE, site=site)
        new = actions.NewSuccession(after=police, on=SINCE)
        actions.record_succession(agency=before, new=new, by=by, now=NOW)
        team = actions.add_team(
            agency=police, name=f"Deskteam{site.code}", starts_on=SINCE, by=by, now=NOW
        )
        contact = desk(by, police, f"Deskname{site.code}", team=team)
        cover = desk(by, police, f"Deskcover{site.code}", ContactRole.MANAGER)
        away(by, contact, SINCE, cover=cover)
        actions.add_standing(agency=police, text=f"goodtoknow{site.code}", by=by, now=NOW)
        agreed(by, police, name=f"Agreedwith{site.code}")
        service(by, site, name=f"Servedby{site.code}", threshold=f"threshold{site.code}")


def of_directory(site: Site) -> dict[str, UUID]:
    """Return the keys of what is in the directory of a site, as addresses call them."""
    police = Agency.objects.get(site=site, name=DIRECTED)
    found: dict[str, Any] = {
        "agency_id": police,
        "succession_id": Succession.objects.get(after=police),
        "team_id": Team.objects.get(agency=police),
        "contact_id": AgencyContact.objects.get(agency=police, role=ContactRole.PRACTITIONER),
        "absence_id": Absence.objects.get(contact__agency=police),
        "agreement_id": SharingAgreement.objects.get(site=site),
        "provision_id": Provision.objects.get(site=site),
    }
    return {name: row.pk for name, row in found.items()}
