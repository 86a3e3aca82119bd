"""Queries about what a record says: the list, one query, and asking."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.web.accounts.policy import actor_of, find, may, page, require, seen
from drive.web.assessments.models import Assessment
from drive.web.casework.presenters import case_frame
from drive.web.core.clock import now, today
from drive.web.design_system.forms import DriveForm
from drive.web.design_system.presenters import label
from drive.web.monitoring import actions
from drive.web.monitoring.forms import AnswerForm, QueryForm, ResolveForm
from drive.web.monitoring.models import DataQuery
from drive.web.monitoring.presenters import data_queries as words
from drive.web.monitoring.presenters import sections
from drive.web.monitoring.queries.data_queries import QueryState, data_queries, state_of
from drive.web.recording.views import Place, carried_out, take_up

A_PAGE = 50


@page("monitoring.view_queries")
def queries(request: HttpRequest) -> HttpResponse:
    """The queries in reach, those that wait first."""
    actor, chosen = actor_of(request), request.GET.get("state", "")
    state = QueryState(chosen) if chosen in list(QueryState) else None
    shown = Paginator(data_queries(actor, state), A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown)
    context = {
        "sections": sections(actor, "queries"),
        "tabs": _tabs(state),
        "table": words.table_of(shown),
        "page": shown,
        "query": f"state={state}" if state else "",
    }
    return render(request, "monitoring/queries.html", context)


def _tabs(state: QueryState | None) -> list[dict[str, object]]:
    address = reverse("monitoring:queries")
    everything = {"text": _("Not resolved"), "href": address, "active": state is None}
    return [everything] + [
        {"text": label(each), "href": f"{address}?state={each}", "active": each is state}
        for each in QueryState
    ]


@page("monitoring.raise_query")
def raise_query(request: HttpRequest, assessment_id: UUID) -> HttpResponse:
    """Ask whether one answer of an assessment is right."""
    assessment, actor = find(request, Assessment, pk=assessment_id), actor_of(request)
    form = QueryForm(request.POST or None, today=today(), asked=words.fields_of(assessment))
    place = Place("monitoring/query", assessment.pk)
    take_up(form, place, by=actor)
    if _done(request, form, place, lambda: _raised(request, assessment, form)):
        messages.success(request, _("The case manager has been asked."))
        return redirect("assessments:read", assessment.drive_case_id, assessment.point)
    frame = case_frame(assessment.drive_case, actor, active="assessments:index", today=today())
    context = {"form": form, "draft": place, "case": frame, "assessment": assessment}
    return render(request, "monitoring/raise_query.html", context)


def _raised(request: HttpRequest, assessment: Assessment, form: QueryForm) -> DataQuery:
    given = form.cleaned_data
    return actions.raise_query(
        assessment=assessment,
        field=given["field"],
        words=given["words"],
        by=actor_of(request),
        now=now(),
    )


@page("monitoring.view_queries")
def data_query(request: HttpRequest, query_id: UUID) -> HttpResponse:
    """One query: what was asked; its answer is written here, and how it ended."""
    query, actor = find(request, DataQuery, pk=query_id), actor_of(request)
    answers = "resolution" not in request.POST and may(actor, "monitoring.answer_query")
    answer_form = AnswerForm(request.POST if answers else None, today=today())
    resolve_form = ResolveForm(request.POST if request.POST and not answers else None)
    place = Place("monitoring/answer", query.pk)
    ending = Place("monitoring/resolve", query.pk)
    take_up(answer_form, place, by=actor)
    take_up(resolve_form, ending, by=actor)
    if request.method == "POST":
        require(actor, "monitoring.answer_query" if answers else "monitoring.raise_query", query)
    if _done(request, answer_form, place, lambda: _answered(request, query, answer_form)) or _done(
        request,
        resolve_form,
        ending,
        lambda: _resolved(request, query, resolve_form),
    ):
        messages.success(request, _("Saved."))
        return redirect("monitoring:queries")
    state = state_of(query)
    context = {
        "rows": words.rows_of(query),
        "case_id": query.drive_case_id,
        "point": query.assessment.point,
        "draft": place,
        "ending": ending,
        "form": answer_form if answer_form.is_bound or not resolve_form.is_bound else resolve_form,
        "answer_form": answer_form
        if state is QueryState.OPEN and may(actor, "monitoring.answer_query")
        else None,
        "resolve_form": resolve_form
        if state is not QueryState.RESOLVED and may(actor, "monitoring.raise_query")
        else None,
    }
    return render(request, "monitoring/data_query.html", context)


def _answered(request: HttpRequest, query: DataQuery, form: AnswerForm) -> DataQuery:
    return actions.answer_query(
        query=query, answer=form.cleaned_data["answer"], by=actor_of(request), now=now()
    )


def _resolved(request: HttpRequest, query: DataQuery, form: ResolveForm) -> DataQuery:
    return actions.resolve_query(
        query=query, resolution=form.cleaned_data["resolution"], by=actor_of(request), now=now()
    )


def _done(request: HttpRequest, form: DriveForm, place: Place, act: Callable[[], Model]) -> bool:
    if not form.is_valid():
        return False
    return carried_out(form, act, place=place, by=actor_of(request), now=now())
