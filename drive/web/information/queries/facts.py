"""Finding facts, and what hangs on each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from drive.web.accounts.models import User
from drive.web.information.models import (
    Corroboration,
    Derivation,
    Fact,
    FactVersion,
    Folder,
    ReleasedItem,
    Wish,
)


def facts_in(folder: Folder, actor: User) -> QuerySet[FactVersion]:
    """Return what stands of each fact in a folder that was not withdrawn, by topic."""
    return facts_about(folder.about, actor)


def facts_about(about: UUID, actor: User) -> QuerySet[FactVersion]:
    """Return the same by the key of the case."""
    return (
        FactVersion.objects.visible_to(actor)
        .filter(fact__folder__about=about, superseded_by=None, withdrawn=False)
        .select_related("fact__came_by", "recorded_by")
    )


def withdrawn_in(folder: Folder, actor: User) -> QuerySet[FactVersion]:
    """Return the facts of a folder that were withdrawn, the latest first."""
    return (
        FactVersion.objects.visible_to(actor)
        .filter(fact__folder=folder, superseded_by=None, withdrawn=True)
        .select_related("fact__came_by", "recorded_by")
        .order_by("-recorded_at")
    )


def standing_version(fact: Fact) -> FactVersion:
    """Return what stands of a fact now."""
    return fact.versions.select_related("recorded_by").get(superseded_by=None)


def versions_of(fact: Fact, actor: User) -> list[FactVersion]:
    """Return everything that was said of a fact, what stands now first."""
    found = FactVersion.objects.visible_to(actor).filter(fact=fact)
    by_key = {row.pk: row for row in found.select_related("fact__came_by", "recorded_by")}
    replaced = {row.supersedes_id for row in by_key.values()}
    row = next((each for each in by_key.values() if each.pk not in replaced), None)
    chain: list[FactVersion] = []
    while row is not None:
        chain.append(row)
        row = by_key.get(row.supersedes_id) if row.supersedes_id else None
    return chain


def parents_of(fact: Fact, actor: User) -> list[FactVersion]:
    """Return the facts of the same folder from which a fact was made, as they stand."""
    seen = Derivation.objects.visible_to(actor).filter(fact=fact).values("derives_from")
    return list(_standing(seen, actor))


def children_of(fact: Fact, actor: User) -> list[FactVersion]:
    """Return the facts of the same folder that were made from a fact, as they stand."""
    seen = Derivation.objects.visible_to(actor).filter(derives_from=fact).values("fact")
    return list(_standing(seen, actor))


def _standing(facts: Any, actor: User) -> QuerySet[FactVersion]:
    found = FactVersion.objects.visible_to(actor).filter(fact__in=facts, superseded_by=None)
    return found.select_related("fact__came_by", "recorded_by")


def corroborations_of(fact: Fact, actor: User) -> list[Corroboration]:
    """Return what corroborates a fact, the latest word on each."""
    found = Corroboration.objects.visible_to(actor).filter(fact=fact, superseded_by=None)
    return list(found.select_related("recorded_by", "corroborated_by"))


def wishes_of(fact: Fact, actor: User) -> list[Wish]:
    """Return what she wished for a fact each time she was asked, the latest first."""
    return list(Wish.objects.visible_to(actor).filter(fact=fact).select_related("recorded_by"))


def came_by(fact: Fact) -> ReleasedItem | None:
    """Return the release by which a fact came from the other side, if it did."""
    return ReleasedItem.objects.filter(fact=fact).first()


def standing_of(facts: Sequence[Fact]) -> list[FactVersion]:
    """Return what stands of some facts. For actions, which have the facts already."""
    return list(FactVersion.objects.filter(fact__in=facts, superseded_by=None))
