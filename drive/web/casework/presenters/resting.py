"""What the guard says of a contact strategy, and where somebody can go from there."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.vocabulary.facts import Use
from drive.vocabulary.strategy import ApprovalState
from drive.web.accounts.models import User
from drive.web.accounts.policy import may
from drive.web.casework.models import ContactStrategy
from drive.web.information.presenters.guard import (
    verdict_panel,
)
from drive.web.information.queries.citing import verdict_on

STILL_OPEN = frozenset({ApprovalState.DRAFT, ApprovalState.CONSULTED})


def rests(version: ContactStrategy, actor: User, state: ApprovalState) -> dict[str, Any]:
    """Return what the guard says of a version, and where somebody can go from there.

    The Idva lead is shown it only where it stops: she decides about an override.
    """
    verdict = verdict_on(version.pk, Use.CONTACT)
    reads = may(actor, "information.view")
    if not reads and not verdict.stops:
        return {}
    keys = [version.drive_case_id, version.pk]
    links = (
        (gettext("What it rests on"), "casework:rests_on", reads),
        (
            gettext("Decide about an override"),
            "casework:override_guard",
            verdict.stops and state in STILL_OPEN and may(actor, "information.override"),
        ),
    )
    return {
        "panel": verdict_panel(verdict),
        "links": [
            {"text": text, "href": reverse(name, args=keys)}
            for text, name, possible in links
            if possible
        ],
    }
