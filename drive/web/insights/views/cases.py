"""The caseload, one case, who holds it, and the page on which an Idva is named."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.vocabulary.support import HerEngagement
from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.accounts.queries import holders_anywhere, holders_of
from drive.web.accounts.roles import Role
from drive.web.core.clock import today
from drive.web.insights import actions, presenters, queries
from drive.web.insights.forms import CloseCaseForm, IdvaChooser, OpenCaseForm, TransferForm
from drive.web.insights.models import IdvaCase
from drive.web.people.models import Dyad
from drive.web.recording.views import Place, acted

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
    cases, day = list(shown.object_list), today()
    context = {
        "page": shown,
        "closed": closed,
        "tab": "closed" if closed else "open",
        "table": presenters.caseload_table(
            cases,
            queries.coming_for(cases, day),
            queries.engagements([case.pk for case in cases]),
            day,
        ),
    }
    return render(request, "insights/caseload.html", context)


@page("insights.view_case")
def case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """One case: the facts and what comes next."""
    shown, day = find(request, IdvaCase, pk=case_id), today()
    holder = shown.assignments.filter(ended_at=None).select_related("user").first()
    stands = queries.engagement_of(shown)
    moves = list(queries.moves_on(shown, actor_of(request)))
    seen(request, moves)
    context = {
        "case": presenters.frame(shown, day, tab="overview"),
        "rows": presenters.overview_rows(
            shown,
            holder.user.name if holder else _("Nobody"),
            HerEngagement(stands.state) if stands else None,
        ),
        "steps": presenters.steps(shown, queries.coming_for([shown], day)[shown.pk], day),
        "draft": _drafts(request, shown),
        "moves": presenters.move_cards(moves),
        "pair_id": shown.dyad_id,
        "case_id": shown.pk,
    }
    return render(request, "insights/case.html", context)


def _drafts(request: HttpRequest, shown: IdvaCase) -> list[dict[str, Any]]:
    return [
        {
            "form": presenters.stage_in_words(stage),
            "saved_at": draft.saved_at,
            "href": draft.path,
        }
        for stage, draft in queries.begun(shown, actor_of(request)).items()
    ]


@page("insights.close")
def close(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """End the support."""
    shown = find(request, IdvaCase, pk=case_id)
    entry = CloseCaseForm(request.POST or None, today=today())
    place, back = Place("insights/close", shown.pk), reverse("insights:case", args=[shown.pk])
    answer = acted(
        request,
        entry,
        lambda by, moment: actions.close_case(
            case=shown, closed_on=entry.cleaned_data["closed_on"], by=by, now=moment
        ),
        place=place,
        done=_("The support has ended. The exit form can be filled in."),
        back=back,
    )
    frame = presenters.frame(shown, today(), tab="overview")
    context = {"case": frame, "form": entry, "back": back, "draft": place}
    return answer or render(request, "insights/close.html", context)


@page("insights.hand_over")
def hand_over(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Give a case to another Idva of the site."""
    shown, by = find(request, IdvaCase, pk=case_id), actor_of(request)
    idvas = holders_of(Role.IDVA, site=shown.site).exclude(pk=by.pk)
    entry = IdvaChooser(request.POST or None, idvas=idvas, today=today())
    place = Place("insights/hand_over", shown.pk)
    answer = acted(
        request,
        entry,
        lambda by, moment: actions.hand_over(
            case=shown, to=entry.cleaned_data["idva"], by=by, now=moment
        ),
        place=place,
        done=_("The case was handed over. You no longer see it."),
        back="insights:caseload",
    )
    context = {
        "case": presenters.frame(shown, today(), tab="overview"),
        "form": entry,
        "back": reverse("insights:case", args=[shown.pk]),
        "draft": place,
    }
    return answer or render(request, "insights/hand_over.html", context)


@page("insights.hand_over")
def transfer(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """She moves: keep where to, sealed, and say who goes on with the follow-up."""
    shown, by = find(request, IdvaCase, pk=case_id), actor_of(request)
    entry = TransferForm(
        request.POST or None,
        idvas=holders_anywhere(Role.IDVA),
        today=today(),
        initial={"happened_on": today(), "idva": str(by.pk)},
    )
    place, back = Place("insights/transfer", shown.pk), reverse("insights:case", args=[shown.pk])
    given = entry.cleaned_data if entry.is_valid() else {}
    stays = given.get("idva") in (None, by)
    answer = acted(
        request,
        entry,
        lambda by, moment: actions.transfer(
            case=shown,
            happened_on=given["happened_on"],
            where=given["where"],
            to=given["idva"],
            by=by,
            now=moment,
        ),
        place=place,
        done=_("Saved. The perpetrator’s side is told nothing of it."),
        back=back if stays else reverse("insights:caseload"),
    )
    frame = presenters.frame(shown, today(), tab="overview")
    context = {"case": frame, "form": entry, "back": back, "draft": place}
    return answer or render(request, "insights/transfer.html", context)


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
    place = Place("insights/open", dyad.pk)
    answer = acted(
        request,
        entry,
        lambda by, moment: actions.open_case(
            dyad=dyad,
            idva=entry.cleaned_data["idva"],
            opened_on=entry.cleaned_data["opened_on"],
            by=by,
            now=moment,
        ),
        place=place,
        done=_("The case was opened. It is on the IDVA’s list now."),
        back="insights:waiting",
    )
    context = {
        "form": entry,
        "dyad": dyad,
        "back": reverse("insights:waiting"),
        "draft": place,
    }
    return answer or render(request, "insights/open_case.html", context)


def facts_frame(request: HttpRequest, about: UUID, tab: str) -> dict[str, Any]:
    """Return what the pages of facts show around their content at the Idva's side."""
    return presenters.frame(find(request, IdvaCase, pk=about), today(), tab=tab)
