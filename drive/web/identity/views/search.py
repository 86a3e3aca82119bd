"""Finding somebody."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from drive.web.accounts.policy import actor_of, may, page, seen
from drive.web.core.clock import today
from drive.web.identity.forms import SearchForm
from drive.web.identity.presenters import search as words
from drive.web.identity.queries import searching


@page("identity.search")
def search(request: HttpRequest) -> HttpResponse:
    """Find people in reach by name and birth date; nothing of that stands in an address."""
    form = SearchForm(request.POST or None, today=today())
    actor = actor_of(request)
    context: dict[str, Any] = {
        "form": form,
        "found": None,
        "sections": may(actor, "identity.review"),
    }
    if form.is_valid():
        found = searching.search(actor, form.sought())
        seen(request, [each.person for each in found.matches])
        context["found"] = {
            "words": words.found_in_words(found),
            "table": words.found_table(found) if found.matches else None,
        }
    return render(request, "identity/search.html", context)
