"""The timeline of a case: filters, major events, and the entries that stand on top."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from drive.vocabulary.timeline import TimelineKind
from drive.web.accounts.policy import actor_of, find, may, page
from drive.web.case_record import actions, queries
from drive.web.case_record.forms import TimelineFilterForm
from drive.web.case_record.presenters.timeline import Filter, items, timeline
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters import case_frame
from drive.web.core.clock import now, today
from drive.web.design_system.presenters import date_in_words, label

A_PAGE = 50


@page("casework.view_record")
def what_happened(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Everything that happened, the newest first, the pinned entries before all."""
    case, actor = find(request, DriveCase, pk=case_id), actor_of(request)
    form = TimelineFilterForm(request.GET or None, today=today())
    everything = timeline(case, actor, _chosen(form))
    pinned = queries.pinned_on(case, actor)
    shown = Paginator(everything, A_PAGE).get_page(request.GET.get("page"))
    may_pin = may(actor, "case_record.pin")
    on_top = [entry for entry in everything if entry.key in pinned]
    context = {
        "case": case_frame(case, actor, active="case_record:timeline", today=today()),
        "case_id": case.pk,
        "filter_form": form,
        "selected": _selected(request, form),
        "page": shown,
        "query": _without(request, "page"),
        "pinned": items(on_top, pinned=pinned, may_pin=may_pin) if shown.number == 1 else [],
        "entries": items(shown, pinned=pinned, may_pin=may_pin),
        "may_print": may(actor, "case_record.print"),
    }
    return render(request, "case_record/timeline.html", context)


def _chosen(form: TimelineFilterForm) -> Filter:
    if not form.is_valid():
        return Filter()
    given = form.cleaned_data
    return Filter(
        kinds=given["kind"] or (),
        major_only=bool(given["major"]),
        since=given["since"],
        until=given["until"],
    )


def _selected(request: HttpRequest, form: TimelineFilterForm) -> list[dict[str, Any]]:
    """Return each chosen filter as a link that takes it away."""
    if not form.is_valid():
        return []
    given = form.cleaned_data
    chosen = [(label(kind), _without(request, "page", kind=kind)) for kind in given["kind"] or ()]
    if given["major"]:
        chosen.append((_("Major events only"), _without(request, "page", "major")))
    for name, words in (("since", _("From %s")), ("until", _("To %s"))):
        if given[name]:
            parts = [f"{name}-{part}" for part in ("day", "month", "year")]
            chosen.append((words % date_in_words(given[name]), _without(request, "page", *parts)))
    return [{"text": text, "href": f"?{rest}"} for text, rest in chosen]


def _without(request: HttpRequest, *names: str, kind: str | None = None) -> str:
    left = request.GET.copy()
    for name in names:
        left.pop(name, None)
    if kind is not None:
        left.setlist("kind", [each for each in left.getlist("kind") if each != kind])
    return left.urlencode()


@page("case_record.pin")
@require_POST
def pin(request: HttpRequest, case_id: UUID, entry_id: UUID) -> HttpResponse:
    """Put an entry on top of the timeline, or let it stand among the others again."""
    case, actor = find(request, DriveCase, pk=case_id), actor_of(request)
    entry = next((each for each in timeline(case, actor) if each.key == entry_id), None)
    if entry is None:
        raise Http404("not found")
    if request.POST.get("take") == "off":
        actions.unpin(case=case, entry=entry.key, by=actor, now=now())
    else:
        actions.pin(case=case, entry=entry.key, kind=TimelineKind(entry.kind), by=actor, now=now())
    return redirect(f"{reverse('case_record:timeline', args=[case.pk])}#entry-{entry.key}")
