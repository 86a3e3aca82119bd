"""The pages of those who report. None of them knows of an arm."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from drive.vocabulary.answers import Answer, ValueStatus, known, unknown
from drive.vocabulary.harm import Harmed, SeriousEventKind
from drive.web.accounts.roles import Role
from drive.web.core.dates import LONDON
from drive.web.design_system.presenters import (
    date_in_words,
    label,
    summary_row,
    table_rows,
    time_in_words,
)
from drive.web.harm.forms import typed_time
from drive.web.harm.models import RelatednessJudgement, SeriousEvent
from drive.web.harm.presenters.notices import (
    delivery_of,
    kind_in_words,
    notice_in_words,
    standing,
    tag,
)
from drive.web.harm.queries.reports import relatedness_of
from drive.web.people.models import Dyad


def reports_table(events: Iterable[SeriousEvent], now: datetime) -> dict[str, Any]:
    """Return the table of reports."""
    rows = [
        [
            _link(kind_in_words(event), reverse("harm:report", args=[event.pk])),
            event.dyad.perpetrator.person.name,
            day_in_words(event),
            time_in_words(event.recorded_at),
            _how_it_stands(event, now),
        ]
        for event in events
    ]
    return {
        "caption": _("Reports"),
        "hide_caption": True,
        "head": [
            _("What happened"),
            _("Perpetrator"),
            _("Happened on"),
            _("Recorded"),
            _("Notice to the monitor"),
        ],
        "rows": table_rows(rows),
        "first_cell_is_header": True,
    }


def _how_it_stands(event: SeriousEvent, now: datetime) -> Any:
    if event.taken_back:
        return tag(_("Taken back"), "govuk-tag--grey")
    return tag(*standing(delivery_of(event.notice), now))


def _link(text: str, address: str) -> Any:
    return format_html('<a class="govuk-link" href="{}">{}</a>', address, text)


def day_in_words(event: SeriousEvent) -> str:
    """Return the day on which it happened, or why none is known."""
    if event.happened_on:
        return date_in_words(event.happened_on)
    return label(ValueStatus(event.happened_status))


def about_rows(dyad: Dyad, her: str) -> list[dict[str, Any]]:
    """Return whom a report is about; `her` is empty for those who may not know her name."""
    rows = [summary_row(_("Perpetrator"), dyad.perpetrator.person.name)]
    return [*rows, summary_row(_("Victim-survivor"), her)] if her else rows


def report_rows(event: SeriousEvent, her: str) -> list[dict[str, Any]]:
    """Return one report."""
    role = Role(event.reported_as)
    return [
        *about_rows(event.dyad, her),
        summary_row(_("What happened"), label(SeriousEventKind(event.kind))),
        summary_row(_("Who was harmed"), label(Harmed(event.harmed))),
        summary_row(_("Happened on"), day_in_words(event)),
        summary_row(_("First known"), time_in_words(event.known_at)),
        summary_row(
            _("Recorded"),
            _("%(when)s by %(who)s, %(role)s")
            % {
                "when": time_in_words(event.recorded_at),
                "who": event.recorded_by.name,
                "role": label(role),
            },
        ),
        summary_row(_("Notice to the monitor"), notice_in_words(event.notice)),
    ]


def judgement_row(judgement: RelatednessJudgement | None) -> dict[str, Any]:
    """Return how a report was judged."""
    words = label(relatedness_of(judgement))
    if judgement:
        words = _("%(word)s (%(who)s, %(when)s)") % {
            "word": words,
            "who": judgement.recorded_by.name,
            "when": time_in_words(judgement.recorded_at),
        }
    return summary_row(_("Part of Drive or of the study in it"), words)


def as_entered(event: SeriousEvent, account: str) -> dict[str, Any]:
    """Return what stands in the form when a report is put right."""
    happened: Answer = (
        known(event.happened_on.isoformat())
        if event.happened_on
        else unknown(ValueStatus(event.happened_status))
    )
    return {
        "kind": event.kind,
        "harmed": event.harmed,
        "happened": happened,
        "known_on": event.known_at.astimezone(LONDON).date(),
        "known_time": typed_time(event.known_at),
        "account": account,
    }
