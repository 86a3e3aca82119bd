"""What rests on facts, and what the guard says of it now."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from drive.vocabulary.facts import OverrideRole, Use
from drive.web.accounts.models import User
from drive.web.information.models import Citation, Fact, FactVersion, Override
from drive.web.information.queries.provenance import graph_of
from drive.web.information.queries.words import opened
from drive.web.information.rules import guard


def citations_about(about: UUID, use: Use) -> QuerySet[Citation]:
    """Return what rests on facts now, whoever may see them. For actions and the guard."""
    return Citation.objects.filter(about=about, use=use, ended_at=None)


def cited_facts(about: UUID, use: Use, actor: User) -> list[FactVersion]:
    """Return the facts that something rests on, as they stand, as far as somebody sees them."""
    cited = citations_about(about, use).values("fact")
    standing = FactVersion.objects.visible_to(actor).filter(fact__in=cited, superseded_by=None)
    return list(standing.select_related("fact__came_by", "fact__folder", "recorded_by"))


def citations_of(fact: Fact, actor: User) -> QuerySet[Citation]:
    """Return what rests or rested on a fact, the latest first."""
    found = Citation.objects.visible_to(actor).filter(fact=fact)
    return found.select_related("recorded_by").order_by("-recorded_at")


def verdict_on(about: UUID, use: Use) -> guard.Verdict:
    """Return what the guard says now of everything that something rests on."""
    facts = list(citations_about(about, use).values_list("fact", flat=True))
    return guard.judge(graph_of(facts), facts, use, overrides_on(about, use))


def verdict_of(facts: Iterable[UUID], use: Use) -> guard.Verdict:
    """Return what the guard would say of some facts, without anybody having overridden it."""
    chosen = list(facts)
    return guard.judge(graph_of(chosen), chosen, use)


def overrides_on(about: UUID, use: Use) -> list[guard.Override]:
    """Return who overrode the guard for something, as the guard reads it."""
    rows = Override.objects.filter(about=about, use=use).prefetch_related("facts")
    return [
        guard.Override(
            role=OverrideRole(row.role),
            by=row.recorded_by_id,
            reason=opened(row, "sealed_reason"),
            facts=frozenset(each.fact_id for each in row.facts.all()),
        )
        for row in rows
    ]


def overrides_seen(about: UUID, use: Use, actor: User) -> list[Override]:
    """Return the overrides that somebody may read, the earliest first."""
    found = Override.objects.visible_to(actor).filter(about=about, use=use)
    return list(found.select_related("recorded_by"))
