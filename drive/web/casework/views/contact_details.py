"""Where the service user lives and may be reached: his own addresses and numbers, never hers."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from drive.vocabulary.identity import PartyRole
from drive.web.accounts.policy import find, page
from drive.web.casework.models import DriveCase
from drive.web.casework.views.frames import frame
from drive.web.people.actions import tell_of_clashes
from drive.web.vault import views as vault
from drive.web.vault.rules import SHIFT


def _desk(request: HttpRequest, case_id: UUID) -> vault.Desk:
    case = find(request, DriveCase, pk=case_id)

    def tell(moment: datetime) -> None:
        pairs = case.perpetrator.dyads.select_related("victim_survivor", "perpetrator__site")
        tell_of_clashes(dyads=pairs, reference=case.reference, now=moment)

    return vault.Desk(
        subject=case.perpetrator.person_id,
        of_role=PartyRole.PERPETRATOR,
        space="casework",
        record=case.pk,
        frame=frame(request, case, "casework:contact_details"),
        tell=tell,
    )


@page("casework.view_contact_details")
def contact_details(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What is kept of the service user, masked, and who looked."""
    return vault.index(request, _desk(request, case_id))


@page("casework.write_contact_details")
def add(request: HttpRequest, case_id: UUID, kind: str) -> HttpResponse:
    """Add an address, a number or another detail."""
    return vault.add(request, _desk(request, case_id), kind)


@page("casework.write_contact_details")
def correct(request: HttpRequest, case_id: UUID, kind: str, row_id: UUID) -> HttpResponse:
    """Put a row right."""
    return vault.correct(request, _desk(request, case_id), kind, row_id)


@page("casework.reveal_contact_details", step_up=SHIFT)
def look(request: HttpRequest, case_id: UUID, kind: str, row_id: UUID) -> HttpResponse:
    """Ask to see one row."""
    return vault.look(request, _desk(request, case_id), kind, row_id)


@page("casework.reveal_contact_details", step_up=SHIFT)
def looked(request: HttpRequest, case_id: UUID, reveal_id: UUID) -> HttpResponse:
    """Show one row for a minute."""
    return vault.looked(request, _desk(request, case_id), reveal_id)
