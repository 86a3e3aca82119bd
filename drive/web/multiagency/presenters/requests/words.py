"""Small words about requests, as every page of them shows them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from drive.vocabulary.requests import (
    DisruptionType,
    EscalationLevel,
    RequestDue,
    RequestKind,
    RequestState,
    RequestTopic,
)
from drive.web.design_system.presenters import date_in_words, label
from drive.web.multiagency.models import Request
from drive.web.multiagency.rules.clock import Due

COLOURS = {
    RequestState.DRAFT: "govuk-tag--grey",
    RequestState.SENT: "govuk-tag--light-blue",
    RequestState.CHASED: "govuk-tag--yellow",
    RequestState.PARTIAL: "govuk-tag--turquoise",
    RequestState.AGREED: "govuk-tag--turquoise",
    RequestState.ESCALATED: "govuk-tag--orange",
    RequestState.CONTESTED: "govuk-tag--orange",
    RequestState.ANSWERED: "govuk-tag--green",
    RequestState.DONE: "govuk-tag--green",
    RequestState.REFUSED: "govuk-tag--red",
    RequestState.WITHDRAWN: "govuk-tag--grey",
    RequestState.SUBSTITUTED: "govuk-tag--grey",
}


def tag(text: str, colour: str) -> SafeString:
    """Return a tag."""
    return format_html('<strong class="govuk-tag {}">{}</strong>', colour, text)


def state_tag(state: RequestState) -> SafeString:
    """Return where a request stands."""
    return tag(label(state), COLOURS[state])


def request_link(request: Request) -> SafeString:
    """Return the link to a request, by its reference."""
    return format_html(
        '<a class="govuk-link" href="{}">{}</a>',
        reverse("multiagency:request", args=[request.pk]),
        request.reference,
    )


def what(request: Request) -> str:
    """Return what is asked for, in words."""
    if request.action:
        return label(DisruptionType(request.action))
    topics = [label(RequestTopic(topic)) for topic in request.topics]
    return ", ".join(topics) or label(RequestKind(request.kind))


def due_words(due: Due) -> str:
    """Return what a request waits for, in words."""
    day = date_in_words(due.on) if due.on else ""
    words = {
        RequestDue.SEND: _("It has not left yet: nobody waits for an answer."),
        RequestDue.LEAVE: _("What was written last has not left yet."),
        RequestDue.ANSWER: _("Their answer. If none comes, something is due on %(day)s.")
        if day
        else _("Their answer."),
        RequestDue.CHASE: _("A chaser is due since %(day)s."),
        RequestDue.PROPOSE: _(
            "Nobody answered two chasers. Since %(day)s: ask another source, or go up the ladder."
        ),
        RequestDue.TOP: _(
            "Nobody answered, up to the top of the ladder, since %(day)s. The service manager "
            "decides with you."
        ),
        RequestDue.NOTHING: _("Nothing."),
    }
    return words[due.what] % {"day": day}


def level_words(level: EscalationLevel) -> str:
    """Return a rung of the ladder."""
    return label(level)


def numeric(value: Any) -> dict[str, Any]:
    """Return a cell that holds a number."""
    return {"text": str(value), "sort": value, "numeric": True}
