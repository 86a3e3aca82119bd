"""The clock of a case in words: its points, its planned ends, and what was proposed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import InformationSource
from drive.vocabulary.casework import AssessmentPoint
from drive.vocabulary.clock import ChangeKind, ExtensionGround, LateOutcome
from drive.web.casework.models import LateInformation, OffLoading, PlannedChange
from drive.web.casework.presenters.holds import whose_in_words
from drive.web.casework.presenters.rows import link
from drive.web.design_system.presenters import date_in_words, label, said_row, summary_row


def clock_rows(
    start: date, points: Mapping[AssessmentPoint, date], ends_on: date, *, first_end: date
) -> list[dict[str, Any]]:
    """Return from when the months count, each point, and the planned end as it stands."""
    end = date_in_words(ends_on)
    if ends_on != first_end:
        end = gettext("%(end)s (at first %(first)s)") % {
            "end": end,
            "first": date_in_words(first_end),
        }
    return [
        summary_row(gettext("The months count from"), start),
        *(
            summary_row(label(point), day)
            for point, day in points.items()
            if point is not AssessmentPoint.CLOSURE
        ),
        summary_row(gettext("Planned end"), end),
    ]


def change_in_words(change: PlannedChange) -> str:
    """Return what is proposed."""
    words = label(ChangeKind(change.kind))
    if change.months:
        counted = ngettext("%s month", "%s months", change.months) % change.months
        words = f"{words}, {counted}"
    if change.ground:
        words = f"{words}: {label(ExtensionGround(change.ground)).lower()}"
    return words


def change_cards(changes: Iterable[PlannedChange], *, may_decide: bool) -> list[dict[str, Any]]:
    """Return each proposal with what was decided."""
    return [_card(each, may_decide=may_decide) for each in changes]


def _card(change: PlannedChange, *, may_decide: bool) -> dict[str, Any]:
    decision = getattr(change, "decision", None)
    rows = [
        summary_row(
            gettext("Proposed by"),
            f"{change.recorded_by.name}, {date_in_words(change.recorded_at)}",
        ),
        said_row(gettext("Reason"), change.reason),
        summary_row(gettext("Whose risk it reduces"), whose_in_words(change.whose_risk)),
    ]
    if decision is None:
        rows.append(summary_row(gettext("Decision"), gettext("Waiting")))
    else:
        said = gettext("Approved") if decision.approved else gettext("Not approved")
        who = f"{decision.recorded_by.name}, {date_in_words(decision.recorded_at)}"
        rows.append(summary_row(gettext("Decision"), f"{said}: {who}. {decision.reason}".strip()))
    return {
        "title": change_in_words(change),
        "rows": rows,
        "href": reverse("casework:decide_change", args=[change.drive_case_id, change.pk])
        if may_decide and decision is None
        else "",
    }


def off_loading_rows(found: Iterable[OffLoading]) -> list[list[dict[str, Any]]]:
    """Return what agencies left to Drive."""
    return [
        [
            {"text": date_in_words(each.happened_on)},
            {"text": label(AgencyType(each.agency))},
            {"text": each.what},
            {"text": each.answer or gettext("Not recorded")},
        ]
        for each in found
    ]


def late_rows(
    found: Iterable[tuple[LateInformation, str]], *, may_decide: bool
) -> list[list[dict[str, Any]]]:
    """Return what came in after closing, with its text and what was decided."""
    return [
        [
            {"text": date_in_words(each.learned_on)},
            {"text": label(InformationSource(each.informant))},
            {"text": text},
            _decided(each, may_decide=may_decide),
        ]
        for each, text in found
    ]


def _decided(late: LateInformation, *, may_decide: bool) -> dict[str, Any]:
    decision = getattr(late, "decision", None)
    if decision is None and may_decide:
        address = reverse("casework:decide_late", args=[late.drive_case_id, late.pk])
        return link(address, gettext("Decide on what came in %s") % date_in_words(late.learned_on))
    if decision is None:
        return {"text": gettext("Waits for the service manager")}
    to = f" ({decision.passed_to})" if decision.passed_to else ""
    return {"text": f"{label(LateOutcome(decision.outcome))}{to}. {decision.reason}"}
