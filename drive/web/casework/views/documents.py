"""The documents of a case: read, added, described anew, and handed out as files."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from drive.vocabulary import documents as words
from drive.web.accounts.policy import actor_of, find, may, page, seen
from drive.web.casework.actions import keep_document
from drive.web.casework.forms.documents import DescriptionForm, DocumentForm
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters.documents import document_rows
from drive.web.casework.views.frames import frame
from drive.web.core.clock import now, today
from drive.web.information import actions, queries
from drive.web.information import presenters as information
from drive.web.information.models import Document
from drive.web.information.rules import MOST_BYTES
from drive.web.recording.views import Place, carried_out, take_up

A_PAGE = 50
TAB = "casework:documents"


@page("information.view")
def documents(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The documents of a case, the last received first."""
    case = find(request, DriveCase, pk=case_id)
    actor = actor_of(request)
    found = Paginator(queries.documents_about(case.pk, actor), A_PAGE)
    shown = found.get_page(request.GET.get("page"))
    seen(request, shown)
    context = {
        "case": frame(request, case, TAB),
        "case_id": case.pk,
        "page": shown,
        "rows": document_rows(case, shown),
        "may_add": may(actor, "information.add"),
    }
    return render(request, "casework/documents.html", context)


@page("information.view")
def document(request: HttpRequest, case_id: UUID, document_id: UUID) -> HttpResponse:
    """What a document is; its text where it was typed here."""
    case, found = _case_and_document(request, case_id, document_id)
    actor = actor_of(request)
    typed = found.form == words.DocumentForm.TYPED
    said, *earlier = queries.descriptions_of(found, actor)
    context = {
        "case": frame(request, case, TAB),
        "case_id": case.pk,
        "document": found,
        "said": said,
        "facts": information.facts(found, said),
        "earlier": information.history(earlier),
        "text": queries.content_of(found).decode() if typed else "",
        "typed": typed,
        "may_open": may(actor, "information.open_file"),
        "may_add": may(actor, "information.add"),
    }
    return render(request, "casework/document.html", context)


@page("information.open_file")
def document_file(request: HttpRequest, case_id: UUID, document_id: UUID) -> HttpResponse:
    """Hand out a document as a file to be saved: never shown within the browser."""
    _case, found = _case_and_document(request, case_id, document_id)
    if found.form == words.DocumentForm.TYPED:
        raise Http404("not found")
    response = HttpResponse(queries.content_of(found), content_type="application/octet-stream")
    name = information.file_name(found)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _case_and_document(
    request: HttpRequest, case_id: UUID, document_id: UUID
) -> tuple[DriveCase, Document]:
    case = find(request, DriveCase, pk=case_id)
    found: Document = find(request, Document, pk=document_id)
    if found.folder.about != case.pk:
        raise Http404("not found")
    return case, found


@page("information.add")
def add_document(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Keep a file, or type what stands in it."""
    case = find(request, DriveCase, pk=case_id)
    day = today()
    form = DocumentForm(
        request.POST or None, request.FILES or None, today=day, initial={"received_on": day}
    )
    place = Place("casework/document", case.pk)
    take_up(form, place, by=actor_of(request))
    if form.is_valid() and _kept(request, case, form):
        messages.success(request, _("Document saved."))
        return redirect(TAB, case.pk)
    context = {"form": form, "draft": place, "case": frame(request, case, TAB), "case_id": case.pk}
    return render(request, "casework/add_document.html", context)


def _kept(request: HttpRequest, case: DriveCase, form: DocumentForm) -> bool:
    given, by, moment = form.cleaned_data, actor_of(request), now()
    content = _bytes_of(given["file"])
    return carried_out(
        form,
        lambda: keep_document(
            case=case, said=_said(given), content=content, text=given["text"], by=by, now=moment
        ),
        place=Place("casework/document", case.pk),
        by=by,
        now=moment,
    )


def _bytes_of(file: UploadedFile | None) -> bytes | None:
    """Return what was uploaded; of a file that is too large, just enough to say so."""
    return None if file is None else file.read(MOST_BYTES + 1)


def _said(given: dict[str, Any]) -> actions.About:
    names = ("title", "kind", "source_kind", "dated_on", "received_on", "handling", "victim_side")
    return actions.About(**{name: given[name] for name in names})


@page("information.add")
def describe_document(request: HttpRequest, case_id: UUID, document_id: UUID) -> HttpResponse:
    """Say anew what a document is. The document stays as it came."""
    case, found = _case_and_document(request, case_id, document_id)
    said = queries.standing_description(found)
    form = DescriptionForm(
        request.POST or None, today=today(), initial={**actions.said_in(said), "seen": said.pk}
    )
    place = Place("casework/describe_document", found.pk)
    take_up(form, place, by=actor_of(request))
    if form.is_valid() and _described(request, found, form):
        messages.success(request, _("Saved what the document is."))
        return redirect("casework:document", case.pk, found.pk)
    context = {
        "form": form,
        "draft": place,
        "case": frame(request, case, TAB),
        "case_id": case.pk,
        "document": found,
    }
    return render(request, "casework/describe_document.html", context)


def _described(request: HttpRequest, found: Document, form: DescriptionForm) -> bool:
    given, by, moment = form.cleaned_data, actor_of(request), now()
    return carried_out(
        form,
        lambda: actions.describe(
            document=found, said=_said(given), seen=given["seen"], by=by, now=moment
        ),
        place=Place("casework/describe_document", found.pk),
        by=by,
        now=moment,
    )
