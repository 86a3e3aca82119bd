"""How long agencies take to answer, how often they are chased, and why they refuse."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from drive.web.accounts.policy import actor_of, page
from drive.web.core.clock import today
from drive.web.multiagency.presenters.requests import measures as words
from drive.web.multiagency.queries.measures import waits_seen_by
from drive.web.multiagency.rules.measures import measure, measure_each


@page("multiagency.view_measures")
@require_safe
def measures(request: HttpRequest) -> HttpResponse:
    """Show the time to answer of all agencies in reach, and of each."""
    waits = waits_seen_by(actor_of(request), today())
    together, each = measure(waits), measure_each(waits)
    context = {
        "sentence": words.in_a_sentence(together),
        "agencies": words.agency_table(each) if each else None,
        "curve": words.drawn(together.curve) if together.curve else None,
        "steps": words.step_table(together.curve) if together.curve else None,
        "refusals": words.refusal_table(together) if together.refusals else None,
        "by_agency": words.reasons_by_agency(each) if together.refusals else None,
    }
    return render(request, "multiagency/requests/measures.html", context)
