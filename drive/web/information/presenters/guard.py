"""What the guard says, in words that tell nothing of what she said.

They say that something rests on her side alone, and nothing else of that side: not what, not how
much, not since when.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext

from drive.vocabulary.facts import SEEN_BY_HIM, Duty, GuardOutcome, Use, WishAnswer
from drive.web.design_system.presenters import label, summary_row, table_rows
from drive.web.information.models import Citation
from drive.web.information.rules.guard import Footing, Verdict

COLOURS = {
    GuardOutcome.FREE: "green",
    GuardOutcome.WARNED: "yellow",
    GuardOutcome.STOPPED: "red",
}


def footing_in_words(footing: Footing) -> str:
    """Return what a fact rests on, as far as anybody may know it."""
    if not footing.independent:
        return gettext("On her side alone")
    if len(footing.independent) == 1:
        return gettext("One source that is not hers")
    return gettext("Several sources that are not hers")


def footing_tag(footing: Footing) -> Any:
    """Return the tag of a fact in a list."""
    count = len(footing.independent)
    colour = "red" if count == 0 else "yellow" if count == 1 else "green"
    return format_html(
        '<strong class="govuk-tag govuk-tag--{}">{}</strong>', colour, footing_in_words(footing)
    )


def wish_in_words(wish: WishAnswer | None) -> str:
    """Return what she wishes, or that it is not known."""
    return label(wish) if wish else gettext("Not known: ask her, or her IDVA")


def footing_rows(footing: Footing) -> list[dict[str, Any]]:
    """Return what may rest on a fact, and what she wishes."""
    return [
        summary_row(gettext("It rests"), footing_tag(footing)),
        summary_row(gettext("What the service user can see or infer"), _seen_by_him(footing)),
        summary_row(
            gettext("To protect her or a child, or to save a life"),
            gettext("Never stopped. It is sent as not to be revealed to the service user."),
        ),
        summary_row(gettext("What she wishes"), wish_in_words(footing.wish)),
    ]


def _seen_by_him(footing: Footing) -> str:
    if not footing.independent:
        return gettext(
            "Stopped: he could tell that she spoke. Find another source, or the service manager "
            "and the IDVA lead decide together."
        )
    if len(footing.independent) == 1:
        return gettext("With care: if that one source falls away, only her side is left.")
    return gettext("Nothing stands against it.")


def verdict_panel(verdict: Verdict) -> dict[str, str]:
    """Return what the guard says of a use, for an alert."""
    variant, title, text = _said(verdict)
    return {"variant": variant, "title": title, "text": text}


def _said(verdict: Verdict) -> tuple[str, str, str]:
    """Return the variant of an alert, its title and its text."""
    if not verdict.footings:
        words = gettext("The guard can look only at what is named here.")
        return "information", gettext("No fact is named yet"), words
    if verdict.use not in SEEN_BY_HIM:
        words = gettext(
            "It is said in confidence, to protect somebody. It must not be revealed to the service "
            "user."
        )
        return "information", gettext("The guard never stops this"), words
    if verdict.stops:
        words = gettext(
            "Something that it rests on is known from the victim-survivor’s side alone. It "
            "needs another source, or it is left out, or the service manager and the IDVA lead "
            "decide together, with reasons."
        )
        return "error", gettext("The guard stops this"), words
    if verdict.overridden:
        title = gettext("The service manager and the IDVA lead have decided together")
        words = gettext("It rests on the victim-survivor’s side alone, and goes on.")
        return "warning", title, words
    if verdict.outcome is GuardOutcome.WARNED:
        words = gettext("Something that it rests on has one source only that is not hers.")
        return "warning", gettext("It may be used with care"), words
    words = gettext("Everything that it rests on has several sources that are not hers.")
    return "success", gettext("The guard has nothing against it"), words


def duties_in_words(duties: Iterable[Duty]) -> list[str]:
    """Return what has to be done with a use that is never stopped."""
    return [label(duty) for duty in duties]


def citation_rows(found: Iterable[Citation]) -> list[list[dict[str, Any]]]:
    """Return what a fact is used for, with the verdict of the day."""
    return table_rows(
        [
            label(Use(row.use)),
            label(GuardOutcome(row.outcome)),
            row.recorded_at,
            row.recorded_by.name,
            row.ended_at or gettext("It is used still"),
        ]
        for row in found
    )
