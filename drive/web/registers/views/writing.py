"""Writing: adding an entry, putting it right, ending it, taking it back, and settling a task."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.policy import actor_of, find, page
from drive.web.casework.models import DriveCase
from drive.web.core.clock import now, today
from drive.web.design_system.forms import DriveForm
from drive.web.design_system.presenters import label
from drive.web.recording.views import Place, carried_out, take_up
from drive.web.registers import actions
from drive.web.registers.actions.tasks import DONE_BY_HAND, settle_by_hand
from drive.web.registers.forms import EndForm, SettleForm, TakeBackForm
from drive.web.registers.queries.entries import latest_of, standing
from drive.web.registers.queries.words import opened, values_of
from drive.web.registers.registry.declaration import Register
from drive.web.registers.views.pages import entry_of, frame, writable
from drive.web.tasks.models import Task


@page("registers.view")
def add(request: HttpRequest, case_id: UUID, register: str) -> HttpResponse:
    """Record an entry."""
    shelf = writable(request, register)
    case = find(request, DriveCase, pk=case_id)
    offers = _offers(request, shelf, case)
    form = shelf.form(
        request.POST or None, today=today(), offers=offers, initial={"happened_on": today()}
    )
    place = Place(f"registers/{shelf.slug}", case.pk)
    take_up(form, place, by=actor_of(request))

    def act() -> Model:
        made: Model = actions.record_entry(
            register=shelf, case=case, values=form.values(), by=actor_of(request), now=now()
        )
        return made

    if form.is_valid() and _done(request, form, act, case=case, place=place):
        messages.success(request, _("Saved."))
        return redirect("registers:list", case.pk, shelf.slug)
    missing = [shelf.offers[name] for name, rows in offers.items() if not rows]
    context = _context(request, case, shelf, form=form, place=place) | {"missing": missing}
    return render(request, "registers/add.html", context)


@page("registers.view")
def correct(request: HttpRequest, case_id: UUID, register: str, entry_id: UUID) -> HttpResponse:
    """Put an entry right; what stood before stays on record."""
    shelf = writable(request, register)
    case = find(request, DriveCase, pk=case_id)
    latest = latest_of(shelf, entry_of(request, shelf, case, entry_id))
    form = shelf.form(
        request.POST or None,
        today=today(),
        offers=_offers(request, shelf, case),
        initial=values_of(shelf, latest) | {"seen": latest.pk},
    )

    def act(**by_and_now: Any) -> Any:
        return actions.correct_entry(
            register=shelf,
            entry=latest,
            values=form.values(),
            seen=form.cleaned_data["seen"],
            **by_and_now,
        )

    return _changed(request, shelf, latest, form=form, act=act, way="correct")


@page("registers.view")
def end(request: HttpRequest, case_id: UUID, register: str, entry_id: UUID) -> HttpResponse:
    """End what lasted."""
    shelf = writable(request, register)
    case = find(request, DriveCase, pk=case_id)
    latest = latest_of(shelf, entry_of(request, shelf, case, entry_id))
    if not shelf.lasts:
        raise Http404("not found")
    initial = {"ends_on": latest.ends_on or today(), "seen": latest.pk}
    form = EndForm(request.POST or None, today=today(), initial=initial)

    def act(**by_and_now: Any) -> Any:
        given = _given(form)
        return actions.end_entry(register=shelf, entry=latest, **given, **by_and_now)

    return _changed(request, shelf, latest, form=form, act=act, way="end")


@page("registers.view")
def take_back(request: HttpRequest, case_id: UUID, register: str, entry_id: UUID) -> HttpResponse:
    """Take back an entry that should not have been made."""
    shelf = writable(request, register)
    case = find(request, DriveCase, pk=case_id)
    latest = latest_of(shelf, entry_of(request, shelf, case, entry_id))
    form = TakeBackForm(request.POST or None, today=today(), initial={"seen": latest.pk})

    def act(**by_and_now: Any) -> Any:
        given = _given(form)
        return actions.take_back_entry(register=shelf, entry=latest, **given, **by_and_now)

    return _changed(request, shelf, latest, form=form, act=act, way="take_back")


def _given(form: DriveForm) -> dict[str, Any]:
    return {name: value for name, value in form.cleaned_data.items() if name != "key"}


def _changed(
    request: HttpRequest,
    register: Register,
    latest: Any,
    *,
    form: DriveForm,
    act: Callable[..., Any],
    way: str,
) -> HttpResponse:
    """Show a form that changes an entry, or carry it out."""
    case, place = latest.drive_case, Place(f"registers/{register.slug}/{way}", latest.origin)
    take_up(form, place, by=actor_of(request))
    by, moment = actor_of(request), now()
    if form.is_valid() and _done(
        request, form, lambda: act(by=by, now=moment), case=case, place=place
    ):
        messages.success(request, _("Saved. What stood before stays on record."))
        return redirect("registers:list", case.pk, register.slug)
    context = _context(request, case, register, form=form, place=place) | {"row": latest}
    return render(request, f"registers/{way}.html", context)


@page("registers.write")
def settle(request: HttpRequest, case_id: UUID, task_id: UUID) -> HttpResponse:
    """Say that what a task asked for is done."""
    case = find(request, DriveCase, pk=case_id)
    task = find(request, Task, pk=task_id)
    if task.about != case.pk or task.kind not in DONE_BY_HAND:
        raise Http404("not found")
    form = SettleForm(request.POST or None)
    place = Place("registers/settle", task.pk)
    take_up(form, place, by=actor_of(request))

    def act() -> Model:
        answer = form.cleaned_data["answer"]
        return settle_by_hand(case=case, task=task, answer=answer, by=actor_of(request), now=now())

    if form.is_valid() and _done(request, form, act, case=case, place=place):
        messages.success(request, _("Done."))
        return redirect("registers:index", case.pk)
    context = {
        "form": form,
        "draft": place,
        "case": frame(request, case),
        "case_id": case.pk,
        "what": label(TaskKind(task.kind)),
    }
    return render(request, "registers/settle.html", context)


def _done(
    request: HttpRequest,
    form: DriveForm,
    act: Callable[[], Model],
    *,
    case: DriveCase,
    place: Place,
) -> bool:
    return carried_out(form, act, place=place, by=actor_of(request), now=now(), site=case.site)


def _context(
    request: HttpRequest, case: DriveCase, register: Register, *, form: DriveForm, place: Place
) -> dict[str, Any]:
    return {
        "form": form,
        "draft": place,
        "register": register,
        "case": frame(request, case),
        "case_id": case.pk,
    }


def _offers(
    request: HttpRequest, register: Register, case: DriveCase
) -> dict[str, list[tuple[Any, str]]]:
    """Return what the form offers to choose from, with what each is called."""
    actor = actor_of(request)
    return {
        name: [
            (each.row, other.name(each))
            for each in opened(other, standing(other, case, actor), actor)
        ]
        for name, other in register.offers.items()
    }
