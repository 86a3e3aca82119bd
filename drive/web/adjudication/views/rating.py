"""The adjudicator's pages: a number, a text and four questions. Nothing of whose text it is."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.adjudication.actions import narratives as actions
from drive.web.adjudication.forms import RatingForm
from drive.web.adjudication.models import Narrative, Seat
from drive.web.adjudication.presenters import narratives as words
from drive.web.adjudication.queries.rounds import (
    left_to_rate,
    narratives_to_rate,
    seat_of,
    standing_redaction,
)
from drive.web.adjudication.queries.telling import is_fit_to_show, text_of
from drive.web.recording.views import Place, acted

A_PAGE = 50


@page("adjudication.rate")
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The narratives that somebody rates, in their order, and which are done."""
    actor = actor_of(request)
    shown = Paginator(narratives_to_rate(actor), A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown)
    context = {
        "page": shown,
        "left": left_to_rate(actor),
        "table": words.to_rate_table(shown),
    }
    return render(request, "adjudication/mine.html", context)


@page("adjudication.rate")
def rate(request: HttpRequest, narrative_id: UUID) -> HttpResponse:
    """Rate one narrative."""
    narrative: Narrative = find(request, Narrative, pk=narrative_id)
    seat = _seat(request, narrative)
    redaction = standing_redaction(narrative)
    form = RatingForm(request.POST or None)
    place = Place("adjudication/rate", narrative.pk)
    answer = acted(
        request,
        form,
        lambda by, moment: actions.rate(
            narrative=narrative, ratings=form.ratings, by=by, now=moment
        ),
        place=place,
        done=_("Your rating is saved."),
        back=reverse("adjudication:mine"),
    )
    text = text_of(redaction)
    is_fit = is_fit_to_show(narrative, text)
    if is_fit:
        seen(request, [redaction], fields="narrative")
    context = {
        "number": narrative.place,
        "text": text if is_fit else None,
        "is_rated": seat.verdicts.filter(narrative=narrative).exists(),
        "form": form,
        "draft": place,
        "back": reverse("adjudication:mine"),
    }
    return answer or render(request, "adjudication/rate.html", context)


def _seat(request: HttpRequest, narrative: Narrative) -> Seat:
    seat = seat_of(narrative, actor_of(request))
    if seat is None:
        request.refusal = "whoever works with cases rates no narrative"  # type: ignore[attr-defined]
        raise Http404("not found")
    return seat
