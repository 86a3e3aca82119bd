"""What needs me today: one function a role, composed from the queries of lower apps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.design_system.presenters import summary_row, time_in_words
from drive.web.recording.models import Draft
from drive.web.recording.queries import drafts_of


@dataclass(frozen=True)
class Panel:
    """One list on the home page.

    ``entries`` are dictionaries with ``text``, ``href`` and, where useful, ``hint`` and ``tag``
    (the parameters of a tag). ``empty`` is said when there are none.
    """

    heading: str
    entries: list[dict[str, Any]] = field(default_factory=list)
    empty: str = ""


Presenter = Callable[[User, date], list[Panel]]

PANELS: dict[Role, Presenter] = {}
"""Which function makes the panels of a role; a role without one has the links of its sections."""


def panels_for(actor: User, today: date) -> list[Panel]:
    """Return what was left unfinished, then the panels of all the roles that the actor holds."""
    of_roles = [
        panel
        for role in Role
        if role in actor.roles and role in PANELS
        for panel in PANELS[role](actor, today)
    ]
    return [*unfinished(actor), *of_roles]


def unfinished(actor: User) -> list[Panel]:
    """Return what the actor typed and did not send, if there is any."""
    entries = [_unfinished(draft) for draft in drafts_of(actor)]
    return [Panel(gettext("Unfinished"), entries)] if entries else []


def _unfinished(draft: Draft) -> dict[str, Any]:
    own_page = not draft.rescued and draft.form != "page"
    return {
        "text": gettext("A form that you began") if own_page else gettext("Text kept for you"),
        "href": draft.path if own_page else reverse("kept", args=[draft.pk]),
        "hint": saved_words(draft.saved_at),
        "tag": {"text": gettext("Not saved"), "classes": "govuk-tag--red"} if draft.rescued else {},
    }


def saved_words(moment: datetime) -> str:
    """Return ``Saved 12 June 2017 at 2:05pm``."""
    return gettext("Saved %(moment)s") % {"moment": time_in_words(moment)}


def typed_rows(typed: Mapping[str, list[str]]) -> list[dict[str, Any]]:
    """Return the rows of a summary list from the fields of a form that was kept."""
    return [
        summary_row(name.replace("_", " ").replace("-", ", "), text)
        for name, texts in typed.items()
        for text in texts
        if text.strip() and name not in {"key", "idempotency_key"}
    ]
