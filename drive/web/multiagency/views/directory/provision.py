"""What there is locally, how long one waits for it, and what is missing."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, page, seen
from drive.web.core.clock import today
from drive.web.multiagency.actions import directory as actions
from drive.web.multiagency.forms.directory import FoundForm, ProvisionForm
from drive.web.multiagency.presenters.directory import provision as words
from drive.web.multiagency.queries.directory.provision import (
    history_of,
    latest_of,
    services_of,
)
from drive.web.multiagency.queries.directory.reach import KEEP, sites_in_reach
from drive.web.multiagency.views.directory.parts import (
    Act,
    act_page,
    site_to_keep,
    to_keep,
    to_see,
)
from drive.web.organisations.models import Provision
from drive.web.recording.views import Place


@page("multiagency.view_directory")
@require_safe
def provision(request: HttpRequest) -> HttpResponse:
    """Show what there is at each site, how long one waits, and the gaps."""
    actor = actor_of(request)
    sites = list(sites_in_reach(actor))
    rows = services_of(sites)
    seen(request, rows)
    context = {
        "sites": words.site_sections(sites, rows),
        "kept": set(sites_in_reach(actor, KEEP).values_list("pk", flat=True)),
    }
    return render(request, "multiagency/directory/provision.html", context)


@page("multiagency.view_directory")
@require_safe
def service(request: HttpRequest, provision_id: UUID) -> HttpResponse:
    """Show a service: how it stands, and what changed."""
    row = to_see(request, Provision, provision_id)
    history = list(history_of(row))
    seen(request, history)
    context = {
        "service": history[0],
        "keeps": sites_in_reach(actor_of(request), KEEP).filter(pk=row.site_id).exists(),
        **words.service_page(history),
    }
    return render(request, "multiagency/directory/service.html", context)


@page("multiagency.keep_directory")
def add(request: HttpRequest, site_id: UUID) -> HttpResponse:
    """Add a service, or a gap."""
    site = site_to_keep(request, site_id)
    form = ProvisionForm(request.POST or None, today=today(), initial={"found_on": today()})

    def act(by: User, moment: datetime) -> Provision:
        return actions.record_provision(site=site, new=form.new_one(), by=by, now=moment)

    return act_page(
        request,
        form,
        act,
        place=Place("directory/add_provision", site.pk),
        words=Act(
            title=_("Add a service or a gap"),
            submit=_("Add it"),
            done=_("It is in the register."),
            back=reverse("multiagency:directory_provision"),
            about=site.name,
        ),
    )


@page("multiagency.keep_directory")
def found(request: HttpRequest, provision_id: UUID) -> HttpResponse:
    """Say how a service is found now."""
    latest = latest_of(to_keep(request, Provision, provision_id))
    form = FoundForm(
        request.POST or None,
        today=today(),
        initial={
            "state": latest.state,
            "waiting_weeks": latest.waiting_weeks,
            "threshold": latest.threshold,
            "found_on": today(),
        },
    )

    def act(by: User, moment: datetime) -> Provision:
        new = form.new(latest)
        return actions.record_provision(site=latest.site, new=new, by=by, now=moment)

    return act_page(
        request,
        form,
        act,
        place=Place("directory/found", provision_id),
        words=Act(
            title=_("How it is found now"),
            submit=_("Save"),
            done=_("Saved. How it stood before stays to be read."),
            back=reverse("multiagency:directory_service", args=[latest.pk]),
            about=f"{latest.name}, {latest.site.name}",
        ),
    )
