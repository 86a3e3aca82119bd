"""Abuse then and now, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext

from drive.vocabulary.abuse import AbuseType, Severity
from drive.vocabulary.answers import YesNo
from drive.web.assessments.queries import Content, pairs_rated
from drive.web.design_system.presenters import answer_in_words, label


def abuse_rows(intake: Content | None, latest: Content | None) -> list[list[dict[str, Any]]]:
    """Return the rows that set abuse at intake beside abuse at the latest assessment."""
    return [
        [
            {"text": _named(kind, number, len(pairs))},
            {"text": _rated(intake, kind, pair)},
            {"text": _rated(latest, kind, pair)},
        ]
        for pairs in [_pairs(intake, latest)]
        for number, pair in enumerate(pairs, start=1)
        for kind in AbuseType
    ]


def _pairs(*contents: Content | None) -> list[str | None]:
    found = (pair for content in contents if content for pair in pairs_rated(content))
    return list(dict.fromkeys(found)) or [None]


def _named(kind: AbuseType, number: int, pairs: int) -> str:
    if pairs == 1:
        return label(kind)
    return gettext("%(kind)s (victim-survivor %(number)s)") % {
        "kind": label(kind),
        "number": number,
    }


def _rated(content: Content | None, kind: AbuseType, pair: str | None) -> str:
    rating = next(_ratings(content, kind, pair), None)
    if rating is None:
        return gettext("Not assessed")
    return gettext("Used: %(used)s. Severity: %(severity)s.") % {
        "used": answer_in_words(rating.used, YesNo),
        "severity": answer_in_words(rating.severity, Severity),
    }


def _ratings(content: Content | None, kind: AbuseType, pair: str | None) -> Iterator[Any]:
    for each in content.ratings if content else ():
        if each.abuse_type is kind and pair in (None, each.towards):
            yield each
