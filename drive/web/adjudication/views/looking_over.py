"""The Idva's pages: what of her own words two strangers would read, before they do."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.adjudication.actions import narratives as actions
from drive.web.adjudication.forms import LookOverForm
from drive.web.adjudication.models import Narrative
from drive.web.adjudication.presenters import narratives as words
from drive.web.adjudication.queries.rounds import narratives_to_look_over, standing_redaction
from drive.web.adjudication.queries.telling import text_of
from drive.web.recording.views import Place, acted

A_PAGE = 50


@page("adjudication.look_over")
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """The narratives of one's own cases that wait to be looked over."""
    found = narratives_to_look_over(actor_of(request))
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    seen(request, shown)
    context = {"page": shown, "table": words.to_look_over_table(shown)}
    return render(request, "adjudication/waiting.html", context)


@page("adjudication.look_over")
def look_over(request: HttpRequest, narrative_id: UUID) -> HttpResponse:
    """Look one narrative over: take out more, and say whether the rest may be rated."""
    narrative: Narrative = find(request, Narrative, pk=narrative_id)
    redaction = standing_redaction(narrative)
    seen(request, [redaction], fields="narrative")
    form = LookOverForm(request.POST or None, initial={"seen": redaction.pk})
    place = Place("adjudication/look_over", narrative.pk)
    answer = acted(
        request,
        form,
        lambda by, moment: actions.look_over(
            narrative=narrative,
            looked=actions.Looked(
                state=form.cleaned_data["state"],
                passages=form.cleaned_data["passages"].splitlines(),
            ),
            seen=form.cleaned_data["seen"],
            by=by,
            now=moment,
        ),
        place=place,
        done=_("Saved."),
        back=reverse("adjudication:waiting"),
    )
    context = {
        "form": form,
        "draft": place,
        "text": text_of(redaction),
        "rows": words.redaction_rows(narrative, redaction),
        "back": reverse("adjudication:waiting"),
    }
    return answer or render(request, "adjudication/look_over.html", context)
