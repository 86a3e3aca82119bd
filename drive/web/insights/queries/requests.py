"""Requests for what is held about her: her own, and those of others; opened where sealed."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet

from drive.vocabulary.disclosure import HerRequestStage
from drive.web.accounts.models import User
from drive.web.core.sealing import unseal_field
from drive.web.insights.models import (
    HerRequest,
    HerRequestStep,
    IdvaCase,
    RecordsItem,
    RecordsRequest,
    RequestView,
)
from drive.web.vault.queries.kept import plan_of as safe_contact_plan_of

SettledBy = (HerRequestStage.DELIVERED, HerRequestStage.TAKEN_BACK)


def words_in(
    row: HerRequest | HerRequestStep | RecordsRequest | RequestView | RecordsItem, name: str
) -> str:
    """Return what somebody wrote in a field of a row, opened."""
    return unseal_field(row, f"sealed_{name}")


def her_requests_on(case: IdvaCase, actor: User) -> QuerySet[HerRequest]:
    """Return her own requests on a case that somebody may read, the latest first."""
    steps = HerRequestStep.objects.visible_to(actor).select_related("recorded_by")
    rows = HerRequest.objects.visible_to(actor).filter(idva_case=case)
    return rows.select_related("recorded_by").prefetch_related(Prefetch("steps", queryset=steps))


def records_requests_on(case: IdvaCase, actor: User) -> QuerySet[RecordsRequest]:
    """Return the requests of others on a case that somebody may read, the latest first."""
    rows = RecordsRequest.objects.visible_to(actor).filter(idva_case=case)
    return rows.select_related("recorded_by")


def steps_of(request: HerRequest, actor: User) -> list[HerRequestStep]:
    """Return how far her request came, the earliest first."""
    rows = HerRequestStep.objects.visible_to(actor).filter(request=request)
    return list(rows.select_related("recorded_by"))


def is_settled(request: HerRequest) -> bool:
    """Return whether she has what she asked for, or no longer wants it. For actions."""
    return request.steps.filter(stage__in=SettledBy).exists()


def views_on(request: RecordsRequest, actor: User) -> list[RequestView]:
    """Return what she thought of a request each time, the latest first."""
    rows = RequestView.objects.visible_to(actor).filter(request=request)
    return list(rows.select_related("recorded_by"))


def view_on(request: RecordsRequest) -> RequestView | None:
    """Return what she thinks of a request now, if somebody said so. For actions and forms."""
    rows = request.views.filter(superseded_by=None)
    return rows.select_related("recorded_by").first()


def items_of(request: RecordsRequest, actor: User) -> list[RecordsItem]:
    """Return what stands of each thing that they ask for, in the order of recording."""
    rows = RecordsItem.objects.visible_to(actor).filter(request=request, superseded_by=None)
    return list(rows.select_related("recorded_by"))


def has_safe_contact_plan(case: IdvaCase, actor: User) -> bool:
    """Return whether there is a plan that says how she is reached safely."""
    return safe_contact_plan_of(case.dyad.victim_survivor.person_id, actor) is not None
