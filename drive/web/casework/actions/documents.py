"""Keeping a document of a case, in the folder that its case manager may open."""

from datetime import datetime

from django.db import transaction

from drive.web.accounts.models import User
from drive.web.casework.models import Capacity, DriveCase
from drive.web.information import actions as information
from drive.web.information.models import Document, Folder
from drive.web.information.queries import folder_about


@transaction.atomic
def keep_document(
    *,
    case: DriveCase,
    said: information.About,
    content: bytes | None = None,
    text: str = "",
    by: User,
    now: datetime,
) -> Document:
    """Keep a file, or a text typed in its place, on a case."""
    folder = folder_of(case, by=by, now=now)
    return information.add_document(
        folder=folder, said=said, content=content, text=text, by=by, now=now
    )


def folder_of(case: DriveCase, *, by: User, now: datetime) -> Folder:
    """Return the folder of a case; one opened before there were folders gets one now."""
    if found := folder_about(case.pk):
        return found
    held = case.assignments.get(capacity=Capacity.CASE_MANAGER, ended_at=None)
    return information.hold(
        about=case.pk,
        perpetrator=case.perpetrator,
        site=case.site,
        reference=case.reference,
        user=held.user,
        by=by,
        now=now,
    )
