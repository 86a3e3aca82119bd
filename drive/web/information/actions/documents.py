"""Keeping documents, and saying what they are."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.documents import (
    VICTIM_SIDE_CODES,
    DocumentForm,
    DocumentKind,
    HandlingCode,
)
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.core.dates import LONDON, in_words
from drive.web.core.sealing import seal_bytes
from drive.web.information.exceptions import (
    ImpossibleDay,
    NameInTitle,
    NotADocument,
    WrongHandling,
)
from drive.web.information.models import Document, DocumentDescription, Folder
from drive.web.information.queries.documents import standing_description
from drive.web.information.rules import LONGEST_TEXT, MOST_BYTES, names_in
from drive.web.information.rules.kinds import NotKept, form_of
from drive.web.information.rules.pictures import bare_picture
from drive.web.people.models import Dyad
from drive.web.recording.exceptions import ChangedMeanwhile


@dataclass(frozen=True, kw_only=True)
class About:
    """What a document is and how it may be used.

    Parameters
    ----------
    title : str
        Without names.
    source_kind : AgencyType or None
        From what kind of agency it came.
    victim_side : bool
        Whether it came from the victim-survivor or from somebody at her side.
    """

    title: str
    kind: DocumentKind
    received_on: date
    handling: HandlingCode
    victim_side: bool
    source_kind: AgencyType | None = None
    dated_on: date | None = None


@transaction.atomic
def add_document(
    *,
    folder: Folder,
    said: About,
    content: bytes | None = None,
    text: str = "",
    by: User,
    now: datetime,
) -> Document:
    """Keep a file, or a text typed in its place, sealed as it is.

    A picture is kept without what it says besides, such as where it was taken.

    Raises
    ------
    NotADocument
        If there is neither or both, or a file of a kind or size that is not kept.
    NameInTitle, WrongHandling, ImpossibleDay
        If what is said of it cannot stand.
    """
    form, whole = _form_and_content(content, text)
    _check_said(said, folder, now=now)
    document = Document(
        folder=folder,
        form=form,
        size=len(whole),
        digest=hashlib.sha256(whole).hexdigest(),
        recorded_at=now,
        recorded_by=by,
    )
    seal_bytes(document, "sealed_content", whole)
    document.save(force_insert=True)
    _describe(document, said, supersedes=None, by=by, now=now)
    record_change("information.add_document", folder.about, document, by=by, now=now)
    return document


def _form_and_content(content: bytes | None, text: str) -> tuple[DocumentForm, bytes]:
    if content is not None and text.strip():
        raise NotADocument("Choose a file or type the text, not both.", field="file")
    if content is None:
        return DocumentForm.TYPED, _typed(text)
    if not content:
        raise NotADocument("The file is empty.", field="file")
    if len(content) > MOST_BYTES:
        raise NotADocument(
            f"The file is larger than {MOST_BYTES // 1024**2} MB. Divide it, or save it as a "
            "smaller PDF.",
            field="file",
        )
    try:
        form = form_of(content)
        return form, bare_picture(content, form)
    except NotKept as refusal:
        raise NotADocument(str(refusal), field="file") from refusal


def _typed(text: str) -> bytes:
    if not text.strip():
        raise NotADocument("Choose a file, or type the text.", field="file")
    if len(text) > LONGEST_TEXT:
        raise NotADocument(f"A text has at most {LONGEST_TEXT:,} characters.", field="text")
    return text.encode()


@transaction.atomic
def describe(
    *, document: Document, said: About, seen: UUID | None = None, by: User, now: datetime
) -> DocumentDescription:
    """Say anew what a document is; the document and what was said before stay on record.

    Raises
    ------
    ChangedMeanwhile
        If somebody else said something since the row `seen`.
    """
    standing = DocumentDescription.objects.select_for_update().get(
        pk=standing_description(document).pk
    )
    if seen is not None and seen != standing.pk:
        raise ChangedMeanwhile(
            theirs=said_in(standing),
            by_name=standing.recorded_by.name,
            at=standing.recorded_at,
            stands=standing.pk,
        )
    _check_said(said, document.folder, now=now)
    row = _describe(document, said, supersedes=standing, by=by, now=now)
    about = document.folder.about
    record_change("information.describe", about, document, row, by=by, now=now)
    return row


def said_in(row: DocumentDescription) -> dict[str, object]:
    """Return what a row says, by the field of the form."""
    return {
        "title": row.title,
        "kind": DocumentKind(row.kind),
        "source_kind": AgencyType(row.source_kind) if row.source_kind else None,
        "dated_on": row.dated_on,
        "received_on": row.received_on,
        "handling": HandlingCode(row.handling),
        "victim_side": row.victim_side,
    }


def _check_said(said: About, folder: Folder, *, now: datetime) -> None:
    today = now.astimezone(LONDON).date()
    for field, day in (("dated_on", said.dated_on), ("received_on", said.received_on)):
        if day is not None and day > today:
            raise ImpossibleDay(f"{in_words(day)} is in the future.", field=field)
    if said.victim_side and said.handling not in VICTIM_SIDE_CODES:
        raise WrongHandling(
            "It came from the victim-survivor's side: choose a handling that keeps it from the "
            "service user.",
            field="handling",
        )
    if names_in(said.title, _names_about(folder)):
        raise NameInTitle(
            "The title names somebody of this case. Say what the document is, without names.",
            field="title",
        )


def _names_about(folder: Folder) -> list[str]:
    pairs = Dyad.objects.filter(perpetrator=folder.perpetrator_id).select_related(
        "victim_survivor__person"
    )
    people = [folder.perpetrator.person, *(pair.victim_survivor.person for pair in pairs)]
    return [
        part for each in people for name in (each.forename, each.surname) for part in name.split()
    ]


def _describe(
    document: Document,
    said: About,
    *,
    supersedes: DocumentDescription | None,
    by: User,
    now: datetime,
) -> DocumentDescription:
    return DocumentDescription.objects.create(
        document=document,
        title=said.title.strip(),
        kind=said.kind,
        source_kind=said.source_kind or "",
        dated_on=said.dated_on,
        received_on=said.received_on,
        handling=said.handling,
        victim_side=said.victim_side,
        supersedes=supersedes,
        recorded_at=now,
        recorded_by=by,
    )
