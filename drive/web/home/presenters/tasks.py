"""What somebody has to do, and what waits for others."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext

from drive.web.accounts.models import User
from drive.web.case_record.presenters.tasks import task_entries
from drive.web.casework.queries import cases_seen_by
from drive.web.home.presenters.casework import more_in_words
from drive.web.home.presenters.panel import MOST, Panel
from drive.web.tasks.queries import tasks_of, waiting_for_others


def to_do(actor: User, today: date) -> list[Panel]:
    """Return what the actor has to do, and then what others have not done yet."""
    mine = tasks_of(actor)
    # Whoever handed a case on no longer reaches it, whatever was asked before.
    others = waiting_for_others(actor).filter(about__in=cases_seen_by(actor).values("pk"))
    panels = [
        _panel(gettext("To do"), mine, today, empty=gettext("No task is open for you.")),
    ]
    if others.exists():
        panels.append(_panel(gettext("You asked, others have not done it yet"), others, today))
    return panels


def _panel(heading: str, tasks: Any, today: date, *, empty: str = "") -> Panel:
    shown = list(tasks[:MOST])
    return Panel(
        heading=heading,
        entries=task_entries(shown, today),
        empty=empty,
        more=more_in_words(tasks.count()),
        seen=shown,
    )
