"""About whom the pages are, on which record they stand, and one row that is in reach."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse

from drive.vocabulary.identity import PartyRole
from drive.vocabulary.vault import ContactDetail
from drive.web.accounts.policy import actor_of, seen
from drive.web.recording.views import Place
from drive.web.vault import queries

INDEX = "contact_details"
"""The page that everything leads back to."""


@dataclass(frozen=True, kw_only=True)
class Desk:
    """About whom the pages are, and on which record they stand.

    Parameters
    ----------
    subject : UUID
        The key of the person.
    of_role : PartyRole
        In which role he or she stands on the record.
    space : str
        The name space of the addresses.
    record : UUID
        The key of the record.
    frame : dict
        What every page of the record shows.
    tell : callable
        What follows a change, given its moment: whoever knows the pair asks for clashes.
    """

    subject: UUID
    of_role: PartyRole
    space: str
    record: UUID
    frame: dict[str, Any]
    tell: Callable[[datetime], None]

    def page(self, name: str, *more: Any) -> str:
        """Return the address of one of the pages."""
        return reverse(f"{self.space}:{name}", args=[self.record, *more])

    def of_row(self, way: str, kind: ContactDetail, key: UUID) -> str:
        """Return the address of what can be done with a row."""
        return self.page(f"{way}_contact_detail", kind, key)

    def place(self, name: str, about: UUID | None = None) -> Place:
        """Return where a draft of a form is kept."""
        return Place(f"{self.space}/{name}", about or self.record)


def row_in_reach(
    request: HttpRequest, desk: Desk, kind: ContactDetail, key: UUID, *, stands: bool = True
) -> Any:
    """Return a row that is in reach, unopened, and note that it was met.

    Who puts right a row in whose place another stands by now is to be told so: that row is given
    where `stands` is False.
    """
    actor = actor_of(request)
    find = queries.row_of if stands else queries.row_that_stood
    row = find(kind, key, desk.subject, desk.of_role, actor=actor)
    if row is None:
        request.refusal = f"{kind.label} is not in reach"  # type: ignore[attr-defined]
        raise Http404("not found")
    seen(request, [row], fields="masked")
    return row
