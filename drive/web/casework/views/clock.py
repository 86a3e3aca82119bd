"""The clock of a case: its points, what was proposed to change it, and what came in late."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.vocabulary.casework import CaseState
from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.casework import actions
from drive.web.casework.forms import (
    ChangeForm,
    DecideChangeForm,
    DecideLateForm,
    LateForm,
    OffLoadingForm,
)
from drive.web.casework.models import DriveCase, LateInformation, PlannedChange
from drive.web.casework.presenters import clock as words
from drive.web.casework.presenters.holds import whose_in_words
from drive.web.casework.queries import clock as queries
from drive.web.casework.queries import closing, state_of
from drive.web.casework.rules.clock import points
from drive.web.casework.views.acting import Act, act_page
from drive.web.casework.views.frames import frame
from drive.web.core.clock import today
from drive.web.design_system.presenters import said_row, summary_row, time_in_words
from drive.web.recording.views import Place

TAB = "casework:clock"


def _back(case: DriveCase) -> str:
    return reverse(TAB, args=[case.pk])


def _given(form: Any) -> dict[str, Any]:
    return {name: value for name, value in form.cleaned_data.items() if name != "key"}


@page("casework.view_clock")
def clock(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """When what is due, when the work ends, and what was decided about that."""
    case = find(request, DriveCase, pk=case_id)
    actor = actor_of(request)
    changes = list(queries.changes_of(case, actor))
    late, handovers = list(closing.late_on(case, actor)), list(closing.handovers_of(case, actor))
    off_loadings = list(queries.off_loadings_of(case, actor))
    seen(request, [*changes, *late, *handovers, *off_loadings])
    start = queries.clock_start(case)
    context = {
        "case": frame(request, case, TAB),
        "case_id": case.pk,
        "closed": state_of(case) is CaseState.CLOSED,
        "points": words.clock_rows(
            start, points(start), queries.planned_end(case), first_end=case.planned_end_on
        ),
        "changes": words.change_cards(changes, may_decide=may(actor, "casework.decide_change")),
        "late": words.late_rows(
            [(each, closing.late_text(each)) for each in late],
            may_decide=may(actor, "casework.decide_late"),
        ),
        "off_loadings": words.off_loading_rows(off_loadings),
        "handovers": [_handover(each) for each in handovers],
        "may": {
            name: may(actor, f"casework.{name}")
            for name in ("propose_change", "receive_late", "record_off_loading")
        },
    }
    return render(request, "casework/clock.html", context)


def _handover(row: Any) -> list[dict[str, Any]]:
    who = f"{row.assignment.user.name}, {time_in_words(row.recorded_at)}"
    return [
        summary_row(_("To"), who),
        said_row(_("What was told"), closing.handed_over(row)),
    ]


@page("casework.propose_change")
def propose_change(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Propose an extension, a step-down or an early closure."""
    case = find(request, DriveCase, pk=case_id)
    form = ChangeForm(request.POST or None, today=today())
    return act_page(
        request,
        case,
        form,
        lambda by, moment: actions.propose_change(
            case=case, change=actions.NewChange(**_given(form)), by=by, now=moment
        ),
        place=Place("casework/change", case.pk),
        words=Act(
            title=_("Propose a change"),
            submit=_("Propose"),
            done=_("Proposed. The service manager decides."),
            tab=TAB,
            back=_back(case),
        ),
    )


@page("casework.decide_change")
def decide_change(request: HttpRequest, case_id: UUID, change_id: UUID) -> HttpResponse:
    """Approve a proposed change or not."""
    case = find(request, DriveCase, pk=case_id)
    change: PlannedChange = find(request, PlannedChange, pk=change_id)
    if change.drive_case_id != case.pk:
        raise Http404("not found")
    form = DecideChangeForm(request.POST or None, today=today())
    return act_page(
        request,
        case,
        form,
        lambda by, moment: actions.decide_change(change=change, by=by, now=moment, **_given(form)),
        place=Place("casework/decide_change", change.pk),
        words=Act(
            title=_("Decide on a proposed change"),
            submit=_("Save decision"),
            done=_("Decision saved."),
            tab=TAB,
            back=_back(case),
            facts=[
                summary_row(_("Proposed"), words.change_in_words(change)),
                said_row(_("Reason"), change.reason),
                summary_row(_("Whose risk it reduces"), whose_in_words(change.whose_risk)),
            ],
        ),
    )


@page("casework.record_off_loading")
def record_off_loading(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Note what an agency left to Drive that is its own to do."""
    case = find(request, DriveCase, pk=case_id)
    form = OffLoadingForm(request.POST or None, today=today(), initial={"happened_on": today()})
    return act_page(
        request,
        case,
        form,
        lambda by, moment: actions.record_off_loading(
            case=case, off_loading=actions.NewOffLoading(**_given(form)), by=by, now=moment
        ),
        place=Place("casework/off_loading", case.pk),
        words=Act(
            title=_("What an agency left to Drive"),
            submit=_("Save"),
            done=_("Saved."),
            tab=TAB,
            back=_back(case),
        ),
    )


@page("casework.receive_late")
def receive_late(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Put what came in after closing into the inbox of the case."""
    case = find(request, DriveCase, pk=case_id)
    form = LateForm(request.POST or None, today=today(), initial={"learned_on": today()})
    return act_page(
        request,
        case,
        form,
        lambda by, moment: actions.receive_late(
            case=case, late=actions.Late(**_given(form)), by=by, now=moment
        ),
        place=Place("casework/late", case.pk),
        words=Act(
            title=_("Late information"),
            submit=_("Save"),
            done=_("Saved. The service manager reads it within a working day."),
            tab=TAB,
            back=_back(case),
            lead=[_("The case stays closed until the service manager decides otherwise.")],
        ),
    )


@page("casework.decide_late")
def decide_late(request: HttpRequest, case_id: UUID, late_id: UUID) -> HttpResponse:
    """Note late information, pass it on, or reopen the case."""
    case = find(request, DriveCase, pk=case_id)
    late: LateInformation = find(request, LateInformation, pk=late_id)
    if late.drive_case_id != case.pk:
        raise Http404("not found")
    form = DecideLateForm(request.POST or None, today=today())
    return act_page(
        request,
        case,
        form,
        lambda by, moment: actions.decide_late(
            information=late, verdict=actions.LateVerdict(**_given(form)), by=by, now=moment
        ),
        place=Place("casework/decide_late", late.pk),
        words=Act(
            title=_("Decide on late information"),
            submit=_("Save decision"),
            done=_("Decision saved."),
            tab=TAB,
            back=_back(case),
            facts=[said_row(_("What came in"), closing.late_text(late))],
        ),
    )
