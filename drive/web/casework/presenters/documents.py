"""The documents of a case in its lists, beside other pages, and in its timeline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from drive.vocabulary.documents import DocumentKind, HandlingCode
from drive.vocabulary.timeline import TimelineKind
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters.timeline import Entry
from drive.web.design_system.presenters import date_in_words, label
from drive.web.information.models import DocumentDescription
from drive.web.information.presenters import source_in_words
from drive.web.information.queries import documents_about

MOST_BESIDE = 8
"""So many documents stand beside another page; the rest one press away."""


def document_rows(
    case: DriveCase, found: Iterable[DocumentDescription]
) -> list[list[dict[str, Any]]]:
    """Return the rows of the documents of a case."""
    return [
        [
            {"html": _title(case, said)},
            {"text": label(DocumentKind(said.kind))},
            {"text": source_in_words(said)},
            {"text": date_in_words(said.dated_on)},
            {"text": date_in_words(said.received_on)},
            {"text": label(HandlingCode(said.handling))},
        ]
        for said in found
    ]


def _title(case: DriveCase, said: DocumentDescription) -> Any:
    tag = ' <strong class="govuk-tag govuk-tag--purple">{}</strong>' if said.victim_side else "{}"
    return format_html(
        '<a class="govuk-link" href="{}">{}</a>' + tag,
        _address(case, said),
        said.title,
        gettext("Victim-survivor’s side") if said.victim_side else "",
    )


def _address(case: DriveCase, said: DocumentDescription) -> str:
    return reverse("casework:document", args=[case.pk, said.document_id])


def documents_beside(
    case: DriveCase, shown: Sequence[DocumentDescription], *, in_all: int
) -> dict[str, Any]:
    """Return the latest documents to be read beside another page, for `casework/beside.html`."""
    return {
        "shown": [
            {
                "text": said.title,
                "href": _address(case, said),
                "about": f"{label(DocumentKind(said.kind))}, {date_in_words(said.received_on)}",
                "handling": label(HandlingCode(said.handling)),
                "victim_side": said.victim_side,
            }
            for said in shown
        ],
        "in_all": in_all,
        "href": reverse("casework:documents", args=[case.pk]),
    }


def entries(case: DriveCase, actor: User) -> Iterable[Entry]:
    """Give the documents of a case as entries of its timeline."""
    for said in documents_about(case.pk, actor):
        yield Entry(
            what=gettext("Document: %s") % label(DocumentKind(said.kind)).lower(),
            kind=TimelineKind.DOCUMENT,
            on=said.received_on,
            at=said.document.recorded_at,
            by=said.document.recorded_by,
            key=said.document_id,
            text=partial(str, said.title),
            victim_side=said.victim_side,
            href=_address(case, said),
        )
