"""What a contact strategy rests on, in words, for each as much as he or she may know."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from drive.vocabulary.facts import OverrideRole, Use
from drive.vocabulary.strategy import ApprovalState
from drive.web.accounts.models import User
from drive.web.accounts.policy import may
from drive.web.casework.models import ContactStrategy
from drive.web.casework.presenters.rows import said_row
from drive.web.design_system.presenters import label, summary_row, time_in_words
from drive.web.information.models import FactVersion, Override, ReleasedItem
from drive.web.information.presenters.guard import (
    footing_tag,
    verdict_panel,
    wish_in_words,
)
from drive.web.information.presenters.known import source, statement
from drive.web.information.queries.citing import verdict_on
from drive.web.information.queries.words import opened
from drive.web.information.rules.guard import Verdict

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


def fact_cards(rows: Iterable[FactVersion], verdict: Verdict) -> list[dict[str, Any]]:
    """Return a card for each fact that a version rests on."""
    footings = {each.fact: each for each in verdict.footings}
    return [
        {
            "rows": [
                said_row(gettext("Fact"), statement(row)),
                summary_row(gettext("Who said so"), source(row)),
                summary_row(gettext("It rests"), footing_tag(footings[row.fact_id])),
                summary_row(gettext("What she wishes"), wish_in_words(footings[row.fact_id].wish)),
            ]
        }
        for row in rows
    ]


def item_cards(items: Iterable[ReleasedItem], verdict: Verdict) -> list[dict[str, Any]]:
    """Return a card for each summary of hers that the Idva lead sees again, with the wish."""
    footings = {each.fact: each for each in verdict.footings}
    return [
        {
            "rows": [
                said_row(gettext("What you released"), opened(item, "sealed_summary")),
                summary_row(gettext("What she wishes"), wish_in_words(footings[item.fact_id].wish)),
            ]
        }
        for item in items
    ]


def override_rows(found: Iterable[Override]) -> list[dict[str, Any]]:
    """Return who overrode the guard, and why."""
    return [
        said_row(
            f"{label(OverrideRole(row.role))}, {row.recorded_by.name}, "
            f"{time_in_words(row.recorded_at)}",
            opened(row, "sealed_reason"),
        )
        for row in found
    ]
