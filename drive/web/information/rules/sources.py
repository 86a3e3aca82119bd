"""Whose word a fact is, and what she wishes: what follows from the values of its source."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import InformationSource
from drive.vocabulary.facts import HER_SERVICES, HER_SOURCES, Independence, Reliability
from drive.web.information.rules.guard import Graph, Key

LONGEST_STATEMENT = 4_000
LONGEST_REASON = 2_000


def speaks_from_her_side(source: InformationSource, agency: AgencyType | None) -> bool:
    """Return whether she, her family, her Idva or a service at her side said it."""
    return source in HER_SOURCES or agency in HER_SERVICES


def is_hers(
    source: InformationSource, agency: AgencyType | None, without_her: Independence
) -> bool:
    """Return whether a source is hers in truth: an agency that only repeats her is hers too."""
    return speaks_from_her_side(source, agency) or without_her is not Independence.YES


def would_turn_in_a_circle(graph: Graph, fact: Key, parents: Iterable[Key]) -> bool:
    """Return whether a fact would derive from itself if it derived from `parents`."""
    ahead, reached = list(parents), set()
    while ahead:
        key = ahead.pop()
        if key == fact:
            return True
        if key not in reached and key in graph:
            reached.add(key)
            ahead.extend(graph[key].derives_from)
    return False


def weakest(found: Collection[Reliability]) -> Reliability:
    """Return the least of some reliabilities: a summary is no better than what it rests on."""
    order = list(Reliability)
    return max(found, key=order.index, default=Reliability.NOT_TESTED)
