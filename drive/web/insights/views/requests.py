"""Requests for what is held about her: her own, and those of police, prosecution or a court."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.core.clock import today
from drive.web.design_system.forms import DriveForm
from drive.web.insights import presenters
from drive.web.insights.actions import requests as actions
from drive.web.insights.forms.requests import (
    HerRequestForm,
    HerStepForm,
    HerViewForm,
    RecordsItemForm,
    RecordsRequestForm,
    item_before,
    view_before,
)
from drive.web.insights.models import HerRequest, IdvaCase, RecordsItem, RecordsRequest
from drive.web.insights.presenters import requests as words
from drive.web.insights.queries import requests as queries
from drive.web.recording.views import Place, acted

TAB = "requests"
A_PAGE = 50


@page("insights.view_case")
def index(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Her own requests, and those of others."""
    case, actor = find(request, IdvaCase, pk=case_id), actor_of(request)
    own = list(queries.her_requests_on(case, actor)[:A_PAGE])
    others = list(queries.records_requests_on(case, actor)[:A_PAGE])
    seen(request, [*own, *others])
    context = {
        "case": presenters.frame(case, today(), tab=TAB),
        "case_id": case.pk,
        "own": words.her_requests_table(own, today()) if own else None,
        "others": words.records_requests_table(others) if others else None,
    }
    return render(request, "insights/requests.html", context)


@page("insights.view_case")
def her_request(request: HttpRequest, case_id: UUID, request_id: UUID) -> HttpResponse:
    """Her own request, how far it came, and where it stands how she is reached safely."""
    case, actor = find(request, IdvaCase, pk=case_id), actor_of(request)
    row: HerRequest = find(request, HerRequest, pk=request_id, idva_case=case)
    steps = queries.steps_of(row, actor)
    seen(request, steps)
    context = {
        "case": presenters.frame(case, today(), tab=TAB),
        "row": row,
        "rows": words.her_request_rows(row, today()),
        "steps": words.steps_table(steps) if steps else None,
        "settled": queries.is_settled(row),
        "has_plan": queries.has_safe_contact_plan(case, actor),
    }
    return render(request, "insights/her_request.html", context)


@page("insights.view_case")
def records_request(request: HttpRequest, case_id: UUID, request_id: UUID) -> HttpResponse:
    """A request of others: who, why, her view, and what was decided item by item."""
    case, actor = find(request, IdvaCase, pk=case_id), actor_of(request)
    row: RecordsRequest = find(request, RecordsRequest, pk=request_id, idva_case=case)
    views, items = queries.views_on(row, actor), queries.items_of(row, actor)
    seen(request, [*views, *items])
    context = {
        "case": presenters.frame(case, today(), tab=TAB),
        "row": row,
        "rows": words.records_request_rows(row),
        "views": words.views_table(views) if views else None,
        "items": words.items_table(items, case.pk) if items else None,
    }
    return render(request, "insights/records_request.html", context)


@dataclass(frozen=True, kw_only=True)
class _Act:
    """One act: its form, what it does, what it is about, and the words around it."""

    form: DriveForm
    does: Callable[[dict[str, Any], User, datetime], Model]
    place: Place
    title: str
    back: str


def _page(request: HttpRequest, case: IdvaCase, act: _Act) -> HttpResponse:
    def carry_out(by: User, moment: datetime) -> Model:
        given = {name: each for name, each in act.form.cleaned_data.items() if name != "key"}
        return act.does(given, by, moment)

    answer = acted(
        request,
        act.form,
        carry_out,
        place=act.place,
        done=_("Saved."),
        back=act.back,
        site=case.site,
    )
    context = {
        "form": act.form,
        "draft": act.place,
        "case": presenters.frame(case, today(), tab=TAB),
        "title": act.title,
        "back": act.back,
    }
    return answer or render(request, "insights/act.html", context)


