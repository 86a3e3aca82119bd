"""Police extracts: uploaded for a site, put on its cases, and read on a case."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.police import ExtractRowState, ExtractState
from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.casework.models import DriveCase
from drive.web.casework.views.frames import frame
from drive.web.core.clock import now, today
from drive.web.core.exceptions import Refusal
from drive.web.design_system.forms import KeyForm
from drive.web.information.queries.facts import facts_about
from drive.web.multiagency import jobs
from drive.web.multiagency.actions import extracted
from drive.web.multiagency.actions.extracts import Uploaded, take_in
from drive.web.multiagency.forms.extracts import ExtractForm
from drive.web.multiagency.models import ExtractRow, PoliceExtract
from drive.web.multiagency.presenters import extracts as words
from drive.web.multiagency.queries import extracts as queries
from drive.web.multiagency.queries.directory.reach import sites_in_reach
from drive.web.multiagency.rules.extracts import COLUMNS
from drive.web.organisations.models import Agency
from drive.web.recording.actions import once
from drive.web.recording.exceptions import AlreadySubmitted
from drive.web.recording.views import Place, acted

TAKE_IN = "multiagency.take_in_extracts"
A_PAGE = 50
S = ExtractRowState


@page(TAKE_IN)
@require_safe
def extracts(request: HttpRequest) -> HttpResponse:
    """Every extract of the site, newest first."""
    found = queries.extracts_for(actor_of(request))
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown)
    context = {"page": shown, "table_of_extracts": words.extracts_table(shown)}
    return render(request, "multiagency/extracts/index.html", context)


@page(TAKE_IN)
def upload(request: HttpRequest) -> HttpResponse:
    """Upload an extract; nothing of it is on a case yet."""
    actor = actor_of(request)
    police = Agency.objects.filter(site__in=sites_in_reach(actor, TAKE_IN), kind=AgencyType.POLICE)
    agencies = list(police.order_by("name"))
    form = ExtractForm(
        request.POST or None, request.FILES or None, today=today(), agencies=agencies
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = _taken_in(form, actor)
        except AlreadySubmitted as earlier:
            return redirect("multiagency:extract", extract_id=earlier.result_id)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        else:
            return redirect("multiagency:extract", extract_id=made.pk)
    context = {"form": form, "back": reverse("multiagency:extracts"), "no_police": not agencies}
    return render(request, "multiagency/extracts/upload.html", context)


def _taken_in(form: ExtractForm, actor: User) -> PoliceExtract:
    given = form.cleaned_data
    file = Uploaded(
        agency=given["agency"], file_name=given["file"].name, content=given["file"].read()
    )
    made: Any = once(
        lambda: take_in(uploaded=file, by=actor, now=now()),
        key=given["key"],
        form="multiagency.take_in_extract",
        by=actor,
        now=now(),
    )
    kept: PoliceExtract = made
    return kept


@page(TAKE_IN)
@require_safe
def template(_request: HttpRequest) -> HttpResponse:
    """Give an empty extract with every heading that is understood."""
    text = io.StringIO()
    csv.writer(text).writerow([each.label for each in COLUMNS])
    response = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="police-extract.csv"'
    return response


@page(TAKE_IN)
@require_safe
def extract(request: HttpRequest, extract_id: UUID) -> HttpResponse:
    """One extract: what is ready, what is wrong and where, and what was done with it."""
    row: PoliceExtract = find(request, PoliceExtract, pk=extract_id)
    actor = actor_of(request)
    ready = list(queries.rows_in(row, actor, S.READY)[:A_PAGE])
    wrong = list(queries.rows_in(row, actor, S.WRONG)[:A_PAGE])
    counts = queries.counts_of(row)
    seen(request, [*ready, *wrong])
    context = {
        "row": row,
        "about": words.about_rows(row, counts),
        "ready": words.ready_table(ready) if ready else None,
        "wrong": words.wrong_table(wrong) if wrong else None,
        "more": {
            "ready": counts.get(S.READY, 0) > A_PAGE,
            "wrong": counts.get(S.WRONG, 0) > A_PAGE,
        },
        "most": A_PAGE,
        "can_discard": row.state == ExtractState.READ,
    }
    return render(request, "multiagency/extracts/extract.html", context)


@dataclass(frozen=True, kw_only=True)
class _Step:
    """The words of one thing that is done with an extract, and what does it."""

    title: str
    lead: str
    done: str
    act: Callable[..., Any]


def _put(*, extract: PoliceExtract, by: User, now: datetime) -> PoliceExtract:  # noqa: ARG001
    jobs.put_extract_on_cases.enqueue(extract_id=str(extract.pk), by_id=str(by.pk))
    return extract


_STEPS = {
    "put": _Step(
        title=gettext_noop("Put the rows on their cases"),
        lead=gettext_noop(
            "Each row becomes a dated fact on the case whose reference it has. What is wrong waits."
        ),
        done=gettext_noop("The rows are put on their cases now. Look again in some seconds."),
        act=_put,
    ),
    "set-aside": _Step(
        title=gettext_noop("Set aside what is wrong"),
        lead=gettext_noop(
            "What these rows say is erased. Ask the force to send them again, put right: rows that "
            "are on a case already stay one."
        ),
        done=gettext_noop("What was wrong is set aside and erased."),
        act=extracted.set_aside,
    ),
    "discard": _Step(
        title=gettext_noop("Throw the extract away"),
        lead=gettext_noop("Everything in it is erased. Nothing of it is on a case."),
        done=gettext_noop("The extract was thrown away."),
        act=extracted.discard,
    ),
}


@page(TAKE_IN)
def act(request: HttpRequest, extract_id: UUID, step: str) -> HttpResponse:
    """Put the rows on their cases, set aside what is wrong, or throw it away, after asking."""
    row: PoliceExtract = find(request, PoliceExtract, pk=extract_id)
    found = _STEPS.get(step)
    if found is None:
        raise Http404("not found")
    form = KeyForm(request.POST or None)
    back = reverse("multiagency:extract", args=[row.pk])
    answer = acted(
        request,
        form,
        lambda by, moment: found.act(extract=row, by=by, now=moment),
        place=Place(f"extracts/{step}", row.pk),
        done=_(found.done),
        back=back,
    )
    if answer is not None:
        return answer
    context = {"form": form, "back": back, "title": _(found.title), "lead": _(found.lead)}
    return render(request, "multiagency/extracts/act.html", context)


@page("multiagency.view_extracts")
@require_safe
def case_extracts(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What the police sent about a case. Whoever opens it has looked: what comes later is new."""
    case, actor = find(request, DriveCase, pk=case_id), actor_of(request)
    since = queries.looked_at(case, actor)
    found = queries.on_case(case, actor)
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    rows: list[ExtractRow] = list(shown)
    facts = facts_about(case.pk, actor).filter(fact__in=[row.fact_id for row in rows])
    said = {version.fact_id: version for version in facts}
    seen(request, [*rows, *said.values()])
    if request.method == "GET" and shown.number == 1:
        extracted.note_looked(case=case, by=actor, now=now())
    context = {
        "case": frame(request, case, "multiagency:requests"),
        "case_id": case.pk,
        "page": shown,
        "table_of_rows": words.case_table(case, rows, said, since) if rows else None,
        "since": since,
    }
    return render(request, "multiagency/extracts/case.html", context)
