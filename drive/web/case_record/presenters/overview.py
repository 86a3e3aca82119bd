"""What a case says at a glance: what comes next, contact, needs, abuse then and now."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.vocabulary.answers import YesNo
from drive.vocabulary.casework import AssessmentPoint, CaseState
from drive.vocabulary.needs import NeedType
from drive.web.assessments.presenters import (
    abuse_rows,
    completeness_in_words,
    due_tag,
)
from drive.web.assessments.queries import Content, completeness
from drive.web.assessments.rules import Due
from drive.web.case_record.queries import Assessed
from drive.web.casework.models import Capacity, CaseAssignment, DriveCase
from drive.web.casework.presenters import contact_in_words, reason_in_words
from drive.web.casework.queries.clock import planned_end
from drive.web.casework.rules import ContactState
from drive.web.design_system.presenters import date_in_words, label, summary_row


def next_steps(
    case: DriveCase, *, state: CaseState, due: Due | None, contact: ContactState, today: date
) -> list[dict[str, Any]]:
    """Return what needs doing: its link, how urgent it is, and which permission it needs."""
    if state is CaseState.CLOSED:
        return []
    steps: list[dict[str, Any]] = []
    if due:
        steps.append(
            {
                "text": gettext("Assessment: %s") % label(due.point),
                "href": reverse("assessments:tasks", args=[case.pk, due.point]),
                "tag": due_tag(due, today),
                "needs": "assessments.fill",
            }
        )
    if contact.needs_reason:
        steps.append(
            {
                "text": gettext("Say why there has been no contact"),
                "href": reverse("casework:record_non_contact", args=[case.pk]),
                "tag": {"text": gettext("No reason recorded"), "classes": "govuk-tag--yellow"},
                "needs": "casework.record_non_contact",
            }
        )
    ends_on = planned_end(case)
    if ends_on <= today:
        steps.append(
            {
                "text": gettext("Close the case, or say why it goes on"),
                "href": reverse("case_record:close", args=[case.pk]),
                "tag": {
                    "text": gettext("Planned end was %s") % date_in_words(ends_on),
                    "classes": "govuk-tag--red",
                },
                "needs": "case_record.prepare_closing",
            }
        )
    return steps


def facts(case: DriveCase, *, state: CaseState, since: date) -> list[dict[str, Any]]:
    """Return what everybody who reaches the case may know of it."""
    stands = gettext("%(state)s, since %(day)s") % {
        "state": label(state),
        "day": date_in_words(since),
    }
    return [
        summary_row(gettext("Where it stands"), stands),
        summary_row(gettext("Opened on"), case.opened_on),
        summary_row(gettext("Planned end"), planned_end(case)),
    ]


def bridge_facts(held: dict[Capacity, CaseAssignment]) -> list[dict[str, Any]]:
    """Return what the Idva lead sees besides: who works with him."""
    manager = held.get(Capacity.CASE_MANAGER)
    return [
        summary_row(gettext("Case manager"), manager.user.name if manager else gettext("Nobody")),
    ]


def contact_facts(contact: ContactState) -> list[dict[str, Any]]:
    """Return when he was last contacted or tried, and why not."""
    rows = [summary_row(gettext("Contact"), contact_in_words(contact))]
    if contact.last_attempt_on:
        rows.append(summary_row(gettext("Last attempt"), contact.last_attempt_on))
    if contact.last_contact_on is None:
        rows.append(summary_row(gettext("Why no contact"), reason_in_words(contact.non_contact)))
    return rows


def assessed_facts(assessed: Assessed) -> dict[str, Any] | None:
    """Return needs, abuse at intake and now, and completeness; None before any assessment."""
    if assessed.latest is None:
        return None
    latest, content = assessed.latest
    counted = completeness(latest, content)
    rated = content if content.ratings else None
    return {
        "point": label(AssessmentPoint(latest.point)),
        "completeness": completeness_in_words(counted),
        "counted": counted,
        "needs": _needs(content),
        "abuse": abuse_rows(assessed.first[1] if assessed.first else None, rated),
    }


def needs_found(assessed: Assessed) -> int | None:
    """Return how many needs the latest assessment found; None where none was answered."""
    if assessed.latest is None:
        return None
    answers = assessed.latest[1].answers
    known = [answers[f"need_{need}"] for need in NeedType if f"need_{need}" in answers]
    values = [answer.value for answer in known if answer.is_known]
    return values.count(YesNo.YES) if values else None


def _needs(content: Content) -> list[dict[str, Any]]:
    there: list[str] = []
    none: list[str] = []
    unknown: list[str] = []
    for need in NeedType:
        answer = content.answers.get(f"need_{need}")
        if answer is None and need is NeedType.LITERACY:
            continue
        value = answer.value if answer else None
        {YesNo.YES: there, YesNo.NO: none}.get(value, unknown).append(label(need))  # type: ignore[call-overload]
    nothing = gettext("None")
    return [
        summary_row(gettext("Needs"), ", ".join(there) or nothing),
        summary_row(gettext("No need"), ", ".join(none) or nothing),
        summary_row(gettext("Not known"), ", ".join(unknown) or nothing),
    ]
