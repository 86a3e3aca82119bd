"""The Idva's pages, and the page on which an Idva is named. The same in both arms."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.vocabulary.insights import InsightsStage
from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.accounts.queries import holders_of
from drive.web.accounts.roles import Role
from drive.web.core.clock import now, today
from drive.web.insights import actions, presenters, queries
from drive.web.insights.forms import CloseCaseForm, IdvaChooser, InsightsEntryForm, OpenCaseForm
from drive.web.insights.models import IdvaCase, InsightsForm
from drive.web.people.models import Dyad
from drive.web.recording.actions import save_draft
from drive.web.recording.forms import answers_from, ratings_from
from drive.web.recording.queries import draft_of
from drive.web.recording.rules import definition, page_in
from drive.web.recording.views import Place, carried_out, take_up, typed

A_PAGE = 50


@page("insights.view_cases")
def caseload(request: HttpRequest) -> HttpResponse:
    """The open cases that the Idva holds."""
    return _list(request, closed=False)


@page("insights.view_cases")
def closed(request: HttpRequest) -> HttpResponse:
    """The cases whose support has ended."""
    return _list(request, closed=True)


def _list(request: HttpRequest, *, closed: bool) -> HttpResponse:
    found = queries.cases_of(actor_of(request)).filter(closed_on__isnull=not closed)
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown.object_list)
    context = {
        "page": shown,
        "closed": closed,
        "table": presenters.caseload_table(shown.object_list),
    }
    return render(request, "insights/caseload.html", context)


@page("insights.view_case")
def case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """One case: the facts and what comes next."""
    shown = find(request, IdvaCase, pk=case_id)
    holder = shown.assignments.filter(ended_at=None).select_related("user").first()
    context = {
        "case": presenters.frame(shown, today(), tab="overview"),
        "rows": presenters.overview_rows(shown, holder.user.name if holder else _("Nobody")),
        "steps": presenters.steps(shown),
        "draft": _drafts(request, shown),
        "pair_id": shown.dyad_id,
    }
    return render(request, "insights/case.html", context)


@page("insights.view_case")
def forms(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The forms of one case."""
    shown = find(request, IdvaCase, pk=case_id)
    context = {
        "case": presenters.frame(shown, today(), tab="forms"),
        "table": presenters.forms_table(shown.forms.all()),
        "steps": presenters.steps(shown),
    }
    return render(request, "insights/forms.html", context)


@page("insights.view_case")
def form(request: HttpRequest, form_id: UUID) -> HttpResponse:
    """One form as it was filled in."""
    shown = find(request, InsightsForm, pk=form_id)
    context = {
        "case": presenters.frame(shown.idva_case, today(), tab="forms"),
        "shown": shown,
        "stage": InsightsStage(shown.stage),
        "sections": presenters.form_sections(shown),
    }
    return render(request, "insights/form.html", context)


@page("insights.fill")
def fill(request: HttpRequest, case_id: UUID, stage: str) -> HttpResponse:
    """Fill in a form, or keep what is typed and come back."""
    shown = find(request, IdvaCase, pk=case_id)
    if stage not in InsightsStage.__members__.values():
        raise Http404("not found")
    place, asked = _place(InsightsStage(stage), shown), definition("insights")
    if request.method == "POST" and "save_draft" in request.POST:
        return _keep(request, shown, place)
    entry = InsightsEntryForm(
        request.POST or None, sections=asked.stages[stage], complete=True, today=today()
    )
    draft = take_up(entry, place, by=actor_of(request))
    if entry.is_valid() and _submitted(request, shown, InsightsStage(stage), entry=entry):
        messages.success(request, _("The form was saved."))
        return redirect("insights:forms", case_id=shown.pk)
    context = {
        "form": entry,
        "case": presenters.frame(shown, today(), tab="forms"),
        "stage": InsightsStage(stage),
        "draft": place,
        "saved_at": draft.saved_at if draft else None,
    }
    return render(request, "insights/fill.html", context)


def _place(stage: InsightsStage, shown: IdvaCase) -> Place:
    return Place(f"insights/{stage}", shown.pk)


