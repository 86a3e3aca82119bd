"""The provenance of facts, as the guard reads it: across the wall, and for its eyes alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.answers import InformationSource
from drive.vocabulary.facts import Independence, WishAnswer
from drive.web.information.models import Corroboration, Derivation, FactVersion, Wish
from drive.web.information.rules import guard
from drive.web.information.rules.sources import is_hers


def graph_of(facts: Iterable[UUID]) -> dict[UUID, guard.Node]:
    """Return some facts and all that they lead to, whichever side it is on.

    A node holds no word of what was said. No page shows anything of it but a verdict.
    """
    graph: dict[UUID, guard.Node] = {}
    level = asked = set(facts)
    while level:
        found = _nodes(level)
        graph |= found
        level = {  # type: ignore[assignment]  # the keys of this graph are those of facts
            other
            for node in found.values()
            for other in (*node.derives_from, *(each.by for each in node.corroborated_by))
        } - asked
        asked = asked | level
    return graph


def _standing(facts: Iterable[UUID]) -> QuerySet[FactVersion]:
    return FactVersion.objects.filter(fact__in=facts, superseded_by=None).order_by()


def _nodes(facts: set[UUID]) -> dict[UUID, guard.Node]:
    parents, said, wishes = _parents(facts), _corroborations(facts), _wishes(facts)
    return {
        row.fact_id: guard.Node(
            hers=is_hers(
                InformationSource(row.source_kind),
                AgencyType(row.agency) if row.agency else None,
                Independence(row.without_her),
            ),
            derives_from=tuple(parents[row.fact_id]),
            corroborated_by=tuple(said[row.fact_id].values()),
            withdrawn=row.withdrawn,
            wish=wishes.get(row.fact_id),
        )
        for row in _standing(facts).only(
            "fact", "source_kind", "agency", "without_her", "withdrawn"
        )
    }


def _parents(facts: set[UUID]) -> dict[UUID, list[UUID]]:
    parents: dict[UUID, list[UUID]] = defaultdict(list)
    rows = Derivation.objects.filter(fact__in=facts).values_list("fact", "derives_from")
    for fact, parent in rows:
        parents[fact].append(parent)
    return parents


def _corroborations(facts: set[UUID]) -> dict[UUID, dict[UUID, guard.Corroboration]]:
    said: dict[UUID, dict[UUID, guard.Corroboration]] = defaultdict(dict)
    rows = Corroboration.objects.filter(fact__in=facts, superseded_by=None).order_by()
    for fact, by, independent in rows.values_list("fact", "corroborated_by", "independent"):
        said[fact][by] = guard.Corroboration(by=by, independent=Independence(independent))
    return said


def _wishes(facts: set[UUID]) -> dict[UUID, WishAnswer | None]:
    rows = Wish.objects.filter(fact__in=facts, superseded_by=None).order_by()
    return {
        fact: WishAnswer(answer) if answer else None
        for fact, answer in rows.values_list("fact", "answer")
    }
