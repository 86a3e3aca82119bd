"""What stands, masked; and the forms by which it is added and put right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from drive.vocabulary.identity import PartyRole
from drive.vocabulary.vault import ContactDetail
from drive.web.accounts.policy import actor_of, seen
from drive.web.core.clock import now, today
from drive.web.recording.views import Place, carried_out, take_up
from drive.web.vault import actions, presenters, queries
from drive.web.vault.forms import (
    AddressForm,
    DetailsForm,
    OtherDetailForm,
    PlanForm,
    TelephoneForm,
)
from drive.web.vault.views.desk import INDEX, Desk, row_in_reach

A_PAGE = 50

_FORMS: dict[ContactDetail, type[DetailsForm]] = {
    ContactDetail.ADDRESS: AddressForm,
    ContactDetail.TELEPHONE: TelephoneForm,
    ContactDetail.DETAIL: OtherDetailForm,
}


def index(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Show what stands, masked; the plan; and who looked."""
    actor = actor_of(request)
    found = queries.standing(desk.subject, desk.of_role, actor)
    hers = desk.of_role is PartyRole.VICTIM_SURVIVOR
    plan = queries.plan_of(desk.subject, actor) if hers else None
    looks = Paginator(queries.reveals_of(desk.subject, desk.of_role, actor), A_PAGE)
    page = looks.get_page(request.GET.get("page"))
    seen(request, [*(row for each in found for row in each.rows), *page], fields="masked")
    context = {
        "case": desk.frame,
        "tables": presenters.masked_tables(found, desk.of_role, desk.of_row, writes=True),
        "add": [
            {"text": _(words), "href": desk.page("add_contact_detail", kind)}
            for kind, words in presenters.ADD.items()
        ],
        "hers": hers,
        "plan": presenters.plan_in_words(plan.recorded_at, plan.recorded_by.name) if plan else "",
        "show_plan": desk.of_row("look", ContactDetail.PLAN, plan.pk) if plan else "",
        "write_plan": desk.page("write_contact_plan") if hers else "",
        "page": page,
        "looks": presenters.looks_table(page),
    }
    return render(request, "vault/contact_details.html", context)


def add(request: HttpRequest, desk: Desk, kind: str) -> HttpResponse:
    """Add an address, a number or another detail."""
    of_kind = _kind(kind)
    form = _FORMS[of_kind](request.POST or None, of_role=desk.of_role, today=today())

    def act(moment: datetime) -> Model:
        return actions.add(
            subject_id=desk.subject,
            of_role=desk.of_role,
            said=form.said(),
            by=actor_of(request),
            now=moment,
        )

    return _form_page(
        request,
        desk,
        form,
        act,
        place=desk.place(f"add_{kind}"),
        title=_(presenters.ADD[of_kind]),
    )


def correct(request: HttpRequest, desk: Desk, kind: str, row_id: UUID) -> HttpResponse:
    """Put a row right, or take it back; what it says is not shown for that."""
    of_kind = _kind(kind)
    row = row_in_reach(request, desk, of_kind, row_id, stands=False)
    stands = {name: getattr(row, name) for name in _PLAIN if getattr(row, name, None)}
    form = _FORMS[of_kind](
        request.POST or None,
        of_role=desk.of_role,
        corrects=True,
        today=today(),
        initial={"seen": row.pk, **stands},
    )

    def act(moment: datetime) -> Model:
        by, seen_row = actor_of(request), form.cleaned_data["seen"]
        if form.cleaned_data["mistake"]:
            return actions.take_back(row=row, seen=seen_row, by=by, now=moment)
        return actions.correct(row=row, said=form.said(), seen=seen_row, by=by, now=moment)

    return _form_page(
        request,
        desk,
        form,
        act,
        place=desk.place(f"correct_{kind}", row.pk),
        title=_(presenters.CORRECT[of_kind]),
        lead=presenters.what_it_is(row, of_kind),
    )


_PLAIN = ("kind", "belongs_to", "known_to_him", "shared_with_him", "safe", "since", "until")


def plan(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Write how she may safely be reached."""
    stands = queries.plan_of(desk.subject, actor_of(request))
    initial = {"seen": stands.pk if stands else None}
    form = PlanForm(request.POST or None, today=today(), initial=initial)

    def act(moment: datetime) -> Model:
        said = actions.NewPlan(
            **{name: form.cleaned_data[name] or "" for name in ("when", "how", "say", "password")}
        )
        return actions.write_plan(
            subject_id=desk.subject,
            said=said,
            seen=form.cleaned_data["seen"],
            by=actor_of(request),
            now=moment,
        )

    return _form_page(
        request, desk, form, act, place=desk.place("plan"), title=_("Safe-contact plan")
    )


def _kind(kind: str) -> ContactDetail:
    if kind not in {each.value for each in _FORMS}:
        raise Http404("not found")
    return ContactDetail(kind)


def _form_page(
    request: HttpRequest,
    desk: Desk,
    form: Any,
    act: Callable[[datetime], Model],
    *,
    place: Place,
    title: str,
    lead: str = "",
) -> HttpResponse:
    by, moment = actor_of(request), now()
    take_up(form, place, by=by)

    def act_and_tell() -> Model:
        made = act(moment)
        desk.tell(moment)
        return made

    if form.is_valid() and carried_out(form, act_and_tell, place=place, by=by, now=moment):
        messages.success(request, _("Contact details saved."))
        return redirect(desk.page(INDEX))
    context = {
        "case": desk.frame,
        "form": form,
        "draft": place,
        "title": title,
        "lead": lead,
        "submit": _("Save"),
        "back": desk.page(INDEX),
    }
    return render(request, "vault/form.html", context)