def _submitted(
    request: HttpRequest, shown: IdvaCase, stage: InsightsStage, *, entry: InsightsEntryForm
) -> bool:
    by, moment = actor_of(request), now()
    return carried_out(
        entry,
        lambda: actions.submit_form(
            case=shown,
            stage=stage,
            happened_on=entry.cleaned_data["happened_on"],
            definition=definition("insights"),
            answers=answers_from(entry),
            ratings=ratings_from(entry),
            by=by,
            now=moment,
        ),
        place=_place(stage, shown),
        by=by,
        now=moment,
    )


def _keep(request: HttpRequest, shown: IdvaCase, place: Place) -> HttpResponse:
    save_draft(
        form=place.form,
        subject=place.subject,
        path=request.path,
        typed=typed(request.POST),
        by=actor_of(request),
        now=now(),
        page=page_in(request.POST),
    )
    messages.success(request, _("What you typed is kept. Come back to it from this page."))
    return redirect("insights:case", case_id=shown.pk)


def _drafts(request: HttpRequest, shown: IdvaCase) -> list[dict[str, Any]]:
    kept = []
    for stage in InsightsStage:
        place = _place(stage, shown)
        draft = draft_of(actor_of(request), form=place.form, subject=place.subject)
        if draft:
            kept.append({"stage": stage, "saved_at": draft.saved_at, "href": draft.path})
    return kept


@page("insights.close")
def close(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """End the support."""
    shown = find(request, IdvaCase, pk=case_id)
    entry = CloseCaseForm(request.POST or None, today=today())
    by, moment = actor_of(request), now()
    if entry.is_valid() and carried_out(
        entry,
        lambda: actions.close_case(
            case=shown, closed_on=entry.cleaned_data["closed_on"], by=by, now=moment
        ),
        place=Place("insights/close", shown.pk),
        by=by,
        now=moment,
    ):
        messages.success(request, _("The support has ended. The exit form can be filled in."))
        return redirect("insights:case", case_id=shown.pk)
    context = {"form": entry, "back": reverse("insights:case", args=[shown.pk])}
    return render(request, "insights/close.html", context)


@page("insights.hand_over")
def hand_over(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Give a case to another Idva of the site."""
    shown = find(request, IdvaCase, pk=case_id)
    by, moment = actor_of(request), now()
    idvas = holders_of(Role.IDVA, site=shown.site).exclude(pk=by.pk)
    entry = IdvaChooser(request.POST or None, idvas=idvas, today=today())
    if entry.is_valid() and carried_out(
        entry,
        lambda: actions.hand_over(case=shown, to=entry.cleaned_data["idva"], by=by, now=moment),
        place=Place("insights/hand_over", shown.pk),
        by=by,
        now=moment,
    ):
        messages.success(request, _("The case was handed over. You no longer see it."))
        return redirect("insights:caseload")
    context = {"form": entry, "back": reverse("insights:case", args=[shown.pk])}
    return render(request, "insights/hand_over.html", context)


@page("insights.open_case")
def waiting(request: HttpRequest) -> HttpResponse:
    """The victim-survivors who were heard and have no Idva yet."""
    found = queries.waiting_for_idva(actor_of(request))
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown.object_list)
    context = {"page": shown, "table": presenters.waiting_table(shown.object_list)}
    return render(request, "insights/waiting.html", context)


@page("insights.open_case")
def open_case(request: HttpRequest, dyad_id: UUID) -> HttpResponse:
    """Name the Idva of a victim-survivor and open her case."""
    dyad = find(request, Dyad, pk=dyad_id)
    idvas = holders_of(Role.IDVA, site=dyad.perpetrator.site)
    entry = OpenCaseForm(request.POST or None, idvas=idvas, today=today())
    by, moment = actor_of(request), now()
    if entry.is_valid() and carried_out(
        entry,
        lambda: actions.open_case(
            dyad=dyad,
            idva=entry.cleaned_data["idva"],
            opened_on=entry.cleaned_data["opened_on"],
            by=by,
            now=moment,
        ),
        place=Place("insights/open", dyad.pk),
        by=by,
        now=moment,
    ):
        messages.success(request, _("The case was opened. It is on the IDVA’s list now."))
        return redirect("insights:waiting")
    context = {"form": entry, "dyad": dyad, "back": reverse("insights:waiting")}
    return render(request, "insights/open_case.html", context)
