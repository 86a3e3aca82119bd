"""One request: what it says, its story, what is due, whom to ask next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from drive.vocabulary.directory import LawfulBasis
from drive.vocabulary.outbound import OutgoingState
from drive.vocabulary.requests import (
    ActionEffect,
    EscalationLevel,
    RefusalReason,
    RequestDue,
    RequestKind,
    RequestPurpose,
    RequestStepKind,
    RequestTopic,
    RequestWay,
)
from drive.vocabulary.work import Attribution
from drive.web.design_system.presenters import date_in_words, label, summary_row
from drive.web.information.models import FactVersion
from drive.web.information.presenters.known import in_short
from drive.web.multiagency.models import RequestStep
from drive.web.multiagency.presenters.directory.linking import agency_link
from drive.web.multiagency.presenters.requests.words import (
    due_words,
    level_words,
    request_link,
    state_tag,
    what,
)
from drive.web.multiagency.queries.standing import Opened, stands
from drive.web.multiagency.queries.whom import Reached
from drive.web.multiagency.rules.clock import answer_due_on
from drive.web.multiagency.rules.kinds import KINDS
from drive.web.multiagency.rules.sources import Ranked
from drive.web.outbound.queries.outgoing import texts_of

_ALERTS = {
    RequestDue.SEND: "warning",
    RequestDue.LEAVE: "information",
    RequestDue.ANSWER: "information",
    RequestDue.CHASE: "warning",
    RequestDue.PROPOSE: "warning",
    RequestDue.TOP: "error",
    RequestDue.NOTHING: "information",
}


def said_rows(found: Opened) -> list[dict[str, Any]]:
    """Return what a request says, in rows."""
    request = found.request
    due_on = answer_due_on(found.standing)
    rows = [
        summary_row(_("Stands"), state_tag(found.state)),
        summary_row(_("Agency"), agency_link(request.agency)),
        summary_row(_("Asked for"), what(request)),
        summary_row(_("What it is for"), label(RequestPurpose(request.purpose))),
        summary_row(_("Basis"), label(LawfulBasis(request.basis))),
        _agreement_row(found),
        summary_row(_("How"), label(RequestWay(request.way))),
        summary_row(
            _("Answer due"),
            date_in_words(due_on)
            if due_on
            else _("%(days)d working days after it has left") % {"days": request.answer_days},
        ),
    ]
    if request.contact:
        rows.insert(2, summary_row(_("Asked first"), request.contact.name))
    if request.instead_of:
        rows.append(summary_row(_("Asked instead of"), request_link(request.instead_of)))
    return rows


def _agreement_row(found: Opened) -> dict[str, Any]:
    agreement = found.request.agreement
    if agreement:
        return summary_row(_("Agreement"), agreement.name)
    reason = found.request.without_agreement
    return summary_row(_("Agreement"), _("None. Asked all the same: %(why)s") % {"why": reason})


def due_alert(found: Opened) -> dict[str, Any]:
    """Return what is due now, as an alert."""
    due = found.due()
    words = due_words(due)
    reasons = [_stands_words(step) for step in found.on_its_way]
    return {
        "variant": _ALERTS[due.what],
        "title": _("Now"),
        "html": format_html("{}{}", words, format_html_join("", " {}", ((r,) for r in reasons))),
    }


def _stands_words(step: RequestStep) -> SafeString:
    state = stands(step)
    words = {
        OutgoingState.STOPPED: _("The gate stopped it: see why."),
        OutgoingState.HELD: _("It is held for some minutes, and can be called back."),
        OutgoingState.QUEUED: _("It waits for the mail server."),
        OutgoingState.WRITTEN: _("It was written and not sent."),
    }
    return format_html(
        '<a class="govuk-link" href="{}">{}</a>',
        reverse("outbound:outgoing", args=[step.outgoing_id]),
        words.get(state, _("See what was written.")),
    )


def story(
    found: Opened, words: Mapping[UUID, str], facts: Mapping[UUID, Sequence[FactVersion]]
) -> list[dict[str, Any]]:
    """Return what happened, newest first; `words` and `facts` are those of each step."""
    kind = KINDS[RequestKind(found.request.kind)]
    return [
        {
            "label": _heading(step, kind.said(RequestStepKind(step.kind))),
            "byline": step.recorded_by.name,
            "on": step.left_on or step.happened_on,
            "html": _told(step, words.get(step.pk, ""), facts.get(step.pk, ())),
        }
        for step in reversed(found.steps)
    ]


def _heading(step: RequestStep, said: str) -> str:
    heading = _(said)
    if step.kind == RequestStepKind.CHASED:
        heading = _("Chaser %(number)d") % {"number": step.number}
    if step.kind == RequestStepKind.ESCALATED:
        heading = _("Escalated: %(level)s") % {"level": level_words(EscalationLevel(step.level))}
    if step.outgoing_id and step.left_on is None:
        return _("%(what)s (has not left)") % {"what": heading}
    return heading


def _told(step: RequestStep, words: str, facts: Sequence[FactVersion]) -> SafeString:
    parts: list[Any] = list(_coded(step))
    if words:
        parts.append(words)
    parts += [_fact_link(step, each) for each in facts]
    lines = format_html_join("", '<p class="govuk-body drive-text">{}</p>', ((p,) for p in parts))
    return lines or SafeString("")


def _coded(step: RequestStep) -> Iterable[str]:
    if step.contact and step.outgoing_id:
        yield _("To %(name)s.") % {"name": step.contact.name}
    if step.by_clock:
        yield _("Sent by the clock, in the name of whoever asked.")
    if step.still_open:
        topics = ", ".join(label(RequestTopic(topic)) for topic in step.still_open)
        yield _("Still open: %(topics)s.") % {"topics": topics}
    if step.refusal:
        yield _("Reason: %(reason)s.") % {"reason": label(RefusalReason(step.refusal))}
    if step.attribution:
        yield _("Without Drive? %(answer)s.") % {"answer": label(Attribution(step.attribution))}
    if step.effect:
        yield f"{label(ActionEffect(step.effect))}."


def _fact_link(step: RequestStep, row: FactVersion) -> SafeString:
    address = reverse("information:fact", args=[step.request.drive_case_id, row.fact_id])
    return format_html(
        '{} <a class="govuk-link" href="{}">{}</a>', _("Known from it:"), address, in_short(row)
    )


def sources_table(found: Opened, ranked: Iterable[Ranked]) -> list[dict[str, Any]]:
    """Return whom to ask instead, the likeliest first, each with why and a link that asks."""
    request = found.request
    rows = []
    for one in ranked:
        each = one.candidate
        keys = [request.drive_case_id, each.key, request.kind]
        address = f"{reverse('multiagency:ask', args=keys)}?instead_of={request.pk}"
        rows.append(
            {
                "text": each.name,
                "href": address,
                "why": label(one.reason),
                "usual": _usual(each.usual_days),
            }
        )
    return rows


def _usual(days: float | None) -> str:
    if days is None:
        return _("has not answered anything here yet")
    return _("usually answers in %(days)s working days") % {"days": f"{days:g}"}


def rung_words(found: Opened, above: Reached | None) -> dict[str, Any] | None:
    """Return who stands on the next rung, and which rungs nobody fills."""
    up = found.next_rung
    if up is None or above is None:
        return None
    passed = [level_words(level) for level in up.passed]
    words = _("Nobody stands here, so it is passed over: %(levels)s.")
    return {
        "who": above.to.name,
        "level": level_words(up.rung.level),
        "passed": words % {"levels": ", ".join(passed)} if passed else "",
        "reasons": above.reasons,
        "reached": above.to.address,
    }


def to_rows(reached: Reached, way: RequestWay) -> list[dict[str, Any]]:
    """Return to whom something goes, where, and why it is not the one whom one expected."""
    rows = [
        summary_row(_("To"), f"{reached.to.name}, {reached.to.agency.name}"),
        summary_row(_("How"), label(way)),
    ]
    if reached.to.address:
        rows.append(summary_row(_("Where"), reached.to.address))
    if reached.reasons:
        rows.append(summary_row(_("Why"), " ".join(reached.reasons)))
    return rows


def letter_rows(step: RequestStep) -> list[dict[str, Any]]:
    """Return what is read out or posted: to whom, where, and the words."""
    texts = texts_of(step.outgoing)  # type: ignore[arg-type]  # the page has looked
    words = format_html('<p class="govuk-body drive-text">{}</p>', texts.body)
    return [
        summary_row(_("To"), texts.name),
        summary_row(_("Where"), texts.address),
        summary_row(_("Words"), words),
    ]
