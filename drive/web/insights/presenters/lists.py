"""Words of the lists over all cases of an Idva: what is due, carried, and asked of her."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.web.design_system.presenters import date_in_words, summary_row, table_rows
from drive.web.insights import rules
from drive.web.insights.models import IdvaCase
from drive.web.insights.presenters.cells import (
    engagement_tag,
    her_name,
    link,
    page_of_step,
    step_in_words,
    tag,
)
from drive.web.insights.queries import Waiting
from drive.web.tasks.models import Task


def due_table(waiting: Iterable[Waiting], today: date) -> dict[str, Any]:
    """Return the table of what is due on all cases, what is due first in front."""
    rows = [
        [
            link(
                step_in_words(each.step),
                page_of_step(each.case, each.step),
                hidden=each.case.reference,
            ),
            her_name(each.case),
            each.case.reference,
            each.step.on,
            tag(gettext("Overdue"), "red")
            if each.step.is_overdue(today)
            else tag(gettext("Due"), "orange"),
        ]
        for each in waiting
    ]
    return {
        "caption": gettext("What is due"),
        "hide_caption": True,
        "head": [
            gettext("What"),
            gettext("Victim-survivor"),
            gettext("Case"),
            gettext("Day"),
            gettext("State"),
        ],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def capacity_rows(counted: rules.Capacity) -> list[dict[str, Any]]:
    """Return what an Idva carries as the rows of a summary list."""
    return [
        summary_row(gettext("Open cases"), str(counted.open)),
        summary_row(gettext("Engaged"), str(counted.engaged)),
        summary_row(gettext("Not engaged, and kept in view"), str(counted.unengaged)),
        summary_row(gettext("Of these, without a next try"), str(counted.without_next_try)),
        summary_row(gettext("Minutes logged in four weeks"), f"{counted.minutes:,}"),
        summary_row(gettext("In three months"), _forecast(counted)),
    ]


def _forecast(counted: rules.Capacity) -> str:
    if counted.still_open is None:
        return gettext("Too few cases have ended to say.")
    words = gettext(
        "About %(cases)s of the cases of today are likely to be open, with about %(minutes)s "
        "minutes a week."
    )
    return words % {
        "cases": f"{counted.still_open:.0f}",
        "minutes": f"{counted.minutes_a_week or 0:.0f}",
    }


def capacity_table(carried: Mapping[IdvaCase, rules.Carried], today: date) -> dict[str, Any]:
    """Return the table of open cases: how each stands, next try, attempts, minutes, months."""
    rows = [
        [
            link(case.reference, reverse("insights:case", args=[case.pk])),
            tag(*engagement_tag(each.state)),
            date_in_words(each.next_try_on) if each.next_try_on else gettext("None"),
            each.attempts,
            each.minutes,
            each.months_open(today),
        ]
        for case, each in carried.items()
    ]
    return {
        "caption": gettext("Open cases"),
        "head": [
            gettext("Case"),
            gettext("Support"),
            gettext("Next try"),
            gettext("Tried since last reached"),
            gettext("Minutes in four weeks"),
            gettext("Months open"),
        ],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def strategies_table(tasks: Iterable[Task], today: date) -> dict[str, Any]:
    """Return the table of contact strategies that wait for the Idva's view."""
    rows = [
        [
            link(
                gettext("Read it and give your view"),
                reverse("casework:strategies", args=[task.about]),
                hidden=task.reference,
            ),
            task.reference,
            task.due_on,
            tag(gettext("Overdue"), "red")
            if task.is_overdue(today)
            else tag(gettext("Waiting for you"), "orange"),
        ]
        for task in tasks
    ]
    return {
        "caption": gettext("Contact strategies that wait for your view"),
        "hide_caption": True,
        "head": [gettext("What"), gettext("Case"), gettext("Answer by"), gettext("State")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }
