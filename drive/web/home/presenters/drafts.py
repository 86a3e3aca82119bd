"""What somebody typed and did not send."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.web.accounts.models import User
from drive.web.assessments.queries import unfinished as unfinished_assessments
from drive.web.design_system.presenters import label, summary_row, time_in_words
from drive.web.home.presenters.panel import Panel
from drive.web.recording.models import Draft
from drive.web.recording.queries import drafts_of
from drive.web.recording.rules import WITHOUT_PLACE, own_words


def unfinished(actor: User) -> list[Panel]:
    """Return what the actor has begun and not sent, if there is any."""
    # An assessment is kept part by part, and is one thing to its author while the case is in reach.
    assessments = unfinished_assessments(actor)
    begun = {(str(each.case.pk), each.point) for each in assessments}
    others = [draft for draft in drafts_of(actor) if _assessed(draft) not in begun]
    entries = [
        {
            "text": f"{each.case.reference}: {label(each.point)}",
            "href": reverse("assessments:tasks", args=[each.case.pk, each.point]),
            "hint": saved_words(each.saved_at),
        }
        for each in assessments
    ] + [_entry(draft) for draft in others]
    seen = [each.case for each in assessments]
    return [Panel(heading=gettext("Unfinished"), entries=entries, seen=seen)] if entries else []


def _assessed(draft: Draft) -> tuple[str, str] | None:
    """Return which assessment a draft is a part of: the case and the point."""
    form, *rest = draft.form.split(":")
    return (draft.subject, rest[0]) if form.startswith("assessment/") and rest else None


def _entry(draft: Draft) -> dict[str, Any]:
    text = reverse("kept", args=[draft.pk])
    own_page = not draft.rescued and draft.form not in WITHOUT_PLACE and _assessed(draft) is None
    entry: dict[str, Any] = {
        "text": gettext("A form that you began") if own_page else gettext("Text kept for you"),
        "href": draft.path if own_page else text,
        "hint": saved_words(draft.saved_at),
    }
    if own_page:
        # The page may have closed to its author meanwhile; the text never does.
        entry["also"] = {"text": gettext("See only what you typed"), "href": text}
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
        for name, texts in own_words(typed).items()
        for text in texts
        if text.strip()
    ]


def somebody_else_words() -> str:
    """Return why a text is not kept when another person has signed in at the same desk."""
    return gettext(
        "Not saved: somebody else has signed in on this computer. Sign in yourself in another tab; "
        "what you typed is then saved by itself."
    )
