"""To what else on a case a piece of work can belong."""

from __future__ import annotations

from django.utils.translation import gettext

from drive.vocabulary.work import LinkedTo
from drive.web.accounts.models import User
from drive.web.casework.forms.notes import link_in
from drive.web.casework.models import DriveCase
from drive.web.information.queries import documents_about

MOST_OFFERED = 30


def links_of(case: DriveCase, actor: User, asked: str) -> list[tuple[str, str]]:
    """Return what a note can belong to, as value and label.

    `asked` is what the page from which one comes asks for, such as `lever:0f6c...`.
    """
    offered = [
        (f"{LinkedTo.DOCUMENT}:{said.document_id}", gettext("Document: %s") % said.title)
        for said in documents_about(case.pk, actor)[:MOST_OFFERED]
    ]
    named = link_in(asked)
    if named and asked not in dict(offered):
        offered.insert(0, (asked, gettext(LinkedTo(named[0]).label)))
    return offered
