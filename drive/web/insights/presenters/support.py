"""Words of the Idva's work: notes, how support stands, attempts, the safety plan, moves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import YesNo
from drive.vocabulary.casework import Channel
from drive.vocabulary.insights import IdvaIntervention
from drive.vocabulary.support import HerEngagement, SupportWith
from drive.vocabulary.work import Direction
from drive.web.design_system.presenters import date_in_words, label, table_rows
from drive.web.insights.models import Engagement, SafetyPlan, SupportNote, Transfer
from drive.web.insights.presenters.cells import engagement_tag, tag
from drive.web.insights.queries import opened_text, where_to


def note_card(note: SupportNote, *, additions: bool = True) -> dict[str, Any]:
    """Return one note for the page, and what was added to it."""
    given = {IdvaIntervention(each.kind) for each in note.given.all()}
    added = sorted(note.additions.all(), key=lambda one: one.recorded_at) if additions else []
    return {
        "id": note.pk,
        "on": note.happened_on,
        "channel": label(Channel(note.channel)),
        "with": _with_whom(note),
        "reached": reached_in_words(note),
        "text": opened_text(note),
        "given": ", ".join(label(each) for each in IdvaIntervention if each in given),
        "minutes": note.minutes,
        "next_try_on": note.next_try_on,
        "by": note.recorded_by.name,
        "recorded_at": note.recorded_at,
        "takes_back": note.takes_back,
        "taken_back": any(each.takes_back for each in added),
        "additions": [note_card(each, additions=False) for each in added],
    }


def _with_whom(note: SupportNote) -> str:
    parts = [label(SupportWith(note.spoke_with))]
    if note.agency_kind:
        parts.append(label(AgencyType(note.agency_kind)))
    if note.direction:
        parts.append(label(Direction(note.direction)).lower())
    return ", ".join(parts)


def reached_in_words(note: SupportNote) -> str:
    """Return whether somebody was reached: never whose doing it was."""
    if not note.reached:
        return ""
    return gettext("Reached") if note.reached == YesNo.YES else gettext("Not reached")


def attempts_table(notes: Iterable[SupportNote]) -> dict[str, Any]:
    """Return the table of when she was tried and whether she was reached."""
    rows = [
        [
            note.happened_on,
            label(Channel(note.channel)),
            reached_in_words(note),
            date_in_words(note.next_try_on) if note.next_try_on else "",
            note.recorded_by.name,
        ]
        for note in notes
    ]
    return {
        "caption": gettext("When she was tried"),
        "head": [
            gettext("Day"),
            gettext("How"),
            gettext("Reached"),
            gettext("Next try"),
            gettext("By"),
        ],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def engagement_table(rows: Iterable[Engagement]) -> dict[str, Any]:
    """Return the table of how support stood from day to day."""
    made = [
        [
            row.since,
            tag(*engagement_tag(HerEngagement(row.state))),
            date_in_words(row.next_try_on) if row.next_try_on else "",
            opened_text(row),
            row.recorded_by.name,
        ]
        for row in rows
    ]
    return {
        "caption": gettext("How support stood"),
        "head": [
            gettext("Since"),
            gettext("Support"),
            gettext("Next try"),
            gettext("To remember"),
            gettext("By"),
        ],
        "rows": table_rows(made),
        "first_cell_is_header": True,
    }


def plan_card(plan: SafetyPlan) -> dict[str, Any]:
    """Return one version of the safety plan for the page."""
    with_her = plan.made_with_her == YesNo.YES
    return {
        "version": plan.version,
        "made_on": plan.made_on,
        "review_on": plan.review_on,
        "with_her": gettext("Made with her") if with_her else gettext("Not made with her yet"),
        "text": opened_text(plan),
        "by": plan.recorded_by.name,
    }


def move_cards(moves: Iterable[Transfer]) -> list[dict[str, Any]]:
    """Return when and where she moved, for whoever holds the case now."""
    return [{"on": each.happened_on, "where": where_to(each)} for each in moves]
