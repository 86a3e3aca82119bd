"""Requests for what is held about her, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.disclosure import (
    DecidedBy,
    DeliveredBy,
    Exemption,
    HerRequestStage,
    HerViewOnRecords,
    IdentityCheck,
    ItemOutcome,
    LegalBasis,
    RecordsAsker,
)
from drive.web.design_system.presenters import date_in_words, label, summary_row, table_rows
from drive.web.insights.models import (
    HerRequest,
    HerRequestStep,
    RecordsItem,
    RecordsRequest,
    RequestView,
)
from drive.web.insights.presenters.cells import link
from drive.web.insights.queries.requests import SettledBy, words_in


def her_requests_table(rows: Iterable[HerRequest], today: date) -> dict[str, Any]:
    """Return her own requests, each with how far it came."""
    cells = [
        [
            link(
                date_in_words(row.asked_on),
                reverse("insights:her_request", args=[row.idva_case_id, row.pk]),
            ),
            _due(row, today),
            _stage(list(row.steps.all())),
        ]
        for row in rows
    ]
    return {
        "caption": gettext("Her own requests"),
        "head": [gettext("Asked on"), gettext("Due by"), gettext("How far")],
        "rows": table_rows(cells),
    }


def _stage(steps: list[HerRequestStep]) -> str:
    return label(HerRequestStage(steps[-1].stage)) if steps else gettext("Not begun")


def _due(row: HerRequest, today: date) -> str:
    day = date_in_words(row.due_on)
    settled = any(step.stage in SettledBy for step in row.steps.all())
    overdue = row.due_on < today and not settled
    return gettext("Overdue since %s") % day if overdue else day


def records_requests_table(rows: Iterable[RecordsRequest]) -> dict[str, Any]:
    """Return the requests of others for her records."""
    cells = [
        [
            link(
                date_in_words(row.asked_on),
                reverse("insights:records_request", args=[row.idva_case_id, row.pk]),
            ),
            label(RecordsAsker(row.asker)),
            label(LegalBasis(row.basis)),
            row.reply_by or gettext("No day named"),
        ]
        for row in rows
    ]
    heads = (gettext("Asked on"), gettext("Who asks"), gettext("Basis"), gettext("Reply by"))
    return {
        "caption": gettext("Requests for her records"),
        "head": list(heads),
        "rows": table_rows(cells),
    }


def her_request_rows(row: HerRequest, today: date) -> list[dict[str, Any]]:
    """Return how far it came, when she asked, by when it is due, and for what."""
    return [
        summary_row(gettext("How far"), _stage(list(row.steps.all()))),
        summary_row(gettext("Asked on"), row.asked_on),
        summary_row(gettext("Due by"), _due(row, today)),
        summary_row(gettext("Who she is"), label(IdentityCheck(row.identity))),
        summary_row(gettext("What she asks for"), words_in(row, "text")),
    ]


def steps_table(steps: Iterable[HerRequestStep]) -> dict[str, Any]:
    """Return how far her request came, the earliest first."""
    cells = [
        [
            row.happened_on,
            label(HerRequestStage(row.stage)),
            label(DeliveredBy(row.delivered_by)) if row.delivered_by else "",
            words_in(row, "text"),
            row.recorded_by.name,
        ]
        for row in steps
    ]
    heads = (gettext("When"), gettext("How far"), gettext("How she got it"), gettext("Remember"))
    return {
        "caption": gettext("How far it came"),
        "head": [*heads, gettext("By")],
        "rows": table_rows(cells),
    }


def records_request_rows(row: RecordsRequest) -> list[dict[str, Any]]:
    """Return who asks, for what, why, and on what basis."""
    return [
        summary_row(gettext("Asked on"), row.asked_on),
        summary_row(gettext("Who asks"), label(RecordsAsker(row.asker))),
        summary_row(gettext("Name and reference"), words_in(row, "who")),
        summary_row(gettext("Reply by"), row.reply_by or gettext("No day named")),
        summary_row(gettext("On what it rests"), label(LegalBasis(row.basis))),
        summary_row(gettext("What they ask for"), words_in(row, "what")),
        summary_row(gettext("Why they need it"), words_in(row, "necessity")),
        summary_row(gettext("Whether less would serve"), words_in(row, "proportionality")),
    ]


def views_table(views: Iterable[RequestView]) -> dict[str, Any]:
    """Return what she thought of it each time, the latest first."""
    cells = [
        [row.asked_on, _view(row), words_in(row, "words"), row.recorded_by.name] for row in views
    ]
    return {
        "caption": gettext("What she thinks of it"),
        "head": [gettext("Day"), gettext("View"), gettext("In her own words"), gettext("By")],
        "rows": table_rows(cells),
    }


def _view(row: RequestView) -> str:
    if row.answer:
        return label(HerViewOnRecords(row.answer))
    return label(ValueStatus(row.answer_status))


def items_table(items: Iterable[RecordsItem], case_id: Any) -> dict[str, Any]:
    """Return what was decided of each thing that they ask for."""
    cells = [
        [
            words_in(row, "what"),
            label(ItemOutcome(row.outcome)),
            label(Exemption(row.exemption)) if row.exemption else "",
            words_in(row, "reason"),
            f"{label(DecidedBy(row.decided_by_whom))}, {date_in_words(row.decided_on)}",
            link(
                gettext("Put right"),
                reverse("insights:correct_records_item", args=[case_id, row.request_id, row.pk]),
            ),
        ]
        for row in items
    ]
    heads = (gettext("What"), gettext("Decided"), gettext("Exemption"))
    return {
        "caption": gettext("Item by item"),
        "head": [
            *heads,
            gettext("How it was decided"),
            gettext("Who decided"),
            gettext("Change"),
        ],
        "rows": table_rows(cells),
    }
