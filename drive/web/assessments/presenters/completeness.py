"""Words of completeness: how much is known, section by section, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext, ngettext

from drive.vocabulary.answers import InformationSource
from drive.web.assessments import rules
from drive.web.design_system.presenters import count_of, label

_SHOWN = 6
"""How many questions a suggestion names before it only counts."""


def completeness_in_words(counted: rules.Completeness) -> str:
    """Return how much is known, what has a reason, and what has neither."""
    parts = [
        gettext("%(known)s of %(asked)s answers known (%(percent)s%%)")
        % {"known": counted.known, "asked": counted.asked, "percent": counted.percent_known},
        gettext("%s not known, with a reason") % counted.reasoned,
    ]
    if counted.open:
        parts.append(gettext("%s still unanswered") % counted.open)
    return "; ".join(parts) + "."


def section_meters(
    titles: Sequence[tuple[str, str]], asked: Sequence[rules.Asked]
) -> list[dict[str, Any]]:
    """Return, for each section by name and title, how much of it is known."""
    return [
        {
            "name": name,
            "title": title,
            "counted": counted,
            "words": gettext("%(known)s of %(asked)s known")
            % {"known": counted.known, "asked": counted.asked},
        }
        for name, title in titles
        for counted in [rules.completeness_of(each for each in asked if each.section == name)]
    ]


def fastest_rows(asked: Iterable[rules.Asked]) -> list[dict[str, str]]:
    """Return whom to turn to and for what, whoever could close most gaps first."""
    return [
        {
            "who": label(each.who),
            "gained": count_of(each.gained, "answer", "answers"),
            "remind": _named(each.remind),
            "ask": _named(each.ask),
            "is_own": "yes" if each.who is InformationSource.CASE_MANAGER_OBSERVATION else "",
        }
        for each in rules.fastest(asked)
    ]


def _named(labels: Sequence[str]) -> str:
    shown = "; ".join(gettext(each).rstrip("?") for each in labels[:_SHOWN])
    more = len(labels) - _SHOWN
    if more <= 0:
        return shown
    return f"{shown}; " + ngettext("and %s more", "and %s more", more) % more
