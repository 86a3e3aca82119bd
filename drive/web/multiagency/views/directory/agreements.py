"""Agreements to share information."""

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
from drive.web.multiagency.actions.directory.agreements import values_of_agreement
from drive.web.multiagency.forms.directory import AgreementForm
from drive.web.multiagency.presenters.directory import agreements as words
from drive.web.multiagency.queries.directory.agreements import earlier_of
from drive.web.multiagency.queries.directory.reach import KEEP, sites_in_reach
from drive.web.multiagency.views.directory.parts import (
    Act,
    act_page,
    site_to_keep,
    to_keep,
    to_see,
)
from drive.web.organisations.models import Agency, SharingAgreement
from drive.web.organisations.queries import agencies_on, current_agreements, latest_agreement
from drive.web.recording.views import Place


@page("multiagency.view_directory")
@require_safe
def agreements(request: HttpRequest) -> HttpResponse:
    """Show every agreement, how it stands, and how long it took until it was live."""
    actor = actor_of(request)
    sites = list(sites_in_reach(actor))
    found = [(site, list(current_agreements(site))) for site in sites]
    seen(request, [row for _site, rows in found for row in rows])
    context = {
        "sites": words.site_sections(found, today()),
        "kept": set(sites_in_reach(actor, KEEP).values_list("pk", flat=True)),
    }
    return render(request, "multiagency/directory/agreements.html", context)


@page("multiagency.view_directory")
@require_safe
def agreement(request: HttpRequest, agreement_id: UUID) -> HttpResponse:
    """Show an agreement as it stands, and what was said of it before."""
    row = latest_agreement(to_see(request, SharingAgreement, agreement_id))
    earlier = earlier_of(row)
    seen(request, [row, *earlier])
    context = {
        "agreement": row,
        "keeps": sites_in_reach(actor_of(request), KEEP).filter(pk=row.site_id).exists(),
        **words.agreement_page(row, earlier, today()),
    }
    return render(request, "multiagency/directory/agreement.html", context)


@page("multiagency.keep_directory")
def add(request: HttpRequest, site_id: UUID) -> HttpResponse:
    """Add an agreement, from its first talk on."""
    site = site_to_keep(request, site_id)
    form = AgreementForm(request.POST or None, today=today(), agencies=agencies_on(site, today()))

    def act(by: User, moment: datetime) -> SharingAgreement:
        return actions.add_agreement(site=site, new=form.new(), by=by, now=moment)

    return act_page(
        request,
        form,
        act,
        place=Place("directory/add_agreement", site.pk),
        words=Act(
            title=_("Add an agreement"),
            submit=_("Add the agreement"),
            done=_("The agreement is in the register."),
            back=reverse("multiagency:directory_agreements"),
            about=site.name,
            lead=[_("Enter it when the talks begin: then the register shows how long it took.")],
        ),
    )


@page("multiagency.keep_directory")
def change(request: HttpRequest, agreement_id: UUID) -> HttpResponse:
    """Put an agreement as it is now in the place of how it was."""
    given = to_keep(request, SharingAgreement, agreement_id)
    latest = latest_agreement(given)
    form = AgreementForm(
        request.POST or None,
        today=today(),
        agencies=_parties(latest),
        initial={**values_of_agreement(latest), "seen": latest.pk},
    )

    def act(by: User, moment: datetime) -> SharingAgreement:
        return actions.change_agreement(
            agreement=given, new=form.new(), seen=form.cleaned_data["seen"], by=by, now=moment
        )

    return act_page(
        request,
        form,
        act,
        place=Place("directory/change_agreement", given.pk),
        words=Act(
            title=_("Change an agreement"),
            submit=_("Save"),
            done=_("Saved."),
            back=reverse("multiagency:directory_agreement", args=[given.pk]),
            about=latest.name,
        ),
    )


def _parties(agreement: SharingAgreement) -> list[Agency]:
    """Return the agencies that are there now, and those that are parties already."""
    offered = {each.pk: each for each in agencies_on(agreement.site, today())}
    offered |= {each.pk: each for each in agreement.parties.all()}
    return sorted(offered.values(), key=lambda each: each.name)
