"""The notes of a case, and the quick log of work."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from drive.vocabulary.work import usual_mode
from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.casework import actions, presenters, queries
from drive.web.casework.forms import NoteForm, first_values, preset_named
from drive.web.casework.models import CaseNote, DriveCase
from drive.web.casework.presenters.shortcuts import log_another
from drive.web.casework.views.frames import frame
from drive.web.core.clock import now, today
from drive.web.organisations.models import Agency
from drive.web.organisations.queries import agencies_on
from drive.web.recording.views import Place, carried_out, take_up

A_PAGE = 50
NOTES = "casework:notes"


@page("casework.view_record")
def notes(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The notes of a case, newest first, with what was added to each."""
    case = find(request, DriveCase, pk=case_id)
    shown = Paginator(queries.notes_on(case, actor_of(request)), A_PAGE).get_page(
        request.GET.get("page")
    )
    seen(request, shown)
    context = {
        "case": frame(request, case, NOTES),
        "case_id": case.pk,
        "page": shown,
        "notes": [presenters.note_card(note) for note in shown],
        "may_write": may(actor_of(request), "casework.write_note"),
    }
    return render(request, "casework/notes.html", context)


@page("casework.write_note")
def add_note(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Log a piece of work, or write a note: type, save, done."""
    case = find(request, DriveCase, pk=case_id)
    form = _form(request, case)
    place = Place("casework/note", case.pk)
    if take_up(form, place, by=actor_of(request)):
        form.initial = {**form.initial, **_preset_values(request)}
    if form.is_valid() and _logged(request, case, None, form):
        messages.success(request, log_another(case, request.GET))
        return redirect(_tab(form.cleaned_data["back"]), case.pk)
    context = {
        "form": form,
        "case": frame(request, case, NOTES),
        "case_id": case.pk,
        "draft": place,
        "corrected": None,
    }
    return render(request, "casework/note.html", context)


@page("casework.write_note")
def add_to_note(request: HttpRequest, case_id: UUID, note_id: UUID) -> HttpResponse:
    """Add to a note, or put it right; the note itself stays as it was."""
    case = find(request, DriveCase, pk=case_id)
    note = find(request, CaseNote, pk=note_id)
    if note.drive_case_id != case.pk:
        raise Http404("not found")
    form = _form(request, case, corrects=note)
    place = Place("casework/note", note.pk)
    take_up(form, place, by=actor_of(request))
    if form.is_valid() and _logged(request, case, note, form):
        messages.success(request, _("Note saved."))
        return redirect(NOTES, case.pk)
    context = {
        "form": form,
        "case": frame(request, case, NOTES),
        "case_id": case.pk,
        "draft": place,
        "corrected": presenters.note_card(note),
    }
    return render(request, "casework/note.html", context)


def _came_from(request: HttpRequest, case: DriveCase) -> str:
    """Return the tab of the case from which the quick log was opened, as the browser says."""
    try:
        found = resolve(urlsplit(request.headers.get("Referer", "")).path)
    except Resolver404:
        return NOTES
    return _tab(found.view_name) if found.kwargs.get("case_id") == case.pk else NOTES


def _tab(name: str) -> str:
    """Return a tab of a case by its view; the notes for anything else."""
    return name if name in {tab.view for tab in presenters.TABS} else NOTES


def _form(request: HttpRequest, case: DriveCase, *, corrects: CaseNote | None = None) -> NoteForm:
    day = today()
    last = corrects or queries.last_entry(case, actor_of(request))
    return NoteForm(
        request.POST or None,
        today=day,
        initial={
            "back": _came_from(request, case),
            **first_values(last, today=day),
            **_preset_values(request),
        },
        agencies=_agencies(case, corrects, day),
        links=presenters.links_of(case, actor_of(request), request.GET.get("link", "")),
    )


def _agencies(case: DriveCase, corrects: CaseNote | None, day: date) -> dict[str, Agency]:
    """Return the agencies that are there, and the one that the note to be put right is about."""
    there = [*agencies_on(case.site, day)]
    if corrects and corrects.agency and corrects.agency not in there:
        there.append(corrects.agency)
    return {str(each.pk): each for each in there}


def _preset_values(request: HttpRequest) -> dict[str, Any]:
    """Return what the pressed button says, and to what else on the case the work belongs."""
    preset = preset_named(request.GET.get("kind", ""))
    link = request.GET.get("link", "")
    return {**(preset.given if preset else {}), **({"link": link} if link else {})}


def _logged(request: HttpRequest, case: DriveCase, note: CaseNote | None, form: NoteForm) -> bool:
    by, moment = actor_of(request), now()
    written = _written(form.cleaned_data)
    return carried_out(
        form,
        lambda: actions.log_work(
            case=case,
            note=written,
            corrects=note,
            by=by,
            now=moment,
        ),
        place=Place("casework/note", note.pk if note else case.pk),
        by=by,
        now=moment,
        site=case.site,
    )


_AS_TYPED = (
    "happened_on",
    "channel",
    "direction",
    "text",
    "who",
    "agency_kind",
    "agency",
    "informant",
    "minutes",
    "outcome",
)


def _written(given: dict[str, Any]) -> actions.NewNote:
    kind, key = given["link"] or (None, None)
    return actions.NewNote(
        **{name: given[name] for name in _AS_TYPED},
        linked_kind=kind,
        linked_id=key,
        activities=[
            actions.Activity(
                code=code,
                mode=given["mode"] or usual_mode(code),
                intent=given["intent"],
                attribution=given["attribution"],
            )
            for code in given["activities"]
        ],
    )
