"""What waits for an Idva. Nothing here knows of an arm."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext

from drive.vocabulary.insights import InsightsStage
from drive.web.accounts.models import User
from drive.web.design_system.presenters import date_in_words
from drive.web.home.presenters.panel import MOST, Panel
from drive.web.insights.models import IdvaCase
from drive.web.insights.presenters import page_of_step, step_in_words
from drive.web.insights.queries import Waiting, due_now, without_exit, without_intake


def support(actor: User, today: date) -> list[Panel]:
    """Return what is due on the cases, and those whose intake or exit form is missing."""
    return [
        _due(actor, today),
        _forms(
            gettext("Intake forms to fill in"),
            without_intake(actor),
            InsightsStage.INTAKE,
            empty=gettext("Every open case has its intake form."),
        ),
        _forms(
            gettext("Exit forms to fill in"),
            without_exit(actor),
            InsightsStage.EXIT,
            empty=gettext("Every closed case has its exit form."),
        ),
    ]


_LISTED_BELOW = (InsightsStage.INTAKE, InsightsStage.EXIT)


def _due(actor: User, today: date) -> Panel:
    due = [each for each in due_now(actor, today) if each.step.stage not in _LISTED_BELOW]
    shown = due[:MOST]
    return Panel(
        heading=gettext("Due on your IDVA cases"),
        entries=[_entry(each, today) for each in shown],
        empty=gettext("No follow-up, review or next try is due."),
        more=_more(len(due)),
        seen=list({each.case.pk: each.case for each in shown}.values()),
    )


def _entry(each: Waiting, today: date) -> dict[str, Any]:
    overdue = each.step.is_overdue(today)
    words = gettext("Overdue since %(day)s") if overdue else gettext("Due %(day)s")
    return {
        "text": f"{each.case.reference}: {step_in_words(each.step)}",
        "href": page_of_step(each.case, each.step),
        "tag": {
            "text": words % {"day": date_in_words(each.step.on)},
            "classes": "govuk-tag--red" if overdue else "govuk-tag--yellow",
        },
    }


def _forms(heading: str, cases: QuerySet[IdvaCase], stage: InsightsStage, *, empty: str) -> Panel:
    shown = list(cases[:MOST])
    return Panel(
        heading=heading,
        entries=[
            {"text": case.reference, "href": reverse("insights:fill", args=[case.pk, stage])}
            for case in shown
        ],
        empty=empty,
        more=_more(cases.count()),
        seen=shown,
    )


def _more(count: int) -> str:
    if count <= MOST:
        return ""
    words = gettext("These are the first %(shown)s of %(count)s.")
    return words % {"shown": MOST, "count": f"{count:,}"}
