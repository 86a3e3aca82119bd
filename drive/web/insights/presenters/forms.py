"""Words of the forms of a case: the list, the follow-up, and a form as it was filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.vocabulary.insights import FOLLOW_UP_MONTHS, InsightsStage
from drive.web.design_system.presenters import date_in_words, label, table_rows
from drive.web.insights import rules
from drive.web.insights.models import IdvaCase, InsightsForm
from drive.web.insights.presenters.cells import link, tag
from drive.web.insights.queries import (
    answers_of,
    contacts_with_her,
    definition_of,
    forms_of,
    ratings_of,
)
from drive.web.recording.presenters import said_before, section_rows
from drive.web.recording.rules import Definition


def stage_in_words(stage: InsightsStage) -> str:
    """Return how a form is called."""
    if rules.is_follow_up(stage):
        return gettext("Follow-up at %(stage)s") % {"stage": label(stage)}
    return gettext("%(stage)s form") % {"stage": label(stage)}


def forms_table(forms: Iterable[InsightsForm]) -> dict[str, Any]:
    """Return the table of the forms of a case."""
    rows = [
        [
            link(
                label(InsightsStage(form.stage)),
                reverse("insights:form", args=[form.pk]),
                hidden=gettext("form of %(day)s") % {"day": date_in_words(form.happened_on)},
            ),
            form.happened_on,
            form.version,
            form.recorded_at,
        ]
        for form in forms
    ]
    return {
        "caption": gettext("Forms filled in"),
        "head": [gettext("Form"), gettext("Speaks of"), gettext("Version"), gettext("Recorded")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def follow_up_table(
    case: IdvaCase, forms: Sequence[InsightsForm], today: date, *, since: date
) -> dict[str, Any] | None:
    """Return when each form of the follow-up is due; None before anybody is followed up."""
    followed_from = case.dyad.follow_up_from
    if followed_from is None:
        return None
    done = {InsightsStage(form.stage): form for form in forms}
    rows = [
        [label(due.point), due.due_on, due.closes_on, _state_of(due, done.get(due.point), today)]
        for due in (rules.due_at(stage, followed_from) for stage in FOLLOW_UP_MONTHS)
        if due.due_on >= since
    ]
    return {
        "caption": gettext("Follow-up at fixed times"),
        "head": [gettext("After"), gettext("Due"), gettext("Until"), gettext("State")],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def _state_of(due: Any, form: InsightsForm | None, today: date) -> Any:
    if form is not None:
        return tag(gettext("Filled in"), "green")
    if due.is_missed(today):
        return tag(gettext("Its time has passed"), "grey")
    if due.is_overdue(today):
        return tag(gettext("Overdue"), "red")
    return tag(gettext("To fill in"), "orange") if due.is_open(today) else gettext("Later")


def form_sections(form: InsightsForm) -> list[dict[str, Any]]:
    """Return the read view of a form: each section with its answers in words."""
    answers, ratings = answers_of(form), ratings_of(form)
    return [
        {"title": gettext(section.title), "rows": section_rows(section, answers, ratings)}
        for section in definition_of(form).stages[form.stage]
    ]


def version_rows(versions: Sequence[InsightsForm], shown: InsightsForm) -> list[dict[str, Any]]:
    """Return the versions of a form as links; the one that is shown is marked."""
    return [
        {
            "text": gettext("Version %(number)s, %(day)s by %(name)s")
            % {
                "number": each.version,
                "day": date_in_words(each.recorded_at.date()),
                "name": each.recorded_by.name,
            },
            "href": "" if each.pk == shown.pk else reverse("insights:form", args=[each.pk]),
        }
        for each in versions
    ]


def said_last_time(case: IdvaCase, stage: InsightsStage, definition: Definition) -> dict[str, str]:
    """Return what was answered last, by field, to stand beside the question.

    The follow-up asks how she is now, and shows nothing of what was said before.
    """
    if rules.is_follow_up(stage):
        return {}
    said: dict[str, str] = {}
    last = last_form_of_series(case)
    if last is not None:
        when = gettext("On %(day)s") % {"day": date_in_words(last.happened_on)}
        said = said_before(
            [each for each in definition.questions(stage) if each.words],
            answers_of(last),
            ratings_of(last),
            when=when,
        )
    logged = gettext("Your log has %s notes on which she was reached.")
    return said | {"number_of_contacts": logged % contacts_with_her(case)}


def last_form_of_series(case: IdvaCase) -> InsightsForm | None:
    """Return the form of the series filled in last."""
    series = [form for form in forms_of(case) if not rules.is_follow_up(InsightsStage(form.stage))]
    return max(series, key=lambda form: form.happened_on, default=None)
