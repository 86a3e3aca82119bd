"""What there is locally, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from drive.vocabulary.directory import ProvisionKind, ProvisionState
from drive.web.design_system.presenters import count_of, date_in_words, label, summary_row
from drive.web.organisations.models import Provision, Site

HEAD = ("Service", "What it is for", "Now", "Whom they take", "Found out")


def site_sections(sites: Iterable[Site], rows: Sequence[Provision]) -> list[dict[str, Any]]:
    """Return each site with its services, its gaps, and the kinds of which nothing is known."""
    return [_section(site, [each for each in rows if each.site_id == site.pk]) for site in sites]


def _section(site: Site, rows: Sequence[Provision]) -> dict[str, Any]:
    known = {each.kind for each in rows}
    unknown = [label(kind) for kind in ProvisionKind if kind not in known | {ProvisionKind.OTHER}]
    return {
        "site": site,
        "gaps": [
            f"{label(ProvisionKind(each.kind))}: {each.name}"
            for each in rows
            if each.state == ProvisionState.MISSING
        ],
        "unknown": unknown,
        "table": {
            "caption": gettext("What there is at %(site)s") % {"site": site.name},
            "head": [gettext(words) for words in HEAD],
            "rows": [_row(each) for each in rows],
            "first_cell_is_header": True,
        },
    }


def _row(row: Provision) -> list[dict[str, Any]]:
    address = reverse("multiagency:directory_service", args=[row.pk])
    return [
        {"html": format_html('<a class="govuk-link" href="{}">{}</a>', address, row.name)},
        {"text": label(ProvisionKind(row.kind))},
        {"text": state_in_words(row)},
        {"text": row.threshold},
        {"text": date_in_words(row.found_on)},
    ]


def state_in_words(row: Provision) -> str:
    """Return whether somebody can be referred now, and how long one waits."""
    said = label(ProvisionState(row.state))
    if row.waiting_weeks is None:
        return said
    return f"{said}: {count_of(row.waiting_weeks, gettext('week'), gettext('weeks'))}"


def service_page(history: Sequence[Provision]) -> dict[str, Any]:
    """Return how a service stands, and how it was found before."""
    now = history[0]
    return {
        "rows": [
            summary_row(gettext("What it is for"), ProvisionKind(now.kind)),
            summary_row(gettext("Site"), now.site.name),
            summary_row(gettext("Now"), state_in_words(now)),
            summary_row(gettext("Whom they take"), now.threshold or gettext("Not recorded")),
            summary_row(gettext("Found out"), now.found_on),
        ],
        "history": [
            [
                {"text": date_in_words(each.found_on)},
                {"text": state_in_words(each)},
                {"text": each.threshold},
                {"text": each.recorded_by.name},
            ]
            for each in history
        ],
    }
