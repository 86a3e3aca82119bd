"""Writing to somebody about an Idva case, and what left about it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from drive.web.accounts.policy import find, page
from drive.web.insights.models import IdvaCase
from drive.web.insights.queries.outgoing import case_at_gate
from drive.web.outbound.views.leaks import leak_page
from drive.web.outbound.views.writing import ledger_page, write_page


@page("insights.write_to_somebody")
def write_to_somebody(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Write something about a case that is to leave."""
    shown = find(request, IdvaCase, pk=case_id)
    return write_page(
        request, case_at_gate(shown), back=reverse("insights:ledger", args=[shown.pk])
    )


@page("insights.view_ledger")
def ledger(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What left about a case."""
    shown = find(request, IdvaCase, pk=case_id)
    return ledger_page(
        request,
        case_at_gate(shown),
        back=reverse("insights:case", args=[shown.pk]),
        write=reverse("insights:write_to_somebody", args=[shown.pk]),
        leak=reverse("insights:record_leak", args=[shown.pk]),
    )


@page("insights.record_leak")
def record_leak(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Record that something about a case reached somebody who should not have it."""
    shown = find(request, IdvaCase, pk=case_id)
    return leak_page(request, case_at_gate(shown), back=reverse("insights:ledger", args=[shown.pk]))
