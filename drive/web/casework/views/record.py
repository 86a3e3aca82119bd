"""Notes, contact, and the reason while there is none."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from drive.vocabulary.casework import ActivityCode, AssessmentPoint, Channel, WorkMode
from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.casework import actions, presenters, queries
from drive.web.casework.forms import ContactForm, NonContactForm, NoteForm, today_first
from drive.web.casework.models import CaseNote, DriveCase
from drive.web.core.clock import now, today
from drive.web.recording.views import Place, carried_out, take_up

A_PAGE = 50


def _frame(request: HttpRequest, case: DriveCase, active: str) -> dict[str, Any]:
    return presenters.case_frame(case, actor_of(request), active=active, today=today())


@page("casework.view_record")
def notes(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The notes of a case, newest first, with what was added to each."""
    case = find(request, DriveCase, pk=case_id)
    shown = Paginator(queries.notes_on(case, actor_of(request)), A_PAGE).get_page(
        request.GET.get("page")
    )
    seen(request, shown)
    context = {
        "case": _frame(request, case, "casework:notes"),
        "case_id": case.pk,
        "page": shown,
        "notes": [presenters.note_card(note) for note in shown],
        "may_write": may(actor_of(request), "casework.write_note"),
    }
    return render(request, "casework/notes.html", context)


@page("casework.write_note")
def add_note(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Add a note: type, save, done."""
    case = find(request, DriveCase, pk=case_id)
    return _note_page(request, case, None)


@page("casework.write_note")
def add_to_note(request: HttpRequest, case_id: UUID, note_id: UUID) -> HttpResponse:
    """Add to a note, or put it right; the note itself stays as it was."""
    case = find(request, DriveCase, pk=case_id)
    note = find(request, CaseNote, pk=note_id)
    if note.drive_case_id != case.pk:
        raise Http404("not found")
    return _note_page(request, case, note)


def _note_page(request: HttpRequest, case: DriveCase, note: CaseNote | None) -> HttpResponse:
    day = today()
    usual = today_first(day, channel=Channel.TELEPHONE, mode=WorkMode.INDIRECT)
    form = NoteForm(request.POST or None, today=day, initial=usual)
    place = _note_place(case, note)
    take_up(form, place, by=actor_of(request))
    if form.is_valid() and _noted(request, case, note, form):
        messages.success(request, _("Note saved."))
        return redirect("casework:notes", case.pk)
    context = {
        "form": form,
        "case": _frame(request, case, "casework:notes"),
        "draft": place,
        "corrected": presenters.note_card(note) if note else None,
    }
    return render(request, "casework/note.html", context)


def _note_place(case: DriveCase, note: CaseNote | None) -> Place:
    return Place("casework/note", note.pk if note else case.pk)


def _noted(request: HttpRequest, case: DriveCase, note: CaseNote | None, form: NoteForm) -> bool:
    given, by, moment = form.cleaned_data, actor_of(request), now()
    written = actions.NewNote(
        happened_on=given["happened_on"],
        channel=given["channel"],
        text=given["text"],
        informant=given["informant"],
        minutes=given["minutes"],
        activities=[
            actions.Activity(code=code, mode=given["mode"], intent=given["intent"])
            for code in given["activities"]
        ],
    )
    return carried_out(
        form,
        lambda: actions.add_note(case=case, note=written, corrects=note, by=by, now=moment),
        place=_note_place(case, note),
        by=by,
        now=moment,
    )


@page("casework.view_record")
def contact(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Every contact and attempt, and why there was none at each point."""
    case = find(request, DriveCase, pk=case_id)
    actor = actor_of(request)
    made, reasons = queries.contacts_with(case, actor), list(queries.reasons_on(case, actor))
    shown = Paginator(made, A_PAGE).get_page(request.GET.get("page"))
    seen(request, [*shown, *reasons])
    state = queries.contact_states([case], actor)[case.pk]
    context = {
        "case": _frame(request, case, "casework:contact"),
        "case_id": case.pk,
        "page": shown,
        "state": presenters.contact_in_words(state),
        "needs_reason": state.needs_reason,
        "contacts": presenters.contact_rows(shown),
        "reasons": presenters.reason_rows(reasons),
        "may_write": may(actor, "casework.record_contact"),
    }
    return render(request, "casework/contact.html", context)


@page("casework.record_contact")
def record_contact(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Record a contact or an attempt. A fact is never refused."""
    case = find(request, DriveCase, pk=case_id)
    day = today()
    form = ContactForm(request.POST or None, today=day, initial=today_first(day))
    place = Place("casework/contact", case.pk)
    take_up(form, place, by=actor_of(request))
    if form.is_valid() and _contacted(request, case, form):
        messages.success(request, _("Contact saved."))
        return redirect("casework:contact", case.pk)
    context = {
        "form": form,
        "draft": place,
        "case": _frame(request, case, "casework:contact"),
        "case_id": case.pk,
    }
    return render(request, "casework/record_contact.html", context)


def _contacted(request: HttpRequest, case: DriveCase, form: ContactForm) -> bool:
    given, by, moment = form.cleaned_data, actor_of(request), now()
    made = actions.NewContact(
        happened_on=given["happened_on"],
        contact_type=given["contact_type"],
        successful=given["successful"],
    )
    code = ActivityCode.CONTACT if made.successful else ActivityCode.CONTACT_ATTEMPT
    note = actions.NewNote(
        happened_on=made.happened_on,
        channel=presenters.channel_of(made.contact_type),
        text=given["text"],
        activities=[actions.Activity(code=code, mode=WorkMode.DIRECT, intent=given["intent"])],
    )
    return carried_out(
        form,
        lambda: actions.record_contact(case=case, contact=made, note=note, by=by, now=moment),
        place=Place("casework/contact", case.pk),
        by=by,
        now=moment,
    )


@page("casework.record_non_contact")
def record_non_contact(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Say why the service user has not been contacted."""
    case = find(request, DriveCase, pk=case_id)
    asked = request.GET.get("point", "")
    initial = {"point": asked} if asked in list(AssessmentPoint) else {}
    form = NonContactForm(request.POST or None, today=today(), initial=initial)
    if form.is_valid() and _reasoned(request, case, form):
        messages.success(request, _("Reason saved."))
        return redirect("casework:contact", case.pk)
    context = {
        "form": form,
        "case": _frame(request, case, "casework:contact"),
        "case_id": case.pk,
    }
    return render(request, "casework/record_non_contact.html", context)


def _reasoned(request: HttpRequest, case: DriveCase, form: NonContactForm) -> bool:
    given, by, moment = form.cleaned_data, actor_of(request), now()
    return carried_out(
        form,
        lambda: actions.record_non_contact(
            case=case,
            point=given["point"],
            reason=given["reason"],
            cause=given["cause"],
            by=by,
            now=moment,
        ),
        place=Place("casework/non_contact", case.pk),
        by=by,
        now=moment,
    )
