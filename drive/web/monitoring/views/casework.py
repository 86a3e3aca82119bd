"""The casework of a site: what waits on its cases, and what is missing in their records."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from drive.web.accounts.policy import actor_of, may, page, seen
from drive.web.assessments.queries import fastest_over, standing
from drive.web.casework.presenters.work import weeks_drawn
from drive.web.casework.queries.work import Scope, work_by_week
from drive.web.core.clock import today
from drive.web.core.dates import add_months
from drive.web.monitoring.presenters import casework as words
from drive.web.monitoring.presenters import missing as missing_words
from drive.web.monitoring.presenters import sections
from drive.web.monitoring.queries.casework import missing, watch
from drive.web.organisations.queries import all_sites

MONTHS_OF_WORK = 3
LATEST = 60


@page("monitoring.view_casework")
@require_safe
def casework(request: HttpRequest) -> HttpResponse:
    """What waits on the open cases in reach."""
    actor, day = actor_of(request), today()
    found = watch(actor, day)
    seen(request, found.cases)
    weeks = work_by_week(Scope(since=add_months(day, -MONTHS_OF_WORK), until=day), actor)
    context = {
        "sections": sections(actor, "casework"),
        "sentence": words.in_a_sentence(found),
        "overdue": words.overdue_in_words(found.due),
        "rises": found.rises,
        "contact": words.contact_table(found, day),
        "due": words.due_table(found.due),
        "more_due": words.more(found.due),
        "supervision": words.supervision_table(found.supervision_overdue),
        "more_supervision": words.more(found.supervision_overdue),
        "weeks": weeks_drawn(weeks),
        "may_see_loads": may(actor, "casework.view_loads"),
    }
    return render(request, "monitoring/casework.html", context)


@page("monitoring.view_casework")
@require_safe
def missing_data(request: HttpRequest) -> HttpResponse:
    """What is missing in the assessments in reach, and whom to ask first."""
    actor = actor_of(request)
    cells = missing(actor)
    latest = list(standing(actor).order_by("-assessed_on")[:LATEST])
    seen(request, latest)
    names = dict(all_sites().values_list("pk", "name"))
    context = {
        "sections": sections(actor, "missing"),
        "sentence": missing_words.in_a_sentence(cells),
        "drawing": missing_words.months_drawn(cells),
        "fastest": missing_words.fastest(fastest_over(latest)),
        "latest": len(latest),
        "tables": [
            missing_words.by_field(cells),
            missing_words.by_reason(cells),
            missing_words.by_site(cells, names),
            missing_words.by_month(cells),
        ]
        if cells
        else [],
    }
    return render(request, "monitoring/missing.html", context)
