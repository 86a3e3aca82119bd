"""Pages of oversight: what was looked at on a case, a new look, and what came of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters import case_frame
from drive.web.core.clock import now, today
from drive.web.oversight import actions, presenters, queries
from drive.web.oversight.forms import MOST_AGREED, FinishForm, RecordForm
from drive.web.oversight.models import OversightAction
from drive.web.recording.views import Place, carried_out, take_up

A_PAGE = 20


def _frame(request: HttpRequest, case: DriveCase) -> dict[str, Any]:
    return case_frame(case, actor_of(request), active="oversight:index", today=today())


@page("oversight.view")
def index(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Every look at the work on a case, with what was agreed and what came of it."""
    case, actor = find(request, DriveCase, pk=case_id), actor_of(request)
    shown = Paginator(queries.records_on(case, actor), A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown)
    may_finish = may(actor, "oversight.finish")
    context = {
        "case": _frame(request, case),
        "case_id": case.pk,
        "page": shown,
        "cards": [
            presenters.card(record, today=today(), may_finish=may_finish) for record in shown
        ],
        "due": queries.supervision_due([case], actor)[0],
        "is_open": not hasattr(case, "closure"),
        "may_record": may(actor, "oversight.record"),
    }
    return render(request, "oversight/index.html", context)


@page("oversight.record")
def add(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Record a look at the work on a case."""
    case, actor = find(request, DriveCase, pk=case_id), actor_of(request)
    form = RecordForm(request.POST or None, today=today(), initial={"held_on": today()})
    place = Place("oversight/record", case.pk)
    take_up(form, place, by=actor)
    if form.is_valid() and _recorded(request, case, form, place):
        messages.success(request, _("Saved. What was agreed is now a task."))
        return redirect("oversight:index", case.pk)
    context = {"form": form, "draft": place, "case": _frame(request, case), "case_id": case.pk}
    return render(request, "oversight/add.html", context)


def _recorded(request: HttpRequest, case: DriveCase, form: RecordForm, place: Place) -> bool:
    given, by, moment = form.cleaned_data, actor_of(request), now()
    new = actions.NewRecord(
        kind=given["kind"],
        held_on=given["held_on"],
        present=given["present"],
        heard_from_idva_on=given["heard_from_idva_on"],
        relationship=given["relationship"],
        facts=given["facts"],
        collusion_signs=given["collusion_signs"] or (),
        collusion_words=given["collusion_words"],
        whose_risk=given["whose_risk"],
        agreed=_agreed(given),
    )
    return carried_out(
        form,
        lambda: actions.add_record(case=case, new=new, by=by, now=moment),
        place=place,
        by=by,
        now=moment,
        site=case.site,
    )


def _agreed(given: dict[str, Any]) -> list[actions.Agreed]:
    return [
        actions.Agreed(
            words=given[f"agreed_{number}"],
            due_on=given[f"due_{number}"],
            for_case_manager=given[f"who_{number}"] != "service_manager",
        )
        for number in range(1, MOST_AGREED + 1)
        if given[f"agreed_{number}"]
    ]


@page("oversight.finish")
def finish(request: HttpRequest, case_id: UUID, action_id: UUID) -> HttpResponse:
    """Note what came of something that was agreed."""
    case, actor = find(request, DriveCase, pk=case_id), actor_of(request)
    action = find(request, OversightAction, pk=action_id)
    if action.record.drive_case_id != case.pk:
        raise Http404("not found")
    form = FinishForm(request.POST or None, today=today())
    place = Place("oversight/finish", action.pk)
    take_up(form, place, by=actor)
    moment = now()
    if form.is_valid() and carried_out(
        form,
        lambda: actions.finish_action(
            action=action, outcome=form.cleaned_data["outcome"], by=actor, now=moment
        ),
        place=place,
        by=actor,
        now=moment,
        site=case.site,
    ):
        messages.success(request, _("Saved as done."))
        return redirect("oversight:index", case.pk)
    context = {
        "form": form,
        "draft": place,
        "action": action,
        "case": _frame(request, case),
        "case_id": case.pk,
    }
    return render(request, "oversight/finish.html", context)
