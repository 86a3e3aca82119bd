"""Cells and rows that several pages of a case share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.html import format_html

from drive.web.design_system.presenters import date_in_words


def link(address: str, text: str) -> dict[str, Any]:
    """Return a cell that leads somewhere; its text says where."""
    return {"html": format_html('<a class="govuk-link" href="{}">{}</a>', address, text)}


def allocation_rows(waiting: Iterable[Any]) -> list[list[dict[str, Any]]]:
    """Return the rows of the allocations that wait for a case."""
    return [
        [
            link(reverse("casework:open_case", args=[each.pk]), each.perpetrator.person.name),
            {"text": each.perpetrator.site.name},
            {"text": date_in_words(each.allocated_on)},
        ]
        for each in waiting
    ]
