"""How far into the directories somebody reaches.

The tables of the directory lie below the roles, so they cannot say themselves who reaches them:
each leads to a site, and the roles say which sites.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Model, QuerySet

from drive.web.accounts.models import User
from drive.web.accounts.roles import ACTS, READS, Compartment, Reach, Role
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

VIEW, KEEP = "multiagency.view_directory", "multiagency.keep_directory"

_TO_SITE: dict[type[Model], str] = {
    Agency: "site",
    Team: "agency__site",
    AgencyContact: "agency__site",
    Absence: "contact__agency__site",
    Succession: "before__site",
    SharingAgreement: "site",
    Provision: "site",
}


def sites_in_reach(actor: User, permission: str = VIEW) -> QuerySet[Site]:
    """Return the sites whose directory somebody may see, or keep."""
    holdings = [each for each in actor.holdings if permission in ACTS[Role(each.role)]]
    reaches = [READS[Role(each.role)].get(Compartment.DIRECTORY) for each in holdings]
    if not actor.is_active:
        return Site.objects.none()
    if Reach.ALL in reaches:
        return Site.objects.all()
    return Site.objects.filter(pk__in=[each.site_id for each in holdings if each.site_id])


def rows_in_reach(actor: User, model: type[Model], permission: str = VIEW) -> QuerySet[Any]:
    """Return the rows of a table of the directory that somebody may see, or change."""
    within = {f"{_TO_SITE[model]}__in": sites_in_reach(actor, permission)}
    return model._default_manager.filter(**within)
