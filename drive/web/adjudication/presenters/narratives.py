"""Narratives in words: a number for whoever rates, the case for the Idva who holds it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from drive.vocabulary.adjudication import NarrativeState, RemovedKind
from drive.web.adjudication.models import Narrative, Redaction
from drive.web.design_system.presenters import label, summary_row


def to_rate_table(narratives: Iterable[Any]) -> dict[str, Any]:
    """Return the narratives of an adjudicator by their number, and which are done."""
    return {
        "caption": _("Narratives"),
        "hide_caption": True,
        "head": [_("Narrative"), _("State")],
        "first_cell_is_header": True,
        "rows": [
            [
                _link(
                    reverse("adjudication:rate", args=[each.pk]),
                    _("Narrative %(number)s") % {"number": each.place},
                ),
                {"text": _("Rated") if each.is_rated else _("To be rated")},
            ]
            for each in narratives
        ],
    }


def to_look_over_table(narratives: Iterable[Narrative]) -> dict[str, Any]:
    """Return the narratives of an Idva's cases that wait for her."""
    return {
        "caption": _("Narratives to look over"),
        "hide_caption": True,
        "head": [_("Case")],
        "first_cell_is_header": True,
        "rows": [
            [
                _link(
                    reverse("adjudication:look_over", args=[each.pk]),
                    each.insights_form.idva_case.reference,
                )
            ]
            for each in narratives
        ],
    }


def redaction_rows(narrative: Narrative, redaction: Redaction) -> list[dict[str, Any]]:
    """Return of which case a narrative is, and how much was taken out of it, by kind."""
    taken = [
        f"{label(kind)}: {redaction.removed[kind]}"
        for kind in RemovedKind
        if redaction.removed.get(kind)
    ]
    return [
        summary_row(_("Case"), narrative.insights_form.idva_case.reference),
        summary_row(_("State"), label(NarrativeState(redaction.state))),
        summary_row(_("Taken out"), "; ".join(taken) or _("Nothing")),
    ]


def _link(address: str, text: str) -> dict[str, Any]:
    return {"html": format_html('<a class="govuk-link" href="{}">{}</a>', address, text)}
