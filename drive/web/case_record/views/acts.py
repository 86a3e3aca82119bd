"""Closing a case, and keeping somebody out of it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from drive.web.accounts.policy import actor_of, find, may, page, require
from drive.web.case_record import actions, queries
from drive.web.case_record.forms import CloseForm, KeepOutForm
from drive.web.case_record.presenters import closing
from drive.web.casework.actions.live import LIVE
from drive.web.casework.models import CaseClosure, DriveCase
from drive.web.casework.presenters import case_frame
from drive.web.core.clock import now, today
from drive.web.recording.views import Place, carried_out, take_up, typed


def _frame(request: HttpRequest, case: DriveCase, tab: str) -> dict[str, Any]:
    return case_frame(case, actor_of(request), active=f"case_record:{tab}", today=today())


@page("case_record.prepare_closing")
def close(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Close a case: what is open first, then the reasons, then check and confirm.

    The case manager sees what is open; the service manager closes.
    """
    case = find(request, DriveCase, pk=case_id)
    if request.method == "POST":
        require(actor_of(request), "case_record.close", case)
    form = CloseForm(request.POST or None, today=today(), initial={"closed_on": today()})
    place = Place("case_record/close", case.pk)
    take_up(form, place, by=actor_of(request))
    context = {
        "form": form,
        "draft": place,
        "case": _frame(request, case, "overview"),
        "case_id": case.pk,
        "open_items": closing.item_links(case, queries.open_items(case, LIVE)),
        "may_close": may(actor_of(request), "case_record.close"),
        "is_closed": CaseClosure.objects.filter(standing_for=case).exists(),
    }
    if form.is_valid() and "change" not in request.POST:
        if "confirmed" in request.POST and _closed(request, case, form):
            messages.success(request, _("Case %s is closed.") % case.reference)
            return redirect("case_record:overview", case.pk)
        if not form.errors and not form.asks_to_consider:
            context |= {
                "rows": closing.check_rows(form.cleaned_data),
                "typed": closing.hidden(typed(request.POST)),
            }
            return render(request, "case_record/close_check.html", context)
    return render(request, "case_record/close.html", context)


def _closed(request: HttpRequest, case: DriveCase, form: CloseForm) -> bool:
    given, by, moment = form.cleaned_data, actor_of(request), now()
    return carried_out(
        form,
        lambda: actions.close_case(
            case=case,
            closed_on=given["closed_on"],
            reason=given["reason"],
            whose_risk=given["whose_risk"],
            leaving=form.leaving(),
            by=by,
            now=moment,
        ),
        place=Place("case_record/close", case.pk),
        by=by,
        now=moment,
        site=case.site,
    )


@page("case_record.keep_out", step_up=True)
def keep_out(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Keep somebody away from everything about the person this case is about."""
    case = find(request, DriveCase, pk=case_id)
    people = queries.who_could_look(case).exclude(pk=actor_of(request).pk)
    form = KeepOutForm(request.POST or None, today=today(), people=people)
    place = Place("case_record/keep_out", case.pk)
    take_up(form, place, by=actor_of(request))
    if form.is_valid() and _kept_out(request, case, form):
        messages.success(request, _("Saved. It holds from the next page that this person opens."))
        return redirect("case_record:people", case.pk)
    frame = _frame(request, case, "people")
    context = {"form": form, "draft": place, "case": frame, "case_id": case.pk}
    return render(request, "case_record/keep_out.html", context)


def _kept_out(request: HttpRequest, case: DriveCase, form: KeepOutForm) -> bool:
    by, moment, given = actor_of(request), now(), form.cleaned_data
    return carried_out(
        form,
        lambda: actions.keep_out(
            case=case, user=given["user"], reason=given["reason"], by=by, now=moment
        ),
        place=Place("case_record/keep_out", case.pk),
        by=by,
        now=moment,
        site=case.site,
    )
