"""The evaluator's pages: rounds, how far each has come, and what came of it. No narrative."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.vocabulary.jobs import RunState
from drive.web.accounts.models import User
from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.adjudication import jobs
from drive.web.adjudication.actions import results, rounds
from drive.web.adjudication.forms import RoundForm
from drive.web.adjudication.models import Round, RoundResult
from drive.web.adjudication.presenters import results as numbers
from drive.web.adjudication.presenters import rounds as words
from drive.web.adjudication.queries.rounds import possible_adjudicators, progress_of
from drive.web.design_system.forms import KeyForm
from drive.web.recording.views import Place, acted

A_PAGE = 50


@page("adjudication.view")
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every round, the newest first."""
    found = Round.objects.visible_to(actor_of(request)).select_related("recorded_by", "result")
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown)
    context = {"page": shown, "table": words.rounds_table(shown)}
    return render(request, "adjudication/index.html", context)


@page("adjudication.make")
def make(request: HttpRequest) -> HttpResponse:
    """Make a round: how many narratives, and who rates them."""
    actor = actor_of(request)
    form = RoundForm(request.POST or None, people=possible_adjudicators())
    place = Place("adjudication/make", actor.pk)

    def act(by: User, moment: datetime) -> Round:
        given = form.cleaned_data
        made = rounds.make_round(
            size=given["size"], adjudicators=[given["first"], given["second"]], by=by, now=moment
        )
        jobs.draw_round.enqueue(round_id=str(made.pk))
        return made

    back = reverse("adjudication:index")
    answer = acted(request, form, act, place=place, done=_("The sample is being drawn."), back=back)
    context = {"form": form, "draft": place, "back": back}
    return answer or render(request, "adjudication/make.html", context)


@page("adjudication.view")
@require_safe
def about(request: HttpRequest, round_id: UUID) -> HttpResponse:
    """One round: how far it has come, and its result once that is released."""
    shown: Round = find(request, Round, pk=round_id)
    progress, result = progress_of(shown), _result_of(request, shown)
    context = {
        "shown": shown,
        "tag": words.tag(shown),
        "is_under_way": shown.state in {RunState.WAITING, RunState.RUNNING},
        "rows": words.round_rows(shown, progress),
        "may_release": result is None and progress.is_finished,
        "result": result,
        "tables": numbers.tables_of(result) if result else [],
        "result_rows": numbers.result_rows(result) if result else [],
    }
    return render(request, "adjudication/round.html", context)


def _result_of(request: HttpRequest, shown: Round) -> RoundResult | None:
    found = RoundResult.objects.visible_to(actor_of(request)).filter(round=shown).first()
    if found:
        seen(request, [found])
    return found


@page("adjudication.release")
def release(request: HttpRequest, round_id: UUID) -> HttpResponse:
    """Release what came of a round."""
    shown: Round = find(request, Round, pk=round_id)
    form = KeyForm(request.POST or None)
    back = reverse("adjudication:round", args=[shown.pk])
    answer = acted(
        request,
        form,
        lambda by, moment: results.release_result(about=shown, by=by, now=moment),
        place=Place("adjudication/release", shown.pk),
        done=_("The result is released."),
        back=back,
    )
    context = {"form": form, "back": back}
    return answer or render(request, "adjudication/release.html", context)
