"""The six groups, and the balance of strata and arms as description."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from drive.web.accounts.policy import actor_of, page
from drive.web.accounts.roles import Compartment
from drive.web.identity.presenters.filters import selected
from drive.web.monitoring.forms import FlowFilterForm, SiteFilterForm
from drive.web.monitoring.presenters import groups as words
from drive.web.monitoring.presenters import sections
from drive.web.monitoring.queries.balance import baselines_of, strata_of
from drive.web.monitoring.queries.groups import groups_of
from drive.web.monitoring.queries.reach import Scope, sites_within
from drive.web.monitoring.rules.balance import describe
from drive.web.monitoring.views.flow import scope_of


@page("monitoring.view_groups")
@require_safe
def groups(request: HttpRequest) -> HttpResponse:
    """The six groups as they stand today."""
    actor = actor_of(request)
    sites = sites_within(actor, Compartment.FOLLOW_UP_COUNTS)
    form = SiteFilterForm(request.GET or None, sites=sites)
    code = form.chosen["site"][0] if "site" in form.chosen else None
    found = groups_of(Scope(sites=[site for site in sites if code in (None, site.code)]))
    context = {
        "sections": sections(actor, "groups"),
        "filter_form": form,
        "selected": selected(form.chosen, reverse("monitoring:groups")),
        "groups": words.groups_table(found),
        "both_arms": words.both_arms_in_words(found),
    }
    return render(request, "monitoring/groups.html", context)


@page("monitoring.view_balance")
@require_safe
def balance(request: HttpRequest) -> HttpResponse:
    """Each stratum as it was wanted and found, and both arms at the draw."""
    actor = actor_of(request)
    sites = sites_within(actor, Compartment.DRAW_COUNTS)
    form = FlowFilterForm(request.GET or None, sites=sites)
    scope = scope_of(actor, {name: code for name, (code, _label) in form.chosen.items()})
    context = {
        "sections": sections(actor, "balance"),
        "filter_form": form,
        "selected": selected(form.chosen, reverse("monitoring:balance")),
        "strata": words.strata_table(strata_of(scope)),
        "arms": words.arms_table(describe(baselines_of(scope))),
    }
    return render(request, "monitoring/balance.html", context)
