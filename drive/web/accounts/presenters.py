"""Words and component parameters of the administrator's pages."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext, gettext_lazy

from drive.vocabulary.agencies import AgencyType
from drive.web.accounts.models import RoleHolding, User
from drive.web.accounts.roles import ACTS, READS, Role
from drive.web.design_system.presenters import label, summary_row, table_rows
from drive.web.organisations.models import Agency, Site


def where(holding: RoleHolding) -> str:
    """Return where a role is held."""
    if holding.agency:
        return holding.agency.name
    return holding.site.name if holding.site else gettext("Everywhere")


def link(text: str, address: str) -> Any:
    """Return a link for a table cell."""
    return format_html('<a class="govuk-link" href="{}">{}</a>', address, text)


def users_table(users: Iterable[User]) -> dict[str, Any]:
    """Return the table of users."""
    rows = [
        [
            link(user.name, reverse("accounts:user", args=[user.pk])),
            user.username,
            "; ".join(f"{label(Role(each.role))}, {where(each)}" for each in user.holdings)
            or gettext("No role"),
            gettext("Can sign in") if user.is_active else gettext("Access ended"),
        ]
        for user in users
    ]
    return {
        "caption": gettext("Users"),
        "hide_caption": True,
        "head": [gettext("Name"), gettext("Sign-in name"), gettext("Roles"), gettext("Access")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def user_rows(user: User) -> list[dict[str, Any]]:
    """Return the summary of one user."""
    return [
        summary_row(gettext("Sign-in name"), user.username),
        summary_row(gettext("Work e-mail"), user.email or gettext("Not recorded")),
        summary_row(
            gettext("Access"),
            gettext("Can sign in") if user.is_active else gettext("Access ended"),
        ),
    ]


def roles_table(holdings: Iterable[RoleHolding]) -> dict[str, Any]:
    """Return the table of one user's roles."""
    rows = [[label(Role(each.role)), where(each), each.recorded_at] for each in holdings]
    return {
        "caption": gettext("Roles held now"),
        "head": [gettext("Role"), gettext("Where"), gettext("Since")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def roles_page() -> list[dict[str, Any]]:
    """Return every role with what it may see and do: the one page of `roles.py`, in words."""
    return [
        {
            "name": label(role),
            "sees": [
                f"{label(compartment)}: {label_of_reach(reach)}"
                for compartment, reach in READS[role].items()
            ],
            "may": sorted(ACTS[role]),
        }
        for role in Role
    ]


REACHES = {
    1: gettext_lazy("one's own"),
    2: gettext_lazy("of one's own agency"),
    3: gettext_lazy("of one's own sites"),
    4: gettext_lazy("everything"),
}


def label_of_reach(reach: int) -> str:
    """Return how far, in words."""
    return str(REACHES[reach])


def site_sections(sites: Iterable[Site], agencies: Iterable[Agency]) -> list[dict[str, Any]]:
    """Return each site with the table of its agencies."""
    by_site: dict[Any, list[Agency]] = {}
    for agency in agencies:
        by_site.setdefault(agency.site_id, []).append(agency)
    return [
        {
            "name": site.name,
            "code": site.code,
            "police_force": site.police_force or gettext("Not recorded"),
            "add": reverse("accounts:add_agency", args=[site.pk]),
            "table": {
                "caption": gettext("Agencies of %(site)s") % {"site": site.name},
                "head": [gettext("Agency"), gettext("Kind")],
                "rows": table_rows(
                    [each.name, label(AgencyType(each.kind))] for each in by_site.get(site.pk, [])
                ),
                "first_cell_is_header": True,
            },
        }
        for site in sites
    ]
