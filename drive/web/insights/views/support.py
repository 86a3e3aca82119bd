"""The Idva's work on a case: the quick log, how support stands, and the safety plan."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from drive.web.accounts.policy import actor_of, find, page, seen
from drive.web.core.clock import today
from drive.web.insights import actions, presenters, queries
from drive.web.insights.forms import (
    AdditionForm,
    EngagementForm,
    PlanForm,
    SupportForm,
    engagement_before,
    first_values,
    plan_before,
    preset_values,
)
from drive.web.insights.models import IdvaCase, SupportNote
from drive.web.recording.views import Place, acted

A_PAGE = 50


@page("insights.view_case")
def notes(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What the Idva did, newest first, with what was added to each note."""
    shown = find(request, IdvaCase, pk=case_id)
    found = queries.notes_on(shown, actor_of(request))
    listed = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    seen(request, listed)
    context = {
        "case": presenters.frame(shown, today(), tab="notes"),
        "case_id": shown.pk,
        "page": listed,
        "notes": [presenters.note_card(note) for note in listed],
    }
    return render(request, "insights/notes.html", context)


@page("insights.write_support")
def log(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Log a piece of work: type, save, done."""
    shown = find(request, IdvaCase, pk=case_id)
    last = queries.notes_on(shown, actor_of(request)).order_by("-recorded_at").first()
    entry = SupportForm(
        request.POST or None,
        today=today(),
        initial={
            **first_values(last, today=today()),
            **preset_values(request.GET.get("kind", "")),
        },
    )
    return _log_page(request, shown, entry, corrects=None)


@page("insights.write_support")
def add_to_note(request: HttpRequest, case_id: UUID, note_id: UUID) -> HttpResponse:
    """Add to a note, or put it right; the note itself stays as it was."""
    shown = find(request, IdvaCase, pk=case_id)
    note: SupportNote = find(request, SupportNote, pk=note_id)
    if note.idva_case_id != shown.pk or note.corrects_id is not None:
        raise Http404("not found")
    entry = AdditionForm(
        request.POST or None, today=today(), initial=first_values(note, today=today())
    )
    return _log_page(request, shown, entry, corrects=note)


def _log_page(
    request: HttpRequest, shown: IdvaCase, entry: SupportForm, *, corrects: SupportNote | None
) -> HttpResponse:
    place = Place("insights/note", corrects.pk if corrects else shown.pk)
    answer = acted(
        request,
        entry,
        lambda by, moment: actions.note_support(
            case=shown, note=_as_said(entry), corrects=corrects, by=by, now=moment
        ),
        place=place,
        done=_("Saved."),
        back=reverse("insights:notes", args=[shown.pk]),
        site=shown.site,
    )
    context = {
        "form": entry,
        "draft": place,
        "case": presenters.frame(shown, today(), tab="notes"),
        "corrected": presenters.note_card(corrects) if corrects else None,
    }
    return answer or render(request, "insights/log.html", context)


_AS_TYPED = (
    "happened_on",
    "channel",
    "spoke_with",
    "text",
    "agency_kind",
    "direction",
    "reached",
    "minutes",
    "next_try_on",
    "given",
)


def _as_said(entry: SupportForm) -> actions.NewSupport:
    given = entry.cleaned_data
    return actions.NewSupport(
        **{name: given[name] for name in _AS_TYPED},
        takes_back=bool(given.get("takes_back")),
    )


@page("insights.view_case")
def engagement(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """How support stood from day to day, and when she was tried."""
    shown, actor = find(request, IdvaCase, pk=case_id), actor_of(request)
    rows, tries = list(queries.engagements_on(shown, actor)), queries.attempts_on(shown, actor)
    seen(request, [*rows, *tries])
    context = {
        "case": presenters.frame(shown, today(), tab="engagement"),
        "case_id": shown.pk,
        "stood": presenters.engagement_table(rows) if rows else None,
        "attempts": presenters.attempts_table(tries) if tries else None,
    }
    return render(request, "insights/engagement.html", context)


@page("insights.write_support")
def set_engagement(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Say how support stands from a day on."""
    shown = find(request, IdvaCase, pk=case_id)
    before = engagement_before(queries.engagement_of(shown), today())
    entry = EngagementForm(request.POST or None, today=today(), initial=before)
    back = reverse("insights:engagement", args=[shown.pk])
    place = Place("insights/engagement", shown.pk)
    answer = acted(
        request,
        entry,
        lambda by, moment: actions.set_engagement(
            case=shown, by=by, now=moment, **_without_key(entry)
        ),
        place=place,
        done=_("Saved."),
        back=back,
        site=shown.site,
    )
    context = {
        "form": entry,
        "draft": place,
        "case": presenters.frame(shown, today(), tab="engagement"),
        "title": _("How support stands"),
        "back": back,
    }
    return answer or render(request, "insights/act.html", context)


def _without_key(entry: EngagementForm) -> dict[str, Any]:
    return {name: value for name, value in entry.cleaned_data.items() if name != "key"}


@page("insights.view_case")
def plan(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The safety plan as it stands, and the versions before it."""
    shown = find(request, IdvaCase, pk=case_id)
    versions = list(queries.plans_on(shown, actor_of(request)))
    seen(request, versions)
    context = {
        "case": presenters.frame(shown, today(), tab="plan"),
        "case_id": shown.pk,
        "plans": [presenters.plan_card(each) for each in versions],
    }
    return render(request, "insights/plan.html", context)


@page("insights.write_support")
def write_plan(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Write the next version of the safety plan."""
    shown = find(request, IdvaCase, pk=case_id)
    before = plan_before(queries.plan_of(shown), today())
    entry = PlanForm(request.POST or None, today=today(), initial=before)
    back = reverse("insights:plan", args=[shown.pk])
    place = Place("insights/plan", shown.pk)
    answer = acted(
        request,
        entry,
        lambda by, moment: actions.write_plan(
            case=shown,
            plan=actions.NewPlan(
                made_on=entry.cleaned_data["made_on"],
                review_on=entry.cleaned_data["review_on"],
                made_with_her=entry.cleaned_data["made_with_her"],
                text=entry.cleaned_data["text"],
            ),
            seen=entry.cleaned_data["seen"],
            by=by,
            now=moment,
        ),
        place=place,
        done=_("Saved. The versions before it stay as they were."),
        back=back,
        site=shown.site,
    )
    context = {
        "form": entry,
        "draft": place,
        "case": presenters.frame(shown, today(), tab="plan"),
        "title": _("Safety plan: next version"),
        "back": back,
    }
    return answer or render(request, "insights/act.html", context)