@page("insights.keep_requests")
def ask_own(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Record that she asks for what is held about her."""
    case = find(request, IdvaCase, pk=case_id)
    act = _Act(
        form=HerRequestForm(request.POST or None, today=today()),
        does=lambda given, by, moment: actions.note_her_request(
            case=case, asking=actions.HerAsking(**given), by=by, now=moment
        ),
        place=Place("insights/her_request", case.pk),
        title=_("She asks to see her record"),
        back=reverse("insights:requests", args=[case.pk]),
    )
    return _page(request, case, act)


@page("insights.keep_requests")
def her_step(request: HttpRequest, case_id: UUID, request_id: UUID) -> HttpResponse:
    """Say how far her request came."""
    case = find(request, IdvaCase, pk=case_id)
    row: HerRequest = find(request, HerRequest, pk=request_id, idva_case=case)
    act = _Act(
        form=HerStepForm(request.POST or None, today=today(), initial={"happened_on": today()}),
        does=lambda given, by, moment: actions.take_her_request_on(
            request=row, step=actions.HerStep(**given), by=by, now=moment
        ),
        place=Place("insights/her_step", row.pk),
        title=_("How far her request came"),
        back=reverse("insights:her_request", args=[case.pk, row.pk]),
    )
    return _page(request, case, act)


@page("insights.keep_requests")
def ask_records(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Record that somebody asks for her records."""
    case = find(request, IdvaCase, pk=case_id)
    act = _Act(
        form=RecordsRequestForm(request.POST or None, today=today()),
        does=lambda given, by, moment: actions.note_records_request(
            case=case, asking=actions.Asking(**given), by=by, now=moment
        ),
        place=Place("insights/records_request", case.pk),
        title=_("Somebody asks for her records"),
        back=reverse("insights:requests", args=[case.pk]),
    )
    return _page(request, case, act)


@page("insights.keep_requests")
def her_view(request: HttpRequest, case_id: UUID, request_id: UUID) -> HttpResponse:
    """Record what she thinks of a request for her records."""
    case = find(request, IdvaCase, pk=case_id)
    row: RecordsRequest = find(request, RecordsRequest, pk=request_id, idva_case=case)
    before = view_before(queries.view_on(row), today())

    def does(given: dict[str, Any], by: User, moment: datetime) -> Model:
        stands = given.pop("seen")
        view = actions.HerView(**given)
        return actions.record_her_view(request=row, view=view, seen=stands, by=by, now=moment)

    act = _Act(
        form=HerViewForm(request.POST or None, today=today(), initial=before),
        does=does,
        place=Place("insights/her_view", row.pk),
        title=_("What she thinks of it"),
        back=reverse("insights:records_request", args=[case.pk, row.pk]),
    )
    return _page(request, case, act)


@page("insights.keep_requests")
def add_records_item(request: HttpRequest, case_id: UUID, request_id: UUID) -> HttpResponse:
    """Decide of one thing that they ask for."""
    case = find(request, IdvaCase, pk=case_id)
    row: RecordsRequest = find(request, RecordsRequest, pk=request_id, idva_case=case)
    return _item_page(request, case, row, before=None)


@page("insights.keep_requests")
def correct_records_item(
    request: HttpRequest, case_id: UUID, request_id: UUID, item_id: UUID
) -> HttpResponse:
    """Put a decision right; what was decided before stays on record."""
    case = find(request, IdvaCase, pk=case_id)
    row: RecordsRequest = find(request, RecordsRequest, pk=request_id, idva_case=case)
    before: RecordsItem = find(request, RecordsItem, pk=item_id, request_id=row.pk)
    return _item_page(request, case, row, before=before)


def _item_page(
    request: HttpRequest, case: IdvaCase, row: RecordsRequest, *, before: RecordsItem | None
) -> HttpResponse:
    first = item_before(before, today())
    act = _Act(
        form=RecordsItemForm(request.POST or None, today=today(), initial=first),
        does=lambda given, by, moment: actions.decide_item(
            request=row, item=actions.ItemDecided(**given), before=before, by=by, now=moment
        ),
        place=Place("insights/records_item", before.pk if before else row.pk),
        title=_("Decide about one thing"),
        back=reverse("insights:records_request", args=[case.pk, row.pk]),
    )
    return _page(request, case, act)
