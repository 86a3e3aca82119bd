"""What every page of a case shows around its own content."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest

from drive.web.accounts.policy import actor_of, find, may, seen
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters import case_frame
from drive.web.casework.presenters import documents as words
from drive.web.core.clock import today
from drive.web.information.queries import documents_about


def frame(request: HttpRequest, case: DriveCase, active: str) -> dict[str, Any]:
    """Return whose case it is and its tabs, for whoever is signed in."""
    return case_frame(case, actor_of(request), active=active, today=today())


def facts_frame(request: HttpRequest, about: UUID, active: str) -> dict[str, Any]:
    """Return what the pages of facts show around their content at the case manager's side."""
    return frame(request, find(request, DriveCase, pk=about), active)


def documents_beside(request: HttpRequest, case: DriveCase) -> dict[str, Any] | None:
    """Return the latest documents of a case to be read beside another page, and note them as seen.

    None for whoever does not read documents. `casework/beside.html` shows them.
    """
    actor = actor_of(request)
    if not may(actor, "information.view"):
        return None
    found = documents_about(case.pk, actor)
    shown = list(found[: words.MOST_BESIDE])
    seen(request, shown)
    in_all = len(shown) if len(shown) < words.MOST_BESIDE else found.count()
    return words.documents_beside(case, shown, in_all=in_all)
