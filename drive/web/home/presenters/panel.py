"""One list of the home page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Model

from drive.web.accounts.models import User

MOST = 8
"""Entries of one list: a longer one is a page of its own."""


@dataclass(frozen=True, kw_only=True)
class Panel:
    """One list on the home page.

    Entries are dictionaries with ``text`` and, where there is something to open, ``href``; where
    useful also ``hint`` and ``tag`` (the parameters of a tag). They name cases by reference: the
    screen may be seen by others. ``seen`` are the records shown, for the audit; ``more`` is said
    when the list was cut.
    """

    heading: str
    entries: Sequence[dict[str, Any]]
    empty: str = ""
    more: str = ""
    seen: Sequence[Model] = field(default=())


Presenter = Callable[[User, date], list[Panel]]


def together(*presenters: Presenter) -> Presenter:
    """Return a function that makes the panels of several, in that order."""

    def panels(actor: User, today: date) -> list[Panel]:
        return [panel for presenter in presenters for panel in presenter(actor, today)]

    return panels
