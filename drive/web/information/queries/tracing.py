"""What tells a fact: whatever was made from it, on both sides of the wall, for a trace alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from drive.vocabulary.facts import CitationKind, Tells
from drive.web.information.models import Citation, Derivation, FactVersion, RestsOn

_CITED = {
    CitationKind.STRATEGY: Tells.STRATEGY,
    CitationKind.OUTGOING: Tells.OUTGOING,
    CitationKind.REQUEST: Tells.REQUEST,
    CitationKind.OTHER: Tells.OTHER,
}


@dataclass(frozen=True)
class Telling:
    """Something from which a fact can be known: its key, what it is, and what it was made from."""

    key: UUID
    kind: Tells
    made_from: UUID


def tellings_of(fact: UUID) -> list[Telling]:
    """Return everything from which a fact can be known, however far it is from it.

    It holds keys alone, and no word of what was said. A cycle is borne.
    """
    found: list[Telling] = []
    level, asked = {fact}, {fact}
    while level:
        children = list(_made_from(level))
        found += [*_versions(level, fact), *_released(level), *_cited(level), *children]
        level = {each.key for each in children} - asked
        asked |= level
    return found


def _made_from(facts: Iterable[UUID]) -> Iterator[Telling]:
    rows = Derivation.objects.filter(derives_from__in=facts).values_list("fact", "derives_from")
    for child, parent in rows:
        yield Telling(child, Tells.MADE_FROM_IT, parent)


def _versions(facts: Iterable[UUID], itself: UUID) -> Iterator[Telling]:
    for key, fact in FactVersion.objects.filter(fact__in=facts).values_list("pk", "fact"):
        yield Telling(key, Tells.ITSELF if fact == itself else Tells.MADE_FROM_IT, fact)


def _released(facts: Iterable[UUID]) -> Iterator[Telling]:
    for item, fact in RestsOn.objects.filter(fact__in=facts).values_list("item", "fact"):
        yield Telling(item, Tells.SUMMARY, fact)


def _cited(facts: Iterable[UUID]) -> Iterator[Telling]:
    rows = Citation.objects.filter(fact__in=facts).values_list("about", "kind", "fact")
    for about, kind, fact in rows:
        yield Telling(about, _CITED[CitationKind(kind)], fact)
