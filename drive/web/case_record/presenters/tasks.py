"""Tasks in words: what is to be done, by when and by whom, and the page on which it is done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext

from drive.vocabulary.tasks import TaskKind
from drive.web.design_system.presenters import date_in_words, label
from drive.web.tasks.models import Task

PAGES: dict[TaskKind, str] = {
    TaskKind.REVIEW_RISE: "assessments:rises",
    TaskKind.READ_RISE: "assessments:rises",
    TaskKind.LOCATE: "registers:index",
    TaskKind.CUSTODY_RELEASE: "registers:index",
    TaskKind.SUITABILITY_REVIEW: "registers:index",
    TaskKind.ADVISER_REVIEW: "registers:index",
    TaskKind.PROPOSE_NEXT_STEP: "registers:index",
    TaskKind.LEVER_ENDED: "registers:index",
    TaskKind.CORE_GROUP: "registers:index",
    TaskKind.RENEW_STRATEGY: "casework:strategies",
    TaskKind.CONSULTED: "casework:strategies",
    TaskKind.AGREE_STRATEGY: "casework:strategies",
    TaskKind.UNPLANNED_OVERRIDE: "casework:strategies",
    TaskKind.REVIEW_HOLD: "casework:strategies",
    TaskKind.DECIDE_HOLD: "casework:strategies",
    TaskKind.MOVE_APPOINTMENT: "casework:strategies",
    TaskKind.DECIDE_OVERRIDE: "casework:strategies",
    TaskKind.GONE_QUIET: "information:chronology",
    TaskKind.REVIEW_NON_CONTACT: "casework:contact",
    TaskKind.LATE_INFORMATION: "casework:clock",
    TaskKind.DECIDE_PROPOSAL: "casework:clock",
    TaskKind.ACCEPT_ASSESSMENT: "assessments:index",
    TaskKind.CORRECT_ASSESSMENT: "assessments:index",
    TaskKind.OVERSIGHT_ACTION: "oversight:index",
}
"""The page of a case on which a kind of task is done; every other kind opens the case."""

PAGES_BY_KEY: dict[TaskKind, str] = {
    TaskKind.CHASE_REQUEST: "multiagency:request",
    TaskKind.DISCLOSURE_DUE: "multiagency:request",
    TaskKind.NEXT_SOURCE: "multiagency:request",
    TaskKind.REQUEST_AT_TOP: "multiagency:request",
    TaskKind.REQUEST_STUCK: "multiagency:request",
    TaskKind.ANSWER_QUERY: "monitoring:data_query",
    TaskKind.REVIEW_SENT_NOW: "outbound:outgoing",
    TaskKind.READ_SHARED: "outbound:outgoing",
    TaskKind.DECIDE_SENDING: "outbound:outgoing",
    TaskKind.REVIEW_SAFETY: "outbound:leak",
}
"""The page of the very thing that a kind of task names by its key."""

PAGES_BY_TASK: dict[TaskKind, str] = {TaskKind.ADDRESS_CLASH: "insights:clash"}
"""The page of a kind of task that is about no case: of the task itself."""


def task_entries(tasks: Iterable[Task], today: date) -> list[dict[str, Any]]:
    """Return the entries of a list of tasks."""
    return [_entry(task, today) for task in tasks]


def _entry(task: Task, today: date) -> dict[str, Any]:
    kind, day = TaskKind(task.kind), date_in_words(task.due_on)
    overdue = task.is_overdue(today)
    words = gettext("Overdue since %(day)s") if overdue else gettext("Due %(day)s")
    return {
        "text": f"{task.reference}: {label(kind)}",
        "href": page_of(task),
        "hint": task.user.name if task.user else "",
        "tag": {
            "text": words % {"day": day},
            "classes": "govuk-tag--red" if overdue else "govuk-tag--yellow",
        },
    }


def page_of(task: Task) -> str:
    """Return the address of the page on which a task is done."""
    kind = TaskKind(task.kind)
    try:
        if kind in PAGES_BY_TASK:
            return reverse(PAGES_BY_TASK[kind], args=[task.pk])
        if kind in PAGES_BY_KEY:
            return reverse(PAGES_BY_KEY[kind], args=[task.key.partition("/")[0]])
        return reverse(PAGES.get(kind, "case_record:overview"), args=[task.about])
    except NoReverseMatch:
        return reverse("case_record:overview", args=[task.about])
