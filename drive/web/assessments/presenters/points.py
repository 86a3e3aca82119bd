"""Words of the points: what is made, what is due, what was begun."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.vocabulary.assessments import AssessmentState
from drive.vocabulary.casework import AssessmentPoint
from drive.web.assessments import rules
from drive.web.assessments.models import Assessment
from drive.web.assessments.queries import assessment_state
from drive.web.casework.models import DriveCase
from drive.web.design_system.presenters import date_in_words, label, time_in_words

_COLOURS = {
    AssessmentState.DRAFT: "yellow",
    AssessmentState.SUBMITTED: "blue",
    AssessmentState.RETURNED: "orange",
    AssessmentState.ACCEPTED: "green",
    AssessmentState.REPLACED: "grey",
}


def due_tag(due: rules.Due | None, today: date) -> dict[str, str] | None:
    """Return when something is due as a tag whose words say it without its colour."""
    if due is None:
        return None
    day = date_in_words(due.due_on)
    if due.is_overdue(today):
        return {"text": gettext("Overdue since %s") % day, "classes": "govuk-tag--red"}
    colour = "govuk-tag--yellow" if due.is_open(today) else "govuk-tag--grey"
    return {"text": gettext("Due %s") % day, "classes": colour}


def state_tag(state: AssessmentState) -> dict[str, str]:
    """Return where an assessment stands as a tag."""
    return {"text": label(state), "classes": f"govuk-tag--{_COLOURS[state]}"}


def point_rows(
    case: DriveCase,
    made: Mapping[AssessmentPoint, Assessment],
    *,
    begun: Mapping[AssessmentPoint, datetime],
    dues: list[rules.Due],
    today: date,
) -> list[dict[str, Any]]:
    """Return one line for each point: its name, where it leads and how it stands."""
    due = {each.point: each for each in dues}
    shown = [point for point in AssessmentPoint if point in made or point in due or _usual(point)]
    return [
        {
            "text": label(point),
            "href": _address(case, point, made, due),
            "is_made": point in made,
            "hint": _hint(made.get(point), begun.get(point), due.get(point), today),
            "tag": state_tag(assessment_state(made[point]))
            if point in made
            else due_tag(due.get(point), today) or _passed(),
        }
        for point in shown
    ]


def _usual(point: AssessmentPoint) -> bool:
    return point is not AssessmentPoint.STEP_DOWN_END


def _address(
    case: DriveCase,
    point: AssessmentPoint,
    made: Mapping[AssessmentPoint, Assessment],
    due: Mapping[AssessmentPoint, rules.Due],
) -> str:
    if point in made:
        return reverse("assessments:read", args=[case.pk, point])
    return reverse("assessments:tasks", args=[case.pk, point]) if point in due else ""


def _passed() -> dict[str, str]:
    return {"text": gettext("Passed over"), "classes": "govuk-tag--grey"}


def _hint(
    made: Assessment | None, saved_at: datetime | None, due: rules.Due | None, today: date
) -> str:
    parts = []
    if made:
        words = gettext("Assessed on %(day)s by %(name)s")
        parts.append(
            words % {"day": date_in_words(made.assessed_on), "name": made.recorded_by.name}
        )
    if saved_at:
        parts.append(gettext("Saved %s, not submitted") % time_in_words(saved_at))
    elif due and not due.is_open(today):
        parts.append(gettext("Opens on %s") % date_in_words(due.opens_on))
    return ". ".join(parts)
