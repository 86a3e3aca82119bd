"""Printing a case or a part of it: the ledger first, then the sheet."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from drive.web.accounts.policy import actor_of, find, page
from drive.web.case_record import actions
from drive.web.case_record.forms import PrintForm
from drive.web.case_record.presenters import printing
from drive.web.case_record.rules import PrintedPart
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters import case_frame
from drive.web.core.clock import now, today
from drive.web.recording.views import Place, carried_out, take_up


@page("case_record.print")
def choose(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Choose what is printed, for whom and why; then show the sheet."""
    case, actor = find(request, DriveCase, pk=case_id), actor_of(request)
    asked = {"parts": [each for each in request.GET.getlist("part") if each in list(PrintedPart)]}
    form = PrintForm(request.POST or None, today=today(), initial=asked)
    place = Place("case_record/print", case.pk)
    take_up(form, place, by=actor)
    if form.is_valid() and _released(request, case, form):
        request.carried_out = True  # type: ignore[attr-defined]
        return _sheet(request, case, form)
    context = {
        "form": form,
        "draft": place,
        "case": case_frame(case, actor, active="case_record:timeline", today=today()),
        "case_id": case.pk,
    }
    return render(request, "case_record/print.html", context)


def _released(request: HttpRequest, case: DriveCase, form: PrintForm) -> bool:
    given, by, moment = form.cleaned_data, actor_of(request), now()
    return carried_out(
        form,
        lambda: actions.release_print(
            case=case,
            parts=given["parts"],
            with_victim_side=given["victim_side"] == "in",
            recipient=given["recipient"],
            purpose=given["purpose"],
            by=by,
            now=moment,
        ),
        place=Place("case_record/print", case.pk),
        by=by,
        now=moment,
    )


def _sheet(request: HttpRequest, case: DriveCase, form: PrintForm) -> HttpResponse:
    given, actor = form.cleaned_data, actor_of(request)
    with_victim_side = given["victim_side"] == "in"
    context = {
        "reference": case.reference,
        "case_id": case.pk,
        "recipient": given["recipient"],
        "purpose": given["purpose"],
        "with_victim_side": with_victim_side,
        "sections": printing.sections(
            case, actor, given["parts"], with_victim_side=with_victim_side, today=today()
        ),
        "watermark": printing.watermark(actor, now()),
    }
    return render(request, "case_record/sheet.html", context)
