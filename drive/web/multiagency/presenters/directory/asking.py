"""Whom to ring, in words: big, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.directory import ContactRole
from drive.web.design_system.presenters import label
from drive.web.multiagency.presenters.directory.linking import (
    agency_link,
    email_link,
    nobody,
    reached_by,
    telephone_link,
)
from drive.web.multiagency.queries.directory.asking import Answer
from drive.web.organisations.models import Agency, Site
from drive.web.organisations.queries import ToRing


def answers(found: Iterable[Answer], names_site: bool) -> list[dict[str, Any]]:
    """Return the answers to what was typed, with the site where there are several."""
    return [
        ringing(each.to_ring) | {"site": each.to_ring.agency.site.name if names_site else ""}
        for each in found
    ]


def ringing(found: ToRing) -> dict[str, Any]:
    """Return whom to ring, how, and why it is not the one whom one expected."""
    contact = found.contact
    about: dict[str, Any] = {"agency": agency_link(found.agency), "reasons": found.reasons}
    if contact is None:
        return about | {"name": ""}
    role = label(ContactRole(contact.role))
    return about | {
        "name": contact.name,
        "role": f"{role}, {contact.job}" if contact.job else role,
        "team": contact.team.name if contact.team else "",
        "telephone": telephone_link(contact.telephone) if contact.telephone else "",
        "email": email_link(contact.email) if contact.email else "",
        "hours": contact.hours,
    }


def site_sections(
    sites: Iterable[Site], agencies: Iterable[Agency], rings: Mapping[UUID, ToRing]
) -> list[dict[str, Any]]:
    """Return each site with the table of its agencies and whoever is to be rung there."""
    of_site: dict[UUID, list[Agency]] = {}
    for agency in agencies:
        of_site.setdefault(agency.site_id, []).append(agency)
    return [
        {
            "site": site,
            "table": {
                "caption": gettext("Agencies of %(site)s") % {"site": site.name},
                "head": [
                    gettext("Agency"),
                    gettext("Ring now"),
                    gettext("How"),
                    gettext("Kind"),
                ],
                "rows": [_row(each, rings[each.pk]) for each in of_site.get(site.pk, [])],
                "first_cell_is_header": True,
            },
        }
        for site in sites
    ]


def _row(agency: Agency, found: ToRing) -> list[dict[str, Any]]:
    elsewhere = found.agency.pk != agency.pk
    who = found.contact.name if found.contact else nobody()
    return [
        {"html": agency_link(agency)},
        {"text": f"{who} ({found.agency.name})" if elsewhere else who},
        {"html": reached_by(found.contact)} if found.contact else {"text": ""},
        {"text": label(AgencyType(agency.kind))},
    ]
