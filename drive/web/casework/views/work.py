"""The work on a case, counted as the evaluation counts it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from drive.web.accounts.policy import actor_of, find, page
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters.work import (
    actions_table,
    agencies_by_aim,
    months_drawn,
    weeks_drawn,
    work_in_a_sentence,
    work_tables,
)
from drive.web.casework.queries.work import (
    Scope,
    actions_with_agencies,
    work_by_month,
    work_by_week,
    work_counts,
)
from drive.web.casework.views.frames import frame


@page("casework.view_record")
def work(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The work on a case: direct and indirect, by activity, agency, aim, month and week."""
    case = find(request, DriveCase, pk=case_id)
    actor, scope = actor_of(request), Scope(case=case)
    counted = work_counts(scope, actor)
    drawings = (
        months_drawn(work_by_month(scope, actor)),
        weeks_drawn(work_by_week(scope, actor)),
    )
    further = (agencies_by_aim(counted), actions_table(actions_with_agencies(scope, actor)))
    context = {
        "case": frame(request, case, "casework:notes"),
        "case_id": case.pk,
        "sentence": work_in_a_sentence(counted),
        "drawings": [drawing for drawing in drawings if drawing],
        "tables": [*work_tables(counted), *(table for table in further if table)],
    }
    return render(request, "casework/work.html", context)
