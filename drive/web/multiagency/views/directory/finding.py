"""Who do I ring? The answer to what was typed, and every agency of the sites in reach."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, page, seen
from drive.web.core.clock import today
from drive.web.multiagency.forms.directory import FindAgencyForm
from drive.web.multiagency.presenters.directory import asking as words
from drive.web.multiagency.queries.directory.asking import Answers, answers_of, answers_to
from drive.web.multiagency.queries.directory.reach import KEEP, rows_in_reach, sites_in_reach
from drive.web.organisations.models import Agency


@page("multiagency.view_directory")
def index(request: HttpRequest) -> HttpResponse:
    """Show whom to ring for what was typed, above every agency with whoever is there now."""
    actor, day = actor_of(request), today()
    form = FindAgencyForm(request.POST if request.method == "POST" else None)
    found = None
    if form.is_valid():
        found = answers_to(form.cleaned_data["words"], by=actor, day=day)
        _were_seen(request, found)
    agencies = list(rows_in_reach(actor, Agency).select_related("site"))
    seen(request, agencies)
    rings = answers_of(agencies, day=day)
    seen(request, [each.contact for each in rings.values() if each.contact])
    context = {
        "form": form,
        "answers": words.answers(found.shown, _names_site(actor)) if found else [],
        "more": found.more if found else 0,
        "searched": found is not None,
        "sites": words.site_sections(sites_in_reach(actor), agencies, rings),
        "kept": set(sites_in_reach(actor, KEEP).values_list("pk", flat=True)),
    }
    return render(request, "multiagency/directory/index.html", context)


def _were_seen(request: HttpRequest, found: Answers) -> None:
    seen(request, [each.to_ring.contact for each in found.shown if each.to_ring.contact])


def _names_site(actor: User) -> bool:
    return sites_in_reach(actor).count() > 1
