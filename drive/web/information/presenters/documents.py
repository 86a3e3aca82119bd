"""Documents in words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.documents import DocumentForm, DocumentKind, HandlingCode
from drive.web.design_system.presenters import date_in_words, label, summary_row, time_in_words
from drive.web.information.models import Document, DocumentDescription

_STEP = 1024


def size_in_words(size: int) -> str:
    """Return the size of a file, such as `1.4 MB`."""
    if size < _STEP:
        return gettext("%(size)d bytes") % {"size": size}
    if size < _STEP**2:
        return gettext("%(size)d KB") % {"size": round(size / _STEP)}
    return gettext("%(size).1f MB") % {"size": size / _STEP**2}


def file_name(document: Document) -> str:
    """Return a name for a file that is handed out: it says nothing of anybody."""
    return f"document-{str(document.pk)[:8]}.{DocumentForm(document.form)}"


def source_in_words(said: DocumentDescription) -> str:
    """Return from what kind of agency a document came."""
    return label(AgencyType(said.source_kind)) if said.source_kind else gettext("Not recorded")


def facts(document: Document, said: DocumentDescription) -> list[dict[str, Any]]:
    """Return what is known of a document, as rows of a summary."""
    form = label(DocumentForm(document.form))
    return [
        summary_row(gettext("Kind"), label(DocumentKind(said.kind))),
        summary_row(gettext("From"), source_in_words(said)),
        summary_row(gettext("Dated"), date_in_words(said.dated_on)),
        summary_row(gettext("Received"), date_in_words(said.received_on)),
        summary_row(gettext("Handling"), label(HandlingCode(said.handling))),
        summary_row(
            gettext("From the victim-survivor’s side"),
            gettext("Yes") if said.victim_side else gettext("No"),
        ),
        summary_row(gettext("Kept as"), f"{form}, {size_in_words(document.size)}"),
        summary_row(
            gettext("Added by"),
            f"{document.recorded_by.name}, {time_in_words(document.recorded_at)}",
        ),
    ]


def history(rows: list[DocumentDescription]) -> list[list[dict[str, Any]]]:
    """Return what was said of a document before, the latest first."""
    return [
        [
            {"text": time_in_words(row.recorded_at)},
            {"text": row.recorded_by.name},
            {"text": row.title},
            {"text": label(DocumentKind(row.kind))},
            {"text": label(HandlingCode(row.handling))},
            {"text": gettext("Yes") if row.victim_side else gettext("No")},
        ]
        for row in rows
    ]
