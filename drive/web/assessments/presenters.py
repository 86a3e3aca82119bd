"""Words of assessments: what is due, how complete, abuse then and now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from drive.vocabulary.abuse import AbuseType, Severity
from drive.vocabulary.answers import YesNo
from drive.vocabulary.casework import AssessmentPoint
from drive.web.assessments import rules
from drive.web.assessments.forms import Filled
from drive.web.assessments.models import Assessment
from drive.web.assessments.queries import Content
from drive.web.casework.models import DriveCase
from drive.web.design_system.presenters import date_in_words, label, time_in_words
from drive.web.recording.models import Draft
from drive.web.recording.presenters import in_words, section_rows
from drive.web.recording.rules import Definition, Section

SOON = timedelta(days=14)


def due_tag(due: rules.Due | None, today: date) -> dict[str, str] | None:
    """Return when something is due as a tag whose words say it without its colour."""
    if due is None:
        return None
    day = date_in_words(due.due_on)
    if due.is_overdue(today):
        return {"text": gettext("Overdue since %s") % day, "classes": "govuk-tag--red"}
    colour = "govuk-tag--yellow" if due.due_on <= today + SOON else "govuk-tag--grey"
    return {"text": gettext("Due %s") % day, "classes": colour}


def point_rows(
    case: DriveCase,
    made: Mapping[AssessmentPoint, Assessment],
    drafts: Mapping[AssessmentPoint, Draft],
    today: date,
) -> list[dict[str, Any]]:
    """Return one line for each point: its name, where it leads and how it stands."""
    due = {each.point: each for each in rules.still_due(case.allocation.allocated_on, made)}
    return [
        {
            "text": label(point),
            "href": reverse(
                "assessments:read" if point in made else "assessments:tasks", args=[case.pk, point]
            )
            if point in made or point in due
            else "",
            "hint": _hint(made.get(point), drafts.get(point)),
            "tag": _submitted() if point in made else due_tag(due.get(point), today) or _passed(),
        }
        for point in AssessmentPoint
    ]


def _submitted() -> dict[str, str]:
    return {"text": gettext("Submitted"), "classes": "govuk-tag--green"}


def _passed() -> dict[str, str]:
    return {"text": gettext("Passed over"), "classes": "govuk-tag--grey"}


def _hint(made: Assessment | None, draft: Draft | None) -> str:
    if made:
        return gettext("Assessed on %(day)s by %(name)s") % {
            "day": date_in_words(made.assessed_on),
            "name": made.recorded_by.name,
        }
    return gettext("Saved %s, not submitted") % time_in_words(draft.saved_at) if draft else ""


def tasks(
    case: DriveCase,
    point: AssessmentPoint,
    sections: Iterable[Section],
    *,
    found: Filled,
    drafts: Mapping[str, Draft],
) -> list[dict[str, Any]]:
    """Return the items of the task list: each section, and what is still open in it."""
    return [
        {
            "title": {"text": gettext(section.title)},
            "href": reverse("assessments:section", args=[case.pk, point, section.name]),
            "hint": {"text": gettext("Saved %s") % time_in_words(drafts[section.name].saved_at)}
            if section.name in drafts
            else None,
            "status": _status(
                sum(gap.section == section.name for gap in found.gaps), section.name in drafts
            ),
        }
        for section in sections
    ]


def _status(open_questions: int, begun: bool) -> dict[str, Any]:
    if not open_questions:
        return {"text": gettext("Completed")}
    if not begun:
        return {"tag": {"text": gettext("Not started"), "classes": "govuk-tag--grey"}}
    left = ngettext("%s unanswered", "%s unanswered", open_questions) % open_questions
    return {"tag": {"text": left, "classes": "govuk-tag--yellow"}}


def completeness_in_words(counted: rules.Completeness) -> str:
    """Return how much is known, what has a reason, and what has neither."""
    parts = [
        gettext("%(known)s of %(asked)s answers known (%(percent)s%%)")
        % {"known": counted.known, "asked": counted.asked, "percent": counted.percent_known},
        gettext("%s not known, with a reason") % counted.reasoned,
    ]
    if counted.open:
        parts.append(gettext("%s still unanswered") % counted.open)
    return "; ".join(parts) + "."


def sections_of(
    definition: Definition, point: AssessmentPoint, content: Content | Filled
) -> list[dict[str, Any]]:
    """Return each section with the rows of its summary list."""
    return [
        {
            "name": section.name,
            "title": gettext(section.title),
            "rows": section_rows(section, content.answers, content.ratings),
        }
        for section in definition.stages[point]
    ]


def check_sections(
    case: DriveCase, point: AssessmentPoint, definition: Definition, found: Filled
) -> list[dict[str, Any]]:
    """Return each section with rows that can be changed."""
    return [
        {
            "name": section.name,
            "title": gettext(section.title),
            "rows": section_rows(
                section,
                found.answers,
                found.ratings,
                change=reverse("assessments:section", args=[case.pk, point, section.name]),
            ),
        }
        for section in definition.stages[point]
    ]


def gap_links(case: DriveCase, point: AssessmentPoint, found: Filled) -> list[dict[str, str]]:
    """Return a link to each question that has neither an answer nor a reason."""
    return [
        {
            "text": gap.label,
            "href": reverse("assessments:section", args=[case.pk, point, gap.section])
            + f"#id_{gap.field}-value",
        }
        for gap in found.gaps
    ]


def abuse_rows(intake: Content | None, latest: Content | None) -> list[list[dict[str, Any]]]:
    """Return the rows that set abuse at intake beside abuse at the latest assessment."""
    return [
        [{"text": label(kind)}, {"text": _rated(intake, kind)}, {"text": _rated(latest, kind)}]
        for kind in AbuseType
    ]


def _rated(content: Content | None, kind: AbuseType) -> str:
    rating = (
        next((each for each in content.ratings if each.abuse_type is kind), None)
        if content
        else None
    )
    if rating is None:
        return gettext("Not assessed")
    used, severity = in_words(rating.used, YesNo), in_words(rating.severity, Severity)
    return gettext("Used: %(used)s. Severity: %(severity)s.") % {"used": used, "severity": severity}
