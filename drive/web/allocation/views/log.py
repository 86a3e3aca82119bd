"""The allocation log."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from drive.web.accounts.policy import actor_of, page, seen
from drive.web.allocation import queries
from drive.web.allocation.forms import LogFilterForm
from drive.web.allocation.presenters import log as words

ROWS_A_PAGE = 50


@page("allocation.view")
@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """Every decision at the door of the draw, newest first."""
    form = LogFilterForm(request.GET or None, sites=queries.sites_of_the_trial())
    codes = {name: code for name, (code, _label) in form.chosen.items()}
    found = queries.narrowed(queries.log(actor_of(request)), codes)
    shown = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown)
    context = {
        "page": shown,
        "log": words.log_table(shown),
        "filter_form": form,
        "selected": words.selected_filters(form.chosen, reverse("allocation:log")),
        "query": "&".join(f"{name}={code}" for name, code in codes.items()),
    }
    return render(request, "allocation/log.html", context)
