"""What stays of a list once it is cleaned, by site."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from drive.web.accounts.policy import actor_of, find, page
from drive.web.cleaning import actions
from drive.web.cleaning.models import InsightsList
from drive.web.cleaning.presenters import lists as presenters
from drive.web.cleaning.queries import lists as queries
from drive.web.cleaning.rules.states import InsightsListState
from drive.web.core.clock import now


@page("cleaning.view")
@require_safe
def what_stays(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """Show how many rows stay, and how many of them are about an allocated perpetrator."""
    insights_list = find(request, InsightsList, pk=list_id)
    sites = queries.what_stays(insights_list, actor_of(request))
    total = queries.in_all(sites)
    context = {
        "list": insights_list,
        "total": total,
        "summary": presenters.staying_rows(total),
        "sites": presenters.staying_table(sites, total),
        "may_link": insights_list.state in {InsightsListState.WAITING, InsightsListState.DECIDED},
    }
    return render(request, "cleaning/what_stays.html", context)


@page("cleaning.decide")
@require_POST
def link_again(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """Look again for the allocated perpetrators: some may have been allocated since."""
    insights_list = find(request, InsightsList, pk=list_id)
    linked = actions.link_again(insights_list=insights_list, by=actor_of(request), now=now())
    words = ngettext(
        "%(number)s row of the whole list is linked to an allocated perpetrator.",
        "%(number)s rows of the whole list are linked to an allocated perpetrator.",
        linked,
    )
    messages.success(request, words % {"number": f"{linked:,}"})
    return redirect("cleaning:what_stays", list_id=insights_list.pk)
