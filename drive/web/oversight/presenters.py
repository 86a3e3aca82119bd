"""Oversight in words: the cards of a case, its actions, and its entries in the timeline."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.vocabulary.oversight import CollusionSign, OversightKind
from drive.vocabulary.timeline import TimelineKind
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase, WhoseRisk
from drive.web.casework.presenters.timeline import Entry
from drive.web.design_system.presenters import (
    date_in_words,
    label,
    said_row,
    summary_row,
    time_in_words,
)
from drive.web.oversight.models import OversightAction, OversightRecord
from drive.web.oversight.queries import records_on, relationship_in


def card(record: OversightRecord, *, today: date, may_finish: bool) -> dict[str, Any]:
    """Return one look at a case for the page, the relationship first."""
    return {
        "title": gettext("%(kind)s, %(day)s")
        % {"kind": label(OversightKind(record.kind)), "day": date_in_words(record.held_on)},
        "rows": [
            said_row(gettext("The relationship"), relationship_in(record)),
            summary_row(gettext("Last heard from the IDVA"), record.heard_from_idva_on),
            said_row(gettext("What was looked at"), record.facts),
            said_row(gettext("Signs of collusion"), _signs(record)),
            summary_row(gettext("Whose risk it reduces"), _labels(record.whose_risk, WhoseRisk)),
            summary_row(gettext("Present"), record.present or gettext("Not recorded")),
            summary_row(
                gettext("Recorded"),
                gettext("by %(name)s, %(moment)s")
                % {"name": record.recorded_by.name, "moment": time_in_words(record.recorded_at)},
            ),
        ],
        "actions": [
            _action(each, today=today, may_finish=may_finish) for each in record.actions.all()
        ],
    }


def _signs(record: OversightRecord) -> str:
    seen = _labels(record.collusion_signs, CollusionSign)
    return f"{seen}. {record.collusion_words}" if record.collusion_signs else gettext("None seen")


def _labels(stored: str, words: Any) -> str:
    return "; ".join(label(words(value)) for value in stored.split(",") if value)


def _action(action: OversightAction, *, today: date, may_finish: bool) -> dict[str, Any]:
    who = gettext("Case manager") if action.for_case_manager else gettext("Service manager")
    return {
        "text": action.words,
        "hint": action.outcome or who,
        "tag": _tag(action, today),
        "href": reverse("oversight:finish", args=[action.record.drive_case_id, action.pk])
        if may_finish and action.done_at is None
        else "",
    }


def _tag(action: OversightAction, today: date) -> dict[str, str]:
    if action.done_at is not None:
        done = gettext("Done %(day)s") % {"day": date_in_words(action.done_at)}
        return {"text": done, "classes": "govuk-tag--green"}
    day = {"day": date_in_words(action.due_on)}
    if action.due_on < today:
        return {"text": gettext("Overdue since %(day)s") % day, "classes": "govuk-tag--red"}
    return {"text": gettext("Due %(day)s") % day, "classes": "govuk-tag--yellow"}


def entries(case: DriveCase, actor: User) -> Iterable[Entry]:
    """Return what the timeline shows of the oversight of a case."""
    for record in records_on(case, actor):
        yield Entry(
            what=label(OversightKind(record.kind)),
            kind=TimelineKind.OVERSIGHT,
            on=record.held_on,
            at=record.recorded_at,
            by=record.recorded_by,
            key=record.pk,
            text=partial(str, record.facts),
            href=reverse("oversight:index", args=[case.pk]),
        )
