"""Closing a case: what is open, and what is about to be saved."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.vocabulary.casework import AssessmentPoint
from drive.web.case_record.rules import OpenItem
from drive.web.casework.models import DriveCase
from drive.web.design_system.presenters import label, summary_row
from drive.web.recording.actions import Typed

_NOT_TYPED = frozenset({"csrfmiddlewaretoken", "confirmed", "change"})


def item_links(case: DriveCase, items: Iterable[OpenItem]) -> list[dict[str, str]]:
    """Return each open item with the page that closes it."""
    closure = AssessmentPoint.CLOSURE
    pages = {
        "assessment": reverse("assessments:tasks", args=[case.pk, closure]),
        "end_of_step_down": reverse(
            "assessments:tasks", args=[case.pk, AssessmentPoint.STEP_DOWN_END]
        ),
        "non_contact": f"{reverse('casework:record_non_contact', args=[case.pk])}?point={closure}",
    }
    return [{"text": gettext(item.words), "href": pages[item.name]} for item in items]


def check_rows(given: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what is about to be saved."""
    return [
        summary_row(gettext("Closed on"), given["closed_on"]),
        summary_row(gettext("Why is the case closed?"), given["reason"]),
        summary_row(
            gettext("Whose risk does closing reduce?"),
            "; ".join(label(each) for each in given["whose_risk"]),
        ),
        summary_row(gettext("Where the work goes on"), given["exit_pathway"]),
        summary_row(gettext("Referred there on"), given["exit_referred_on"] or gettext("Nowhere")),
        summary_row(gettext("IDVA told on"), given["idva_told_on"]),
        summary_row(gettext("IDVA told by"), given["idva_told_by"]),
        summary_row(gettext("Orders and levers"), given["handed_over"]),
    ]


def hidden(typed: Typed) -> list[tuple[str, str]]:
    """Return what was typed, to be sent again with the confirmation."""
    return [
        (name, text) for name, texts in typed.items() if name not in _NOT_TYPED for text in texts
    ]
