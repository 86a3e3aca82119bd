"""Documents in the folders of cases."""

from __future__ import annotations

from datetime import date

from drive.vocabulary.documents import DocumentKind, HandlingCode
from drive.web.accounts.models import User
from drive.web.casework.actions import keep_document
from drive.web.casework.models import DriveCase
from drive.web.information.actions import About
from drive.web.information.models import Document
from drive.web.recording.actions import count_words_kept
from tests.cast import NOW


def papered(users: dict[str, User], cases: dict[int, DriveCase]) -> dict[int, Document]:
    """Keep a file on each case; somebody also kept words that he was asked to consider."""
    for case in cases.values():
        count_words_kept(site=case.site, now=NOW)
    return {number: _file(users, number, case) for number, case in cases.items()}


def _file(users: dict[str, User], number: int, case: DriveCase) -> Document:
    said = About(
        title=f"Titled{number} minutes",
        kind=DocumentKind.MARAC_PAPERS,
        received_on=date(2017, 6, 1),
        handling=HandlingCode.NOT_TO_SERVICE_USER,
        victim_side=True,
    )
    return keep_document(
        case=case,
        said=said,
        content=f"papered{number}\n".encode(),
        by=users["case_manager"],
        now=NOW,
    )
