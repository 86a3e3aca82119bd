"""What is to leave: lists, what the gate says, and the text with what must not stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import Side, Use
from drive.vocabulary.outbound import CheckOutcome, OutgoingChannel, OutgoingState, RecipientKind
from drive.web.design_system.presenters import (
    label,
    said_row,
    summary_row,
    table_rows,
    time_in_words,
)
from drive.web.outbound.models import LeakageIncident, Outgoing, OutgoingStep, Release, ReleaseKind
from drive.web.outbound.queries.checking import Checked
from drive.web.outbound.queries.outgoing import Texts, standing
from drive.web.outbound.rules.gate import Check
from drive.web.outbound.rules.scanner import Hit

COLOURS = {
    OutgoingState.WRITTEN: "govuk-tag--grey",
    OutgoingState.STOPPED: "govuk-tag--red",
    OutgoingState.HELD: "govuk-tag--yellow",
    OutgoingState.RECALLED: "govuk-tag--grey",
    OutgoingState.QUEUED: "govuk-tag--orange",
    OutgoingState.READY: "govuk-tag--blue",
    OutgoingState.SENT: "govuk-tag--green",
}
_CHECK_COLOURS = {
    CheckOutcome.PASSED: "govuk-tag--green",
    CheckOutcome.WARNED: "govuk-tag--yellow",
    CheckOutcome.STOPPED: "govuk-tag--red",
}


def tag(text: str, colour: str) -> Any:
    """Return a tag."""
    return format_html('<strong class="govuk-tag {}">{}</strong>', colour, text)


def state_tag(state: OutgoingState) -> Any:
    """Return where something stands."""
    return tag(label(state), COLOURS[state])


def to_whom(row: Outgoing) -> str:
    """Return for whom something is, without a name."""
    return row.agency.name if row.agency else label(RecipientKind(row.to))


def last_of(row: Outgoing) -> OutgoingStep:
    """Return the last step of a row whose steps were fetched with it."""
    return max(row.steps.all(), key=lambda step: step.sequence)


def outgoing_table(rows: Iterable[Outgoing], now: datetime, caption: str) -> dict[str, Any]:
    """Return a list of what is to leave or left; it names nobody."""
    cells = []
    for row in rows:
        step = last_of(row)
        state = standing(step, OutgoingChannel(row.channel), now)
        link = format_html(
            '<a class="govuk-link" href="{}">{}</a>',
            reverse("outbound:outgoing", args=[row.pk]),
            f"{row.reference}: {label(OutgoingChannel(row.channel))}",
        )
        cells.append(
            [
                link,
                _stands(state, step),
                to_whom(row),
                row.recorded_by.name,
                time_in_words(row.recorded_at),
            ]
        )
    heads = (_("What"), _("Stands"), _("For"), _("Written by"), _("Written"))
    return {"caption": caption, "head": list(heads), "rows": table_rows(cells)}


def _stands(state: OutgoingState, step: OutgoingStep) -> Any:
    if state is not OutgoingState.HELD:
        return state_tag(state)
    until = _("until %(moment)s") % {"moment": time_in_words(step.held_until)}
    return format_html("{} {}", state_tag(state), until)


def stopped_for(checks: Sequence[Check]) -> list[str]:
    """Return why the gate stops something."""
    return [_(check.words) for check in checks if check.outcome is CheckOutcome.STOPPED]


def rows_of(row: Outgoing, checked: Checked, step: OutgoingStep, now: datetime) -> list[Any]:
    """Return what something is, in rows."""
    rows = [
        summary_row(_("Stands"), state_tag(standing(step, OutgoingChannel(row.channel), now))),
        summary_row(_("Case"), row.reference),
        summary_row(_("For"), f"{checked.texts.name} ({to_whom(row)})"),
        summary_row(_("How"), label(OutgoingChannel(row.channel))),
        summary_row(_("Where"), checked.texts.address),
        summary_row(_("What for"), label(Use(row.use))),
        summary_row(_("How they may use it"), label(HandlingCode(row.handling))),
        summary_row(_("Written by"), row.recorded_by.name),
    ]
    if step.held_until:
        rows.append(summary_row(_("Can be called back until"), time_in_words(step.held_until)))
    return rows


_SPACES = {Side.CASE_MANAGER: "casework", Side.IDVA: "insights"}


def written_anew(row: Outgoing) -> str:
    """Return where something is written anew, with what was written before filled in."""
    address = reverse(f"{_SPACES[Side(row.side)]}:write_to_somebody", args=[row.about])
    return f"{address}?from={row.pk}"


def ledger_of_case(row: Outgoing | LeakageIncident) -> str:
    """Return where stands what left about the case, for the side on which it was written."""
    return reverse(f"{_SPACES[Side(row.side)]}:ledger", args=[row.about])


def short_rows(row: Outgoing, texts: Texts) -> list[Any]:
    """Return what the page of an act is about: for whom it is, where it goes, and its words."""
    return [
        summary_row(_("For"), f"{texts.name} ({to_whom(row)})"),
        summary_row(_("How"), label(OutgoingChannel(row.channel))),
        said_row(_("Where"), texts.address),
        summary_row(_("What for"), label(Use(row.use))),
        said_row(_("Text"), texts.body),
    ]


def check_rows(checks: Sequence[Check]) -> list[Any]:
    """Return what the gate says, check by check."""
    return [
        summary_row(
            label(check.name),
            format_html(
                "{} {}", tag(label(check.outcome), _CHECK_COLOURS[check.outcome]), _(check.words)
            ),
        )
        for check in checks
    ]


def highlighted(text: str, hits: Sequence[Hit]) -> Any:
    """Return a text in which everything protected is marked, each with why."""
    parts: list[tuple[str, str, str]] = []
    at = 0
    for hit in sorted(hits, key=lambda each: each.start):
        if hit.start >= at:
            parts.append((text[at : hit.start], text[hit.start : hit.end], hit.why))
            at = hit.end
    marked = format_html_join(
        "",
        '{}<mark>{}<span class="govuk-visually-hidden"> ({})</span></mark>',
        parts,
    )
    return format_html("{}{}", marked, text[at:])


def reasons(hits: Sequence[Hit]) -> list[str]:
    """Return why each mark is there, each reason once."""
    return list(dict.fromkeys(f"{hit.matched}: {hit.why}" for hit in hits))


def ledger_table(releases: Iterable[Release]) -> dict[str, Any]:
    """Return what left about a case."""
    cells = [
        [
            time_in_words(row.recorded_at),
            label(ReleaseKind(row.kind)),
            row.recipient,
            row.purpose,
            label(HandlingCode(row.wording)) if row.wording else "",
            row.mark,
            row.recorded_by.name,
        ]
        for row in releases
    ]
    heads = (_("When"), _("What"), _("To"), _("What for"), _("Wording"), _("Mark"), _("By"))
    return {"caption": _("What left"), "head": list(heads), "rows": table_rows(cells)}
