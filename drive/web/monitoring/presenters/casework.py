"""What waits on the cases of a site, as tables and sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext

from drive.vocabulary.casework import NonContactReason
from drive.web.assessments.queries import DueAssessment
from drive.web.design_system.presenters import date_in_words, label
from drive.web.monitoring.presenters import Cell, heading, number, text
from drive.web.monitoring.queries.casework import Watch
from drive.web.monitoring.rules.contact import Age, by_reason_and_age
from drive.web.oversight.queries import SupervisionDue

AT_MOST = 30


def in_a_sentence(found: Watch) -> str:
    """Return how many cases are open, and how many were never contacted."""
    counted = ngettext("%(n)d open case", "%(n)d open cases", len(found.cases)) % {
        "n": len(found.cases)
    }
    return gettext("%(cases)s, %(without)d of them never contacted.") % {
        "cases": counted,
        "without": len(found.without_contact),
    }


def contact_table(found: Watch, today: date) -> dict[str, Any]:
    """Return the cases without contact by reason and by how long the reason has stood."""
    grid = by_reason_and_age(found.without_contact, today)
    return {
        "caption": gettext("Without contact, by reason and by how long it has stood"),
        "head": [
            gettext("Reason"),
            *(heading(label(age)) for age in Age),
            heading(gettext("Together")),
        ],
        "first_cell_is_header": True,
        "rows": [_reason(reason, grid[reason]) for reason in (*NonContactReason, None)],
    }


def _reason(reason: NonContactReason | None, ages: Mapping[Age, int]) -> list[Cell]:
    words = label(reason) if reason else gettext("No reason recorded")
    return [text(words), *(number(ages[age]) for age in Age), number(sum(ages.values()))]


def due_table(due: Sequence[DueAssessment]) -> dict[str, Any]:
    """Return the assessments due and overdue, the oldest first."""
    return {
        "caption": gettext("Assessments due and overdue"),
        "head": [gettext("Case"), gettext("Assessment"), gettext("Day"), gettext("How it stands")],
        "first_cell_is_header": True,
        "rows": [_due(each) for each in due[:AT_MOST]],
    }


def _due(each: DueAssessment) -> list[Cell]:
    return [
        _case(each.case.reference, reverse("assessments:index", args=[each.case.pk])),
        text(label(each.point)),
        text(date_in_words(each.due_on)),
        text(gettext("Overdue") if each.is_overdue else gettext("Due")),
    ]


def supervision_table(overdue: Sequence[SupervisionDue]) -> dict[str, Any]:
    """Return the cases that nobody has looked at in time, the longest first."""
    return {
        "caption": gettext("Supervision overdue"),
        "head": [gettext("Case"), gettext("Last looked at"), gettext("Due since")],
        "first_cell_is_header": True,
        "rows": [
            [
                _case(each.case.reference, reverse("oversight:index", args=[each.case.pk])),
                text(date_in_words(each.last_held_on) if each.last_held_on else gettext("Never")),
                text(date_in_words(each.due_on)),
            ]
            for each in overdue[:AT_MOST]
        ],
    }


def more(found: Sequence[Any]) -> str:
    """Say that a list was cut, if it was."""
    if len(found) <= AT_MOST:
        return ""
    return gettext("These are the first %(shown)d of %(count)d.") % {
        "shown": AT_MOST,
        "count": len(found),
    }


def overdue_in_words(due: Iterable[DueAssessment]) -> str:
    """Return how many assessments are overdue."""
    count = sum(each.is_overdue for each in due)
    return ngettext("%d assessment is overdue.", "%d assessments are overdue.", count) % count


def _case(reference: str, address: str) -> Cell:
    return {"html": format_html('<a class="govuk-link" href="{}">{}</a>', address, reference)}
