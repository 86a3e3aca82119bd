"""The places of the sites as tables and sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from drive.randomisation.places import Caseload, Preview
from drive.vocabulary.allocation import AllocationMethod
from drive.web.allocation.models import DesignPeriod, SitePlaces
from drive.web.design_system.presenters import date_in_words, label
from drive.web.monitoring.presenters import Cell, heading, number, text
from drive.web.monitoring.rules.places import Team, numbered
from drive.web.organisations.models import Site


def without_names(team: Team) -> Team:
    """Return the team with numbers in the place of names."""
    return Team(
        case_managers=numbered(team.case_managers, _("Case manager")),
        idvas=numbered(team.idvas, _("IDVA")),
        limits=team.limits,
    )


def sites_table(lines: Iterable[tuple[Site, Team, Preview]]) -> dict[str, Any]:
    """Return a row for each site: open cases, places, draws expected, and what follows."""
    return {
        "caption": _("Places of the sites"),
        "head": [
            _("Site"),
            heading(_("Case managers")),
            heading(_("Open cases")),
            heading(_("Places free in the next month")),
            heading(_("Draws expected")),
            _("The next month"),
        ],
        "first_cell_is_header": True,
        "rows": [_site(*line) for line in lines],
    }


def _site(site: Site, team: Team, found: Preview) -> list[Cell]:
    address = reverse("monitoring:site_places", args=[site.code])
    return [
        {"html": format_html('<a class="govuk-link" href="{}">{}</a>', address, site.name)},
        number(len(team.case_managers)),
        number(sum(each.open_cases for each in team.case_managers)),
        number(found.places),
        number(found.expected),
        text(found.in_words),
    ]


def workers_table(caption: str, workers: Sequence[Caseload], target: int) -> dict[str, Any]:
    """Return the case managers of a site, with the cases that end within the month."""
    return {
        "caption": caption,
        "head": [
            _("Who"),
            heading(_("Open cases")),
            heading(_("Planned to end within the month")),
            heading(_("Places free under the target of %(target)s") % {"target": target}),
        ],
        "first_cell_is_header": True,
        "rows": [
            [
                text(each.worker),
                number(each.open_cases),
                number(each.closing),
                number(max(0, target - each.open_cases + each.closing)),
            ]
            for each in workers
        ],
    }


def idvas_table(workers: Sequence[Caseload]) -> dict[str, Any]:
    """Return the Idvas of a site: of their cases nobody plans an end."""
    return {
        "caption": _("IDVAs"),
        "head": [_("Who"), heading(_("Open cases"))],
        "first_cell_is_header": True,
        "rows": [[text(each.worker), number(each.open_cases)] for each in workers],
    }


def warnings_of(team: Team, found: Preview) -> list[str]:
    """Return who is above the target, and who takes another case only with a reason."""
    told = list(found.warnings)
    if team.at_limit:
        told.append(
            _(
                "%(who)s: another case needs the service manager's authorisation, with a reason "
                "that is kept on the case."
            )
            % {"who": ", ".join(team.at_limit)}
        )
    return told


def in_force(period: DesignPeriod | None) -> str:
    """Return how perpetrators come to Drive at a site today."""
    if period is None:
        return _("No ratio is set for this site.")
    words = {
        "day": date_in_words(period.starts_on),
        "method": label(AllocationMethod(period.method)).lower(),
    }
    if not period.ratio:
        return _("In force since %(day)s: %(method)s.") % words
    shares = {"drive": period.ratio[0], "control": period.ratio[1]}
    return _("In force since %(day)s: %(drive)s Drive to %(control)s control.") % (words | shares)


def way_to_set(site: Site, found: Preview) -> str:
    """Return the address at which the ratio that was found may be set; empty without a ratio."""
    if found.ratio is None:
        return ""
    drive, control = found.ratio
    about = {"site": site.code, "drive_share": drive, "control_share": control}
    return f"{reverse('allocation:set_design')}?{urlencode(about)}"


def recorded_table(recorded: Iterable[SitePlaces]) -> dict[str, Any]:
    """Return the places as they were recorded, the newest first."""
    return {
        "caption": _("Places recorded"),
        "head": [_("Day"), heading(_("Places")), heading(_("Draws expected")), _("By")],
        "first_cell_is_header": True,
        "rows": [
            [
                text(date_in_words(each.on)),
                number(each.places),
                number(each.expected),
                text(each.recorded_by.name),
            ]
            for each in recorded
        ],
    }
