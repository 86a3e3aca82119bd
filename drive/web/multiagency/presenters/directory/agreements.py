"""Agreements to share, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from drive.vocabulary.directory import ArmsCovered, LawfulBasis, SharedField
from drive.web.design_system.presenters import (
    count_of,
    date_in_words,
    label,
    summary_row,
    time_in_words,
)
from drive.web.organisations.models import SharingAgreement, Site
from drive.web.organisations.queries import terms_of
from drive.web.organisations.rules import agreement_state, days_to_live, good_to_know

HEAD = ("Agreement", "Between Drive and", "How it stands", "Days until live", "Good to know")


def site_sections(
    found: Iterable[tuple[Site, Sequence[SharingAgreement]]], day: date
) -> list[dict[str, Any]]:
    """Return each site with the table of its agreements."""
    return [
        {
            "site": site,
            "table": {
                "caption": gettext("Agreements of %(site)s") % {"site": site.name},
                "head": [gettext(words) for words in HEAD],
                "rows": agreement_rows(rows, day),
                "first_cell_is_header": True,
            },
        }
        for site, rows in found
    ]


def agreement_rows(rows: Iterable[SharingAgreement], day: date) -> list[list[dict[str, Any]]]:
    """Return a row for each agreement."""
    return [
        [
            {"html": _link(row)},
            {"text": _parties(row)},
            {"text": label(agreement_state(terms_of(row), day))},
            {"text": _days(row)},
            {"text": " ".join(good_to_know(terms_of(row), day))},
        ]
        for row in rows
    ]


def _link(row: SharingAgreement) -> Any:
    address = reverse("multiagency:directory_agreement", args=[row.pk])
    return format_html('<a class="govuk-link" href="{}">{}</a>', address, row.name)


def _parties(row: SharingAgreement) -> str:
    return ", ".join(party.name for party in row.parties.all())


def _days(row: SharingAgreement) -> str:
    days = days_to_live(terms_of(row))
    return gettext("Not live") if days is None else str(days)


def agreement_page(
    row: SharingAgreement, earlier: Sequence[SharingAgreement], day: date
) -> dict[str, Any]:
    """Return everything that the page of an agreement shows."""
    terms = terms_of(row)
    days = days_to_live(terms)
    fields = [label(each) for each in SharedField if each in terms.fields]
    rows = [
        summary_row(gettext("How it stands"), label(agreement_state(terms, day))),
        summary_row(gettext("Between Drive and"), _parties(row)),
        summary_row(gettext("What they may share"), "; ".join(fields)),
        summary_row(gettext("For whom"), ArmsCovered(row.arms)),
        summary_row(gettext("Basis"), LawfulBasis(row.basis)),
        summary_row(gettext("Talks began"), row.began_on),
        summary_row(gettext("Signed"), row.signed_on),
        summary_row(gettext("Live"), row.live_on),
        summary_row(
            gettext("From the first talk until live"),
            gettext("Not live")
            if days is None
            else count_of(days, gettext("day"), gettext("days")),
        ),
        summary_row(gettext("Due for review"), row.review_on),
    ]
    if row.ended_on:
        rows.append(summary_row(gettext("Ended"), row.ended_on))
    return {
        "rows": rows,
        "sentences": good_to_know(terms, day),
        "earlier": [
            _before(each, after) for each, after in zip(earlier, [row, *earlier][:-1], strict=True)
        ],
    }


def _before(row: SharingAgreement, after: SharingAgreement) -> list[dict[str, Any]]:
    """Return until when an agreement stood otherwise, who changed it, and what was otherwise."""
    return [
        {"text": time_in_words(after.recorded_at)},
        {"text": after.recorded_by.name},
        {"text": "; ".join(_differences(row, after))},
    ]


def _differences(row: SharingAgreement, after: SharingAgreement) -> list[str]:
    shown = {
        gettext("name"): lambda each: each.name,
        gettext("parties"): _parties,
        gettext("what is shared"): lambda each: "; ".join(
            label(SharedField(field)) for field in each.fields
        ),
        gettext("for whom"): lambda each: label(ArmsCovered(each.arms)),
        gettext("basis"): lambda each: label(LawfulBasis(each.basis)),
        gettext("began"): lambda each: date_in_words(each.began_on),
        gettext("signed"): lambda each: date_in_words(each.signed_on),
        gettext("live"): lambda each: date_in_words(each.live_on),
        gettext("review"): lambda each: date_in_words(each.review_on),
        gettext("ended"): lambda each: date_in_words(each.ended_on),
    }
    return [
        gettext("%(what)s: was %(before)s") % {"what": what, "before": words(row)}
        for what, words in shown.items()
        if words(row) != words(after)
    ]
