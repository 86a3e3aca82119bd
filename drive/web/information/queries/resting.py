"""What something rests on, for each as much as he or she may know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from drive.vocabulary.facts import OverrideRole, Use
from drive.web.accounts.models import User
from drive.web.accounts.roles import Role
from drive.web.information.models import FactVersion, Override, ReleasedItem, RestsOn, Wish
from drive.web.information.queries.citing import cited_facts, overrides_seen, verdict_on
from drive.web.information.rules.guard import Verdict


@dataclass(frozen=True, kw_only=True)
class Resting:
    """What the guard says of something, and of what it rests on as much as one person may see.

    Parameters
    ----------
    facts : sequence of FactVersion
        The cited facts of that person's own side.
    items : sequence of ReleasedItem
        What that person's side released, where the fact that came of it is cited on the other.
    wishes : mapping of keys of cited facts to Wish
        When and by whom she was asked.
    unseen : set of keys
        What stands against the use and is not shown to one of the two who decide about it.
    """

    verdict: Verdict
    facts: Sequence[FactVersion]
    items: Sequence[ReleasedItem]
    wishes: dict[UUID, list[Wish]]
    overrides: Sequence[Override]
    unseen: frozenset[Any] = frozenset()

    @property
    def rows(self) -> list[Any]:
        """All that is shown, for the audit."""
        wishes = (wish for found in self.wishes.values() for wish in found)
        return [*self.facts, *self.items, *wishes, *self.overrides]


def resting_on(about: UUID, use: Use, actor: User) -> Resting:
    """Return what something rests on."""
    verdict = verdict_on(about, use)
    facts = cited_facts(about, use, actor)
    return _resting(verdict, facts, overrides_seen(about, use, actor), actor)


def to_decide(about: UUID, use: Use, actor: User) -> Resting:
    """Return what stands against a use, for one of the two who decide about it together.

    Each of them reads why the other lets it go on: that is what their forms say. The page has to
    see to it that nobody else asks.
    """
    verdict = verdict_on(about, use)
    alone = [row for row in cited_facts(about, use, actor) if row.fact_id in verdict.alone]
    found = _resting(verdict, alone, _of_both(about, use, actor), actor)
    shown = {row.fact_id for row in found.facts} | {item.fact_id for item in found.items}
    return replace(found, unseen=verdict.alone - shown)


def _of_both(about: UUID, use: Use, actor: User) -> list[Override]:
    found = Override.objects.filter(about=about, use=use).select_related("recorded_by")
    if Role.SERVICE_MANAGER in actor.roles:
        return list(found)
    return list(found.filter(Q(role=OverrideRole.SERVICE_MANAGER) | Q(recorded_by=actor)))


def _resting(
    verdict: Verdict, facts: Sequence[FactVersion], overrides: Sequence[Override], actor: User
) -> Resting:
    items = list(_given(verdict.alone, facts, actor))
    return Resting(
        verdict=verdict,
        facts=facts,
        items=items,
        wishes=_wishes(facts, items, actor),
        overrides=overrides,
    )


def _given(
    alone: Iterable[Any], shown: Sequence[FactVersion], actor: User
) -> QuerySet[ReleasedItem]:
    """Return what somebody's own side released of what rests on her side alone."""
    found = ReleasedItem.objects.visible_to(actor).filter(fact__in=alone, withdrawn_at=None)
    return found.exclude(fact__in=[row.fact_id for row in shown])


def _wishes(
    facts: Sequence[FactVersion], items: Sequence[ReleasedItem], actor: User
) -> dict[UUID, list[Wish]]:
    """Return what she said when she was asked, of each fact or of what its summary rests on."""
    behind = {row.fact_id: {row.fact_id} for row in facts}
    for item_fact, fact in (
        RestsOn.objects.visible_to(actor).filter(item__in=items).values_list("item__fact", "fact")
    ):
        behind.setdefault(item_fact, set()).add(fact)
    asked = Wish.objects.visible_to(actor).filter(
        fact__in={key for keys in behind.values() for key in keys}, superseded_by=None
    )
    by_fact = {row.fact_id: row for row in asked}
    return {
        cited: [by_fact[key] for key in keys if key in by_fact] for cited, keys in behind.items()
    }
