"""Writing to somebody about a Drive case, and what left about it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from drive.web.accounts.policy import find, page
from drive.web.casework.models import DriveCase
from drive.web.casework.queries.outgoing import case_at_gate
from drive.web.outbound.views.leaks import leak_page
from drive.web.outbound.views.writing import ledger_page, write_page

TAB = "casework:ledger"


@page("casework.write_to_somebody")
def write_to_somebody(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Write something that is to leave."""
    case = find(request, DriveCase, pk=case_id)
    return write_page(request, case_at_gate(case), back=reverse(TAB, args=[case.pk]))


@page("casework.view_ledger")
def ledger(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What left about the case."""
    case = find(request, DriveCase, pk=case_id)
    return ledger_page(
        request,
        case_at_gate(case),
        back=reverse("case_record:overview", args=[case.pk]),
        write=reverse("casework:write_to_somebody", args=[case.pk]),
        leak=reverse("casework:record_leak", args=[case.pk]),
    )


@page("casework.record_leak")
def record_leak(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Record that something about the case reached somebody who should not have it."""
    case = find(request, DriveCase, pk=case_id)
    return leak_page(request, case_at_gate(case), back=reverse(TAB, args=[case.pk]))
