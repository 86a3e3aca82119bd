"""The lines of a caseload."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from drive.web.assessments.presenters import due_tag
from drive.web.case_record.queries import CaseLine
from drive.web.casework.presenters import contact_in_words, state_tag
from drive.web.design_system.presenters import label


def rows(
    lines: Iterable[CaseLine], today: date, *, names_manager: bool, shows_record: bool
) -> list[list[dict[str, Any]]]:
    """Return one row a case: its name first, the tag of its state last."""
    return [
        [
            _case(line),
            *([{"text": line.case_manager}] if names_manager else []),
            *(
                [_due(line, today), {"text": contact_in_words(line.contact)}]
                if shows_record
                else []
            ),
            {"html": _tag(state_tag(line.state))},
        ]
        for line in lines
    ]


def head(*, names_manager: bool, shows_record: bool) -> list[str]:
    """Return the headings that belong to the rows."""
    return [
        gettext("Case"),
        *([gettext("Case manager")] if names_manager else []),
        *([gettext("Next assessment"), gettext("Contact")] if shows_record else []),
        gettext("State"),
    ]


def _case(line: CaseLine) -> dict[str, Any]:
    address = reverse("case_record:overview", args=[line.case.pk])
    return {
        "html": format_html(
            '<a class="govuk-link" href="{}">{}</a><br><span class="govuk-body-s">{}</span>',
            address,
            line.case.perpetrator.person.name,
            line.case.reference,
        )
    }


def _due(line: CaseLine, today: date) -> dict[str, Any]:
    tag = due_tag(line.due, today)
    if tag is None or line.due is None:
        return {"text": gettext("Nothing is due")}
    return {"html": format_html("{}<br>{}", label(line.due.point), _tag(tag))}


def _tag(tag: dict[str, str]) -> str:
    return format_html('<strong class="govuk-tag {}">{}</strong>', tag["classes"], tag["text"])
