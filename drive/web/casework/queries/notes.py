"""Finding the notes of a case."""

from __future__ import annotations

from django.db.models import QuerySet

from drive.web.accounts.models import User
from drive.web.casework.models import CaseNote, DriveCase
from drive.web.core.sealing import unseal_field


def notes_on(case: DriveCase, actor: User) -> QuerySet[CaseNote]:
    """Return the notes of a case that somebody may read, without the corrections of others."""
    return (
        CaseNote.objects.visible_to(actor)
        .filter(drive_case=case, corrects=None)
        .select_related("recorded_by", "agency")
        .prefetch_related(
            "tags", "corrections__recorded_by", "corrections__agency", "corrections__tags"
        )
    )


def text_of(note: CaseNote) -> str:
    """Return the text of a note, opened where it is sealed."""
    return note.text or unseal_field(note, "sealed_text")


def who_in(note: CaseNote) -> str:
    """Return with whom a piece of work was done, opened where it is sealed."""
    return note.who or unseal_field(note, "sealed_who")


def last_entry(case: DriveCase, author: User) -> CaseNote | None:
    """Return what somebody last recorded on a case, if anything."""
    return (
        CaseNote.objects.visible_to(author)
        .filter(drive_case=case, recorded_by=author)
        .prefetch_related("tags")
        .order_by("-recorded_at", "-happened_on")
        .first()
    )
