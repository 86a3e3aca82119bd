"""Finding documents, and what is said of them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from drive.web.accounts.models import User
from drive.web.core.sealing import unseal_bytes
from drive.web.information.models import Document, DocumentDescription, Folder

_CONTENT = "document__sealed_content"


def folder_about(about: UUID) -> Folder | None:
    """Return the folder about a case, if there is one."""
    return Folder.objects.filter(about=about).first()


def documents_about(about: UUID, actor: User) -> QuerySet[DocumentDescription]:
    """Return what now stands of each document about a case that somebody may see, newest first.

    What is sealed in them is not read.
    """
    return (
        DocumentDescription.objects.visible_to(actor)
        .filter(document__folder__about=about, superseded_by=None)
        .select_related("document", "document__recorded_by", "recorded_by")
        .defer(_CONTENT)
    )


def standing_description(document: Document) -> DocumentDescription:
    """Return what now stands of a document."""
    return document.descriptions.select_related("recorded_by").get(superseded_by=None)


def descriptions_of(document: Document, actor: User) -> list[DocumentDescription]:
    """Return everything that was ever said of a document, the latest first."""
    found = DocumentDescription.objects.visible_to(actor).filter(document=document)
    return list(found.select_related("recorded_by").order_by("-recorded_at"))


def content_of(document: Document) -> bytes:
    """Return a document as it came, opened."""
    return unseal_bytes(document, "sealed_content")
