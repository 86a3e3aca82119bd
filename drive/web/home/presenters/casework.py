"""What waits for case managers and for those who lead them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.web.accounts.models import User
from drive.web.accounts.policy import may
from drive.web.assessments.queries import DueAssessment, due_soon
from drive.web.case_record.queries import silent_cases
from drive.web.casework.queries import waiting_allocations, without_reason
from drive.web.design_system.presenters import date_in_words, label
from drive.web.home.presenters.held import held_too_long, void_draws
from drive.web.home.presenters.panel import MOST, Panel
from drive.web.multiagency.queries.extracts import cases_of, new_by_case


def case_management(actor: User, today: date) -> list[Panel]:
    """Return the assessments that are due, and the cases without contact and without a reason."""
    panels = [_assessments(actor, today)]
    if may(actor, "casework.record_non_contact"):
        panels.append(_no_reason(actor))
    return [*panels, *_from_police(actor), _silent(actor, today)]


def service_management(actor: User, today: date) -> list[Panel]:
    """Return what the draw asks of the site, then what waits on its cases."""
    return [
        *held_too_long(actor, today),
        _no_case(actor),
        *void_draws(actor),
        *case_management(actor, today),
    ]


def _assessments(actor: User, today: date) -> Panel:
    due = due_soon(actor, today)
    fills = may(actor, "assessments.fill")
    return Panel(
        heading=gettext("Assessments due"),
        entries=[_due(each, fills=fills) for each in due[:MOST]],
        empty=gettext("No assessment is due in the next four weeks."),
        more=more_in_words(len(due)),
        seen=[each.case for each in due[:MOST]],
    )


def _due(each: DueAssessment, *, fills: bool) -> dict[str, Any]:
    to_fill = reverse("assessments:tasks", args=[each.case.pk, each.point])
    day = date_in_words(each.due_on)
    overdue = gettext("Overdue since %(day)s") % {"day": day}
    due = gettext("Due %(day)s") % {"day": day}
    return {
        "text": f"{each.case.reference}: {label(each.point)}",
        "href": to_fill if fills else reverse("assessments:index", args=[each.case.pk]),
        "tag": {"text": overdue, "classes": "govuk-tag--red"}
        if each.is_overdue
        else {"text": due, "classes": "govuk-tag--yellow"},
    }


def _no_reason(actor: User) -> Panel:
    cases = without_reason(actor)
    return Panel(
        heading=gettext("Never contacted, and no reason recorded"),
        entries=[
            {
                "text": gettext("%(case)s: say why there is no contact") % {"case": case.reference},
                "href": reverse("casework:record_non_contact", args=[case.pk]),
            }
            for case in cases[:MOST]
        ],
        empty=gettext("Every case without contact has its reason."),
        more=more_in_words(len(cases)),
        seen=cases[:MOST],
    )


def _from_police(actor: User) -> list[Panel]:
    """Return the cases on which something of the police is new since the actor looked."""
    new = new_by_case(actor)
    if not new:
        return []
    cases = list(cases_of(new, actor).order_by("reference"))
    return [
        Panel(
            heading=gettext("New from the police since you last looked"),
            entries=[
                {
                    "text": case.reference,
                    "href": reverse("multiagency:case_extracts", args=[case.pk]),
                    "tag": {
                        "text": gettext("%(count)s new") % {"count": new[case.pk]},
                        "classes": "govuk-tag--yellow",
                    },
                }
                for case in cases[:MOST]
            ],
            more=more_in_words(len(cases)),
            seen=cases[:MOST],
        )
    ]


def _silent(actor: User, today: date) -> Panel:
    silent = silent_cases(actor, today)
    return Panel(
        heading=gettext("Nothing recorded for three weeks or more"),
        entries=[
            {
                "text": each.case.reference,
                "href": reverse("case_record:overview", args=[each.case.pk]),
                "tag": {
                    "text": gettext("Silent since %(day)s") % {"day": date_in_words(each.since)},
                    "classes": "govuk-tag--yellow",
                },
            }
            for each in silent[:MOST]
        ],
        empty=gettext("Something was recorded on every open case in the last three weeks."),
        more=more_in_words(len(silent)),
        seen=[each.case for each in silent[:MOST]],
    )


def _no_case(actor: User) -> Panel:
    waiting = waiting_allocations(actor)
    shown = list(waiting[:MOST])
    return Panel(
        heading=gettext("Allocated to Drive, no case opened yet"),
        entries=[
            {
                "text": gettext("Allocated on %(day)s: open the case")
                % {"day": date_in_words(each.allocated_on)},
                "href": reverse("casework:open_case", args=[each.pk]),
            }
            for each in shown
        ],
        empty=gettext("Every allocation to Drive has its case."),
        more=more_in_words(waiting.count()),
        seen=shown,
    )


def more_in_words(count: int) -> str:
    """Say that a list was cut, if it was."""
    if count <= MOST:
        return ""
    return gettext("These are the first %(shown)s of %(count)s.") % {
        "shown": MOST,
        "count": f"{count:,}",
    }
