"""What each kind of request asks an agency for, as its letter says it: never who told it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from drive.vocabulary.requests import (
    DisruptionType,
    DvdsRoute,
    MaracTrigger,
    RequestKind,
)
from drive.web.design_system.presenters import date_in_words, label


def asked_lines(kind: RequestKind, given: dict[str, Any]) -> list[str]:
    """Return what is asked for, a line each."""
    if given.get("action"):
        return [label(DisruptionType(given["action"]))]
    if given.get("topics"):
        return [label(topic) for topic in given["topics"]]
    if kind is RequestKind.DISCLOSURE:
        return [
            _("A decision on a disclosure under the Domestic Violence Disclosure Scheme"),
            _("By this right: %(right)s. Applied for on %(day)s")
            % {
                "right": label(DvdsRoute(given["route"])).lower(),
                "day": date_in_words(given["applied_on"]),
            },
        ]
    if kind is RequestKind.MARAC:
        return [
            _("To hear this pair again, whom you heard on %(day)s")
            % {"day": date_in_words(given["original"].meeting.held_on)},
            _("Since then, on %(day)s: %(what)s")
            % {
                "day": date_in_words(given["trigger_on"]),
                "what": label(MaracTrigger(given["trigger"])).lower(),
            },
        ]
    return [_PLAIN[kind]()] if kind in _PLAIN else []


_PLAIN = {
    RequestKind.BREACH: lambda: _("A decision on a breach, with the reason for it"),
    RequestKind.ADVOCACY: lambda: _("To look again at a decision of yours, and to say what came"),
    RequestKind.CHILD: lambda: _(
        "To take on a referral of a child, and to tell us what you decide and what the child’s "
        "status is"
    ),
}
