"""Words of completeness: how much is known, section by section, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext, ngettext

from drive.vocabulary.answers import InformationSource
from drive.web.assessments import rules
from drive.web.design_system.presenters import count_of, label

_SHOWN = 6
"""How many questions a suggestion names before it only counts."""


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
