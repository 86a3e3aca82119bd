"""The sites, agencies with desks, and demonstration users: made where they are not there yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from drive.vocabulary.agencies import AgencyType
from drive.web.accounts.actions import add_user, grant_role
from drive.web.accounts.models import User
from drive.web.allocation.actions import Chosen, activate, set_design
from drive.web.allocation.models import DesignPeriod, Trial
from drive.web.organisations.actions import add_agency, add_site, label_for_study
from drive.web.organisations.models import Agency, Site
from drive.web.pilot.actions.directory import add_desks
from drive.web.pilot.actions.loading import Loading
from drive.web.pilot.rules.keys import key_of
from drive.web.pilot.rules.people import (
    AGENCIES,
    PASSWORD,
    SITES,
    Member,
    PilotSite,
    members,
)

RATIO = (1, 8)
"""One in nine to Drive, as it came out in the first year (198 of 1,772)."""

RATIO_FROM = date(2017, 4, 1)
"""After the last hearing of the first year: what is imported from then on can be drawn."""


def set_up(loading: Loading, *, study_labels: dict[str, str]) -> Loading:
    """Return the load with its sites, Maracs and users; agencies have desks in the directory."""
    sites = {site.code: _site(site, study_labels[site.code], loading) for site in SITES}
    agencies = {
        (site.code, kind): _agency(site, kind, sites[site.code], loading)
        for site in SITES
        for kind in AGENCIES
    }
    users = {each.username: _user(each, sites, agencies, loading) for each in members()}
    maracs = {
        agency.name: agency for (_, kind), agency in agencies.items() if kind is AgencyType.MARAC
    }
    for site in sites.values():
        _ratio(site, loading)
    add_desks(agencies, loading)
    return replace(loading, sites=sites, maracs=maracs, users=users)


def _site(wanted: PilotSite, study_label: str, loading: Loading) -> Site:
    site = Site.objects.filter(code=wanted.code).first() or add_site(
        code=wanted.code,
        name=wanted.name,
        police_force=wanted.police_force,
        by=loading.by,
        now=loading.now,
    )
    label_for_study(site=site, label=study_label, by=loading.by, now=loading.now)
    return site


def _agency(wanted: PilotSite, kind: AgencyType, site: Site, loading: Loading) -> Agency:
    name = AGENCIES[kind].format(site=wanted.name, force=wanted.police_force)
    there = Agency.objects.filter(site=site, name=name).select_related("site").first()
    return there or add_agency(site=site, kind=kind, name=name, by=loading.by, now=loading.now)


def _user(
    member: Member,
    sites: dict[str, Site],
    agencies: dict[tuple[str, AgencyType], Agency],
    loading: Loading,
) -> User:
    user = User.objects.filter(username=member.username).first() or add_user(
        username=member.username,
        name=member.name,
        password=PASSWORD,
        by=loading.by,
        now=loading.now,
    )
    grant_role(
        user=user,
        role=member.role,
        site=sites.get(member.site),
        agency=agencies[member.site, member.agency] if member.agency else None,
        by=loading.by,
        now=loading.now,
    )
    return User.objects.get(pk=user.pk)


def _ratio(site: Site, loading: Loading) -> None:
    if DesignPeriod.objects.filter(site=site).exists():
        return
    if not Trial.objects.filter(closed_at=None).exists():
        activate(by=loading.by, now=loading.now)
    set_design(
        site=site,
        starts_on=RATIO_FROM,
        chosen=Chosen(ratio=RATIO),
        by=loading.by,
        now=loading.now,
        key=key_of(f"{site.code}-ratio"),
    )
