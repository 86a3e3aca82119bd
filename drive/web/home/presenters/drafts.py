"""What somebody typed and did not send."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.web.accounts.models import User
from drive.web.assessments.queries import LIVE
from drive.web.assessments.queries import unfinished as unfinished_assessments
from drive.web.design_system.presenters import label, summary_row, time_in_words
from drive.web.home.presenters.panel import MOST, Panel
from drive.web.recording.models import Draft
from drive.web.recording.queries import drafts_of

_NOT_TEXT = frozenset({"key", "idempotency_key"})


def unfinished(actor: User) -> list[Panel]:
    """Return what the actor has begun and not sent, if there is any."""
    # An assessment is kept part by part, and is one thing to its author.
    assessments = unfinished_assessments(actor)
    others = drafts_of(actor).exclude(form__startswith=f"{LIVE.name}:")
    entries = [
        {
            "text": f"{begun.case.reference}: {label(begun.point)}",
            "href": reverse("assessments:tasks", args=[begun.case.pk, begun.point]),
            "hint": saved_words(begun.saved_at),
        }
        for begun in assessments
    ] + [_entry(draft) for draft in others[:MOST]]
    seen = [begun.case for begun in assessments]
    return [Panel(heading=gettext("Unfinished"), entries=entries, seen=seen)] if entries else []


def _entry(draft: Draft) -> dict[str, Any]:
    own_page = not draft.rescued and draft.form != "page"
    entry: dict[str, Any] = {
        "text": gettext("A form that you began") if own_page else gettext("Text kept for you"),
        "href": draft.path if own_page else reverse("kept", args=[draft.pk]),
        "hint": saved_words(draft.saved_at),
    }
    if draft.rescued:
        entry["tag"] = {"text": gettext("Could not be saved"), "classes": "govuk-tag--red"}
    return entry


def saved_words(moment: datetime) -> str:
    """Return ``Saved 12 June 2017 at 2:05pm``."""
    return gettext("Saved %(moment)s") % {"moment": time_in_words(moment)}


def typed_rows(typed: Mapping[str, list[str]]) -> list[dict[str, Any]]:
    """Return the rows of a summary list from the fields of a form that was kept."""
    return [
        summary_row(name.replace("_", " ").replace("-", ", "), text)
        for name, texts in typed.items()
        for text in texts
        if text.strip() and name not in _NOT_TEXT
    ]
