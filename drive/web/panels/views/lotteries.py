"""What the lotteries of a service allow it to say of itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from drive.web.accounts.policy import actor_of, page, seen
from drive.web.panels import presenters, queries


@page("panels.view")
@require_safe
def lotteries(request: HttpRequest) -> HttpResponse:
    """Show every lottery that was drawn, in counts, and what can be compared."""
    found = queries.lotteries(actor_of(request))
    seen(request, [each.panel for each in found])
    context = {
        "lotteries": presenters.lotteries_table(found),
        "facts": presenters.lottery_facts(found),
        "without": queries.settled_without_lottery(actor_of(request)),
    }
    return render(request, "panels/lotteries.html", context)
