"""How many cases each case manager holds and what they weigh; how a site counts the months."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, may, page, seen
from drive.web.accounts.queries import holders_of
from drive.web.accounts.roles import Role
from drive.web.casework.actions.site_clock import set_site_clock as set_clock_of
from drive.web.casework.forms.site_clock import SiteClockForm
from drive.web.casework.presenters.loads import clock_rows, loads_table
from drive.web.casework.queries.clock import clock_of_site
from drive.web.casework.queries.loads import loads_by_weight, sites_managed_by
from drive.web.core.clock import now, today
from drive.web.organisations.models import Site
from drive.web.recording.views import Place, carried_out, take_up


@page("casework.view_loads")
def loads(request: HttpRequest) -> HttpResponse:
    """A table for each site of which somebody is service manager."""
    actor = actor_of(request)
    tables = []
    for site in sites_managed_by(actor):
        people = list(holders_of(Role.CASE_MANAGER, site=site))
        found = loads_by_weight([person.pk for person in people], today())
        may_set = may(actor, "casework.set_clock")
        tables.append(
            {
                "loads": loads_table(people, found, site, today()),
                "clock": clock_rows(site, clock_of_site(site), may_set=may_set),
            }
        )
    return render(request, "casework/loads.html", {"tables": tables})


@page("casework.set_clock")
def set_site_clock(request: HttpRequest, site_id: UUID) -> HttpResponse:
    """Say from which day a site counts the months of the cases opened from now on."""
    site = _site(actor_of(request), site_id)
    latest = clock_of_site(site)
    seen(request, [site, *([latest] if latest else [])])
    initial = {"start": site.clock_start, "seen": latest.pk if latest else None}
    form = SiteClockForm(request.POST or None, today=today(), initial=initial)
    place = Place("casework/site_clock", site.pk)
    take_up(form, place, by=actor_of(request))
    if form.is_valid() and _set(request, site, form, place):
        messages.success(request, _("Saved. It holds for the cases that are opened from now on."))
        return redirect("casework:loads")
    context = {
        "form": form,
        "draft": place,
        "now": clock_rows(site, latest, may_set=False),
        "back": reverse("casework:loads"),
    }
    return render(request, "casework/site_clock.html", context)


def _site(actor: User, key: UUID) -> Site:
    site = sites_managed_by(actor).filter(pk=key).first()
    if site is None:
        raise Http404("not found")
    return site


def _set(request: HttpRequest, site: Site, form: SiteClockForm, place: Place) -> bool:
    by, moment = actor_of(request), now()
    given = {name: form.cleaned_data[name] for name in ("start", "reason", "seen")}
    return carried_out(
        form,
        lambda: set_clock_of(site=site, **given, by=by, now=moment),
        place=place,
        by=by,
        now=moment,
    )
