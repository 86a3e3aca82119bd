"""The proof of the draw: what was committed to in public, and whether everything agrees with it."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from drive.web.accounts.policy import actor_of, may, page, public, seen
from drive.web.allocation import queries
from drive.web.allocation.models import Trial
from drive.web.allocation.presenters import proof as words


@page("allocation.verify")
@require_safe
def verify(request: HttpRequest) -> HttpResponse:
    """Look at everything that was drawn and say whether it is what the sealed seed gives."""
    trials = list(Trial.objects.visible_to(actor_of(request)))
    seen(request, trials)
    context: dict[str, Any] = {
        "sees_names": may(actor_of(request), "allocation.view"),
        "trials": [
            {"title": words.trial_title(trial), "checks": words.checks_table(checks)}
            | words.verdict(checks)
            for trial, checks in ((trial, queries.verify_trial(trial)) for trial in trials)
        ],
    }
    return render(request, "allocation/verify.html", context)


@public
@require_safe
def commitment(request: HttpRequest) -> HttpResponse:
    """Show to everybody what was committed to. It says nothing of anybody, and no arm."""
    published = queries.published_trials()
    context = {"trials": [words.published_trial(each) for each in published]}
    return render(request, "allocation/commitment.html", context)


@public
@require_safe
def commitment_file(_request: HttpRequest) -> HttpResponse:
    """Give the same as a file that a program can read."""
    published = [each.to_dict() for each in queries.published_trials()]
    return JsonResponse({"trials": published})
