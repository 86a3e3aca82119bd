"""How things stand now: where he is, what binds and moves him, what is to be done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from drive.vocabulary.registers import LeverType, PathwayKind, PlaceKind
from drive.vocabulary.tasks import TaskKind
from drive.web.casework.models import DriveCase
from drive.web.design_system.presenters import date_in_words, label, summary_row
from drive.web.registers.actions.tasks import DONE_BY_HAND
from drive.web.registers.rules.levers import is_statutory, strategy_template
from drive.web.tasks.models import Task


def now_rows(kept: Mapping[str, list[Any]], *, today: date) -> list[dict[str, Any]]:
    """Return the few facts that somebody looks for first."""
    levers = [row for row in kept["levers"] if _stands(row, today)]
    orders = [row for row in kept["orders"] if _stands(row, today)]
    custody = [row for row in kept["custody"] if _stands(row, today)]
    pathways = [PathwayKind(row.kind) for row in kept["pathways"] if _stands(row, today)]
    return [
        summary_row(gettext("Contact strategy asked for"), strategy_template(pathways)),
        summary_row(gettext("Last known to be"), whereabouts_in_words(kept["whereabouts"], today)),
        summary_row(gettext("In custody"), _custody(custody)),
        summary_row(gettext("Levers that stand"), str(len(levers))),
        summary_row(
            gettext("Statutory involvement"),
            bool(orders) or is_statutory(LeverType(row.kind) for row in levers),
        ),
    ]


def _stands(row: Any, today: date) -> bool:
    return row.ends_on is None or row.ends_on >= today


def whereabouts_in_words(rows: list[Any], today: date) -> str:
    """Return the kind of place where he was last known to be, and how long ago."""
    if not rows:
        return gettext("Not recorded")
    latest = rows[0]
    return gettext("%(place)s, last confirmed %(ago)s") % {
        "place": label(PlaceKind(latest.kind)),
        "ago": days_ago(latest.happened_on, today),
    }


def days_ago(day: date, today: date) -> str:
    """Return how long ago a day was, in days."""
    ago = (today - day).days
    if ago <= 0:
        return gettext("today")
    return ngettext("%(days)s day ago", "%(days)s days ago", ago) % {"days": ago}


def _custody(spells: list[Any]) -> str:
    if not spells:
        return gettext("No")
    expected = spells[0].expected_release_on
    since = gettext("Since %s") % date_in_words(spells[0].happened_on)
    if not expected:
        return since
    return gettext("%(since)s; release expected on %(day)s") % {
        "since": since,
        "day": date_in_words(expected),
    }


def task_rows(
    case: DriveCase, tasks: Iterable[Task], *, today: date, may_settle: bool
) -> list[dict[str, Any]]:
    """Return what is to be done on a case, with the page on which it is said to be done."""
    return [
        {
            "text": label(TaskKind(task.kind)),
            "href": reverse("registers:settle", args=[case.pk, task.pk])
            if may_settle and task.kind in DONE_BY_HAND
            else "",
            "tag": {
                "text": gettext("Due %s") % date_in_words(task.due_on),
                "classes": "govuk-tag--red" if task.is_overdue(today) else "govuk-tag--yellow",
            },
        }
        for task in tasks
        if TaskKind(task.kind) in _OURS
    ]


_OURS = DONE_BY_HAND | {TaskKind.LOCATE, TaskKind.ADVISER_REVIEW, TaskKind.SUITABILITY_REVIEW}
