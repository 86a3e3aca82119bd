"""What concerns all cases of an Idva: what is due, what she carries, and what she is asked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.policy import actor_of, page, seen
from drive.web.core.clock import today
from drive.web.insights import presenters, queries, rules
from drive.web.tasks.queries import tasks_of

MOST = 200
"""Lines of what is due: beyond that the list says how many more there are."""


@page("insights.view_cases")
def due(request: HttpRequest) -> HttpResponse:
    """All forms, next tries and reviews that are due, in either arm alike."""
    found, day = queries.due_now(actor_of(request), today()), today()
    shown = found[:MOST]
    seen(request, {each.case.pk: each.case for each in shown}.values())
    context = {
        "tab": "due",
        "count": len(found),
        "shown": len(shown),
        "overdue": sum(each.step.is_overdue(day) for each in found),
        "table": presenters.due_table(shown, day),
    }
    return render(request, "insights/due.html", context)


@page("insights.view_cases")
def capacity(request: HttpRequest) -> HttpResponse:
    """What the Idva carries now, and in three months."""
    actor, day = actor_of(request), today()
    carried = queries.carried_by(actor, day)
    counted = rules.capacity(list(carried.values()), queries.lengths_of_support(actor), day)
    seen(request, carried)
    context = {
        "tab": "capacity",
        "rows": presenters.capacity_rows(counted),
        "table": presenters.capacity_table(carried, day) if carried else None,
    }
    return render(request, "insights/capacity.html", context)


@page("insights.view_cases")
def strategies(request: HttpRequest) -> HttpResponse:
    """The contact strategies on which she is consulted and has not given her view yet."""
    waiting = list(tasks_of(actor_of(request)).filter(kind=TaskKind.CONSULTED))
    seen(request, waiting)
    context = {
        "tab": "strategies",
        "count": len(waiting),
        "table": presenters.strategies_table(waiting, today()) if waiting else None,
    }
    return render(request, "insights/strategies.html", context)
