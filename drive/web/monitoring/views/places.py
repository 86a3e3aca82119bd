"""The places of the sites, and the ratio that they allow."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from drive.randomisation.places import Preview
from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, may, page, seen
from drive.web.accounts.roles import Compartment
from drive.web.allocation.actions import record_places as record
from drive.web.core.clock import now, today
from drive.web.core.dates import add_months
from drive.web.core.exceptions import Refusal
from drive.web.monitoring.forms import PlacesForm, RecordPlacesForm
from drive.web.monitoring.presenters import places as words
from drive.web.monitoring.presenters import sections
from drive.web.monitoring.queries.places import (
    draws_of,
    periods_in_force,
    recorded_places,
    teams_of,
)
from drive.web.monitoring.queries.reach import sites_within
from drive.web.monitoring.rules.places import Assumed, Team, expected_a_month, preview_for
from drive.web.organisations.models import Site
from drive.web.recording.actions import once
from drive.web.recording.exceptions import AlreadySubmitted


@page("monitoring.view_places")
@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """Every site in reach with its open cases, its places and the draws to be expected."""
    actor = actor_of(request)
    sites = sites_within(actor, Compartment.PLACES)
    teams = teams_of(sites, until=add_months(today(), 1))
    draws = draws_of(sites, today=today())
    lines = []
    for site in sites:
        expected = expected_a_month(draws.get(site.pk, 0))
        lines.append(
            (site, teams[site.pk], preview_for(teams[site.pk], Assumed(expected=expected)))
        )
    context = {"sections": sections(actor, "places"), "sites": words.sites_table(lines)}
    return render(request, "monitoring/places.html", context)


@page("monitoring.view_places")
@require_safe
def site_places(request: HttpRequest, code: str) -> HttpResponse:
    """One site: who has how many cases, and what the ratio of the next month would be."""
    actor = actor_of(request)
    site = _site(actor, code)
    team = _team(actor, site)
    average = expected_a_month(draws_of([site], today=today()).get(site.pk, 0))
    form = PlacesForm(request.GET or None, initial={"expected": average, "idvas": False})
    found = _preview(form, team, average)
    recorded = recorded_places(site, actor)
    seen(request, recorded)
    context: dict[str, Any] = {
        "sections": sections(actor, "places"),
        "site": site,
        "form": form,
        "found": found,
        "warnings": words.warnings_of(team, found) if found else [],
        "managers": words.workers_table(_("Case managers"), team.case_managers, team.limits.target),
        "idvas": words.idvas_table(team.idvas),
        "in_force": words.in_force(periods_in_force([site], today=today()).get(site.pk)),
        "limit": team.limits.authorised,
        "recorded": words.recorded_table(recorded),
        **_next_steps(actor, site, found),
    }
    return render(request, "monitoring/site_places.html", context)


@page("monitoring.record_places")
@require_POST
def record_places(request: HttpRequest, code: str) -> HttpResponse:
    """Record the places and the draws expected, as a dated row."""
    actor = actor_of(request)
    site = _site(actor, code)
    form = RecordPlacesForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Go back, reload the page and try again"))
        return redirect("monitoring:site_places", site.code)
    about = {name: form.cleaned_data[name] for name in ("places", "expected")}
    moment = now()
    try:
        once(
            lambda: record(site=site, on=today(), by=actor, now=moment, **about),
            key=form.cleaned_data["key"],
            form="monitoring.record_places",
            by=actor,
            now=moment,
        )
    except AlreadySubmitted:
        pass
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The places are recorded."))
    return redirect("monitoring:site_places", site.code)


def _site(actor: User, code: str) -> Site:
    for site in sites_within(actor, Compartment.PLACES):
        if site.code == code:
            return site
    raise Http404("not found")


def _team(actor: User, site: Site) -> Team:
    team = teams_of([site], until=add_months(today(), 1))[site.pk]
    return team if may(actor, "monitoring.name_workers") else words.without_names(team)


def _preview(form: PlacesForm, team: Team, average: int) -> Preview | None:
    if not form.is_bound:
        return preview_for(team, Assumed(expected=average))
    if not form.is_valid():
        return None
    typed = form.cleaned_data
    return preview_for(
        team,
        Assumed(
            expected=typed["expected"], places=typed["places"], with_idvas=bool(typed["idvas"])
        ),
    )


def _next_steps(actor: User, site: Site, found: Preview | None) -> dict[str, Any]:
    """Return where the ratio that was found may be set, and the form that records the places."""
    if found is None:
        return {"set_ratio": "", "record_form": None}
    about = {"places": found.places, "expected": found.expected}
    keep = may(actor, "monitoring.record_places")
    return {
        "set_ratio": words.way_to_set(site, found) if may(actor, "allocation.set_design") else "",
        # The page has another form, with fields of the same names.
        "record_form": RecordPlacesForm(initial=about, auto_id="record_%s") if keep else None,
    }
