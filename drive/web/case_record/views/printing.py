"""Printing a case or a part of it: the ledger first, then the sheet."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from drive.web.accounts.policy import actor_of, find, page
from drive.web.case_record import actions
from drive.web.case_record.forms import PrintForm
from drive.web.case_record.presenters import printing
from drive.web.case_record.rules import PrintedPart
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters import case_frame
from drive.web.core.clock import now, today
from drive.web.design_system.presenters import label
from drive.web.outbound.models import Release
from drive.web.outbound.queries.checking import found_in
from drive.web.recording.views import Place, carried_out, take_up


@page("case_record.print")
def choose(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Choose what is printed, for whom and why; then show the sheet."""
    case, actor = find(request, DriveCase, pk=case_id), actor_of(request)
    asked = {"parts": [each for each in request.GET.getlist("part") if each in list(PrintedPart)]}
    form = PrintForm(request.POST or None, today=today(), initial=asked)
    place = Place("case_record/print", case.pk)
    take_up(form, place, by=actor)
    if form.is_valid():
        sheet = _sheet(request, case, form)
        if _holds_nothing_of_hers(case, form, sheet) and (left := _released(request, case, form)):
            request.carried_out = True  # type: ignore[attr-defined]
            return render(request, "case_record/sheet.html", sheet | {"mark": left[0]})
    context = {
        "form": form,
        "draft": place,
        "case": case_frame(case, actor, active="case_record:timeline", today=today()),
        "case_id": case.pk,
    }
    return render(request, "case_record/print.html", context)


def _holds_nothing_of_hers(case: DriveCase, form: PrintForm, sheet: dict[str, Any]) -> bool:
    """Ask the gate of a sheet without the victim-survivor's side; say what it finds."""
    if form.cleaned_data["victim_side"] == "in":
        return True
    text = render_to_string("case_record/printed.html", sheet)
    found = found_in(case.perpetrator, text)
    if found:
        kinds = ", ".join(dict.fromkeys(label(hit.kind) for hit in found))
        words = _("It holds what must not reach the service user: %(kinds)s. Leave that part out.")
        form.add_error("parts", words % {"kinds": kinds})
    return not found


def _released(request: HttpRequest, case: DriveCase, form: PrintForm) -> list[str]:
    """Release the sheet once, and return its mark in a list; an empty list if it was refused."""
    given, by, moment = form.cleaned_data, actor_of(request), now()
    marks: list[str] = []

    def act() -> Release:
        row = actions.release_print(
            case=case,
            parts=given["parts"],
            with_victim_side=given["victim_side"] == "in",
            recipient=given["recipient"],
            purpose=given["purpose"],
            by=by,
            now=moment,
        )
        marks.append(row.mark)
        return row

    place = Place("case_record/print", case.pk)
    if not carried_out(form, act, place=place, by=by, now=moment):
        return []
    return marks or [""]


def _sheet(request: HttpRequest, case: DriveCase, form: PrintForm) -> dict[str, Any]:
    given, actor = form.cleaned_data, actor_of(request)
    with_victim_side = given["victim_side"] == "in"
    return {
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
