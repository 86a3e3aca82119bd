"""What tells a fact: whatever was made from it, for a trace alone.

Her side follows it across the wall. For everybody else it ends there: what is made of it behind
the wall, and who reads it there, is part of her record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from drive.vocabulary.facts import CitationKind, Side, Tells
from drive.web.accounts.models import User
from drive.web.accounts.permissions import Row, VisibleQuerySet
from drive.web.information.models import Citation, Derivation, FactVersion, RestsOn
from drive.web.information.models.folders import sides_of

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


def sees_both_sides(reader: User) -> bool:
    """Whether a trace goes on behind the wall for somebody: for those of her side alone."""
    return sides_of(reader.roles) == {Side.IDVA}


def tellings_of(fact: UUID, reader: User) -> list[Telling]:
    """Return everything from which a fact can be known, however far it is from it.

    It holds keys alone, and no word of what was said. For whoever does not stand on her side it
    ends at the wall, and holds what the reader may see and nothing else. A cycle is borne.
    """
    found: list[Telling] = []
    level, asked = {fact}, {fact}
    while level:
        children = list(_made_from(level, reader))
        found += [
            *_versions(level, fact, reader),
            *_released(level, reader),
            *_cited(level, reader),
            *children,
        ]
        level = {each.key for each in children} - asked
        asked |= level
    return found


def _shown(rows: VisibleQuerySet[Row], reader: User) -> VisibleQuerySet[Row]:
    return rows if sees_both_sides(reader) else rows.visible_to(reader)


def _made_from(facts: Iterable[UUID], reader: User) -> Iterator[Telling]:
    rows = _shown(Derivation.objects.filter(derives_from__in=facts), reader)
    for child, parent in rows.values_list("fact", "derives_from"):
        yield Telling(child, Tells.MADE_FROM_IT, parent)


def _versions(facts: Iterable[UUID], itself: UUID, reader: User) -> Iterator[Telling]:
    rows = _shown(FactVersion.objects.filter(fact__in=facts), reader)
    for key, fact in rows.values_list("pk", "fact"):
        yield Telling(key, Tells.ITSELF if fact == itself else Tells.MADE_FROM_IT, fact)


def _released(facts: Iterable[UUID], reader: User) -> Iterator[Telling]:
    rows = _shown(RestsOn.objects.filter(fact__in=facts), reader)
    for item, fact in rows.values_list("item", "fact"):
        yield Telling(item, Tells.SUMMARY, fact)


def _cited(facts: Iterable[UUID], reader: User) -> Iterator[Telling]:
    rows = _shown(Citation.objects.filter(fact__in=facts), reader)
    for about, kind, fact in rows.values_list("about", "kind", "fact"):
        yield Telling(about, _CITED[CitationKind(kind)], fact)
