"""How far reviewers agree."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from drive.web.accounts.policy import actor_of, page
from drive.web.identity.presenters import agreement as words
from drive.web.identity.queries.agreement import doubly_reviewed


@page("identity.review")
@require_safe
def agreement(request: HttpRequest) -> HttpResponse:
    """Show how often two reviewers who saw the same two records said the same."""
    rows = doubly_reviewed(actor_of(request))
    context = {
        "count": len(rows),
        "words": words.in_words(rows) if rows else [],
        "verdicts": words.verdicts_table(rows),
        "months": words.months_table(rows),
    }
    return render(request, "identity/agreement.html", context)
