"""Data quality: duplicates by source and site."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from drive.web.accounts.policy import actor_of, page
from drive.web.cleaning.presenters import quality as presenters
from drive.web.cleaning.queries import quality as queries


@page("cleaning.view")
@require_safe
def data_quality(request: HttpRequest) -> HttpResponse:
    """Count duplicates of people and of rows; nobody is named."""
    actor = actor_of(request)
    people = queries.people_lines(actor)
    marac, insights = queries.marac_lines(actor), queries.insights_lines(actor)
    context = {
        "sections": [
            {
                "table": presenters.people_table(people),
                "definitions": presenters.definitions(presenters.PEOPLE_WORDS),
                "is_there": bool(people),
            },
            {
                "table": presenters.marac_table(marac),
                "definitions": presenters.definitions(presenters.MARAC_WORDS),
                "is_there": bool(marac),
            },
            {
                "table": presenters.insights_table(insights),
                "definitions": presenters.definitions(presenters.INSIGHTS_WORDS),
                "is_there": bool(insights),
            },
        ]
    }
    return render(request, "cleaning/data_quality.html", context)
