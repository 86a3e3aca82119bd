"""The sole-informant guard: may what is known be used so, or would it tell that she spoke?

A fact has origins. What derives from nothing is its own origin; what derives from other facts
has the origins of all of these, and an independent corroboration adds the origins of the fact
that corroborates. Whatever he can see or infer is stopped unless every fact that it rests on
keeps an origin that is not at her side. Confidential protection and a threat to life are never
stopped: they have duties instead.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from drive.vocabulary.facts import (
    LIFE_SAVING,
    SEEN_BY_HIM,
    Duty,
    GuardOutcome,
    Independence,
    OverrideRole,
    Use,
    WishAnswer,
)

Key = Hashable


@dataclass(frozen=True, kw_only=True)
class Corroboration:
    """That another fact says the same, and whether it would had she not spoken."""

    by: Key
    independent: Independence


@dataclass(frozen=True, kw_only=True)
class Node:
    """One fact, as far as the guard looks at it.

    Parameters
    ----------
    hers : bool
        Whether its own source is at her side, or would not have spoken without her.
    derives_from : tuple of keys
        The facts that it was made from. A key that is not in the graph is an origin unknown.
    withdrawn : bool
        Whether it stands no longer: it then carries nothing.
    wish : WishAnswer or None
        What she wishes for it, where she was asked.
    """

    hers: bool
    derives_from: tuple[Key, ...] = ()
    corroborated_by: tuple[Corroboration, ...] = ()
    withdrawn: bool = False
    wish: WishAnswer | None = None


Graph = Mapping[Any, Node]
"""Every fact that a cited fact can lead to, by its key. Cycles and missing facts are borne."""


@dataclass(frozen=True, kw_only=True)
class Override:
    """That one of the two who may override the guard did so, for these facts."""

    role: OverrideRole
    by: Key
    reason: str
    facts: frozenset[Key]


@dataclass(frozen=True, kw_only=True)
class Footing:
    """What one cited fact rests on.

    Parameters
    ----------
    independent : frozenset of keys
        Its origins that are not at her side.
    hers : bool
        Whether it also has an origin at her side, or one that is not known.
    wish : WishAnswer or None
        What she wishes, for it or for anything that it rests on: the strictest counts.
    """

    fact: Key
    independent: frozenset[Key]
    hers: bool
    wish: WishAnswer | None = None


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What the guard says of a use; her wish stands on each footing."""

    use: Use
    outcome: GuardOutcome
    footings: tuple[Footing, ...]
    duties: tuple[Duty, ...] = ()
    overridden: bool = False

    @property
    def stops(self) -> bool:
        """Whether the use has to wait."""
        return self.outcome is GuardOutcome.STOPPED

    @property
    def alone(self) -> frozenset[Key]:
        """The facts that rest on her side alone, or on an origin unknown."""
        return frozenset(each.fact for each in self.footings if not each.independent)


@dataclass
class _Walk:
    independent: set[Key] = field(default_factory=set)
    wishes: set[WishAnswer] = field(default_factory=set)
    hers: bool = False


def judge(
    graph: Graph, cited: Iterable[Key], use: Use, overrides: Collection[Override] = ()
) -> Verdict:
    """Say whether a use may rest on the cited facts.

    Parameters
    ----------
    graph : mapping of keys to Node
        The cited facts and whatever they lead to.
    cited : iterable of keys
        What the use rests on. A key that is not in the graph counts as hers alone.
    use : Use
        What it is for.
    overrides : collection of Override
        Who overrode the guard for which facts. Only both roles, as two people, with a reason
        each and for every fact that stands against the use, are an override.
    """
    footings = tuple(footing(graph, fact) for fact in dict.fromkeys(cited))
    if use not in SEEN_BY_HIM:
        return Verdict(
            use=use,
            outcome=GuardOutcome.FREE,
            footings=footings,
            duties=_duties(footings, use),
        )
    verdict = Verdict(use=use, outcome=_outcome(footings), footings=footings)
    if verdict.stops and _is_overridden(verdict.alone, overrides):
        return Verdict(use=use, outcome=GuardOutcome.WARNED, footings=footings, overridden=True)
    return verdict


def footing(graph: Graph, fact: Key) -> Footing:
    """Return what a fact rests on: every origin that can be reached from it."""
    found, reached, ahead = _Walk(), {fact}, [fact]
    while ahead:
        key = ahead.pop()
        fresh = set(_step(graph.get(key), key, found)) - reached
        reached |= fresh
        ahead.extend(fresh)
    return Footing(
        fact=fact,
        independent=frozenset(found.independent),
        hers=found.hers or not found.independent,
        wish=strictest(found.wishes),
    )


def strictest(wishes: Iterable[WishAnswer | None]) -> WishAnswer | None:
    """Return which of her wishes counts where there are several."""
    known = set(wishes)
    return next((each for each in _STRICTEST if each in known), None)


_STRICTEST = (WishAnswer.NOT_USED, WishAnswer.ASK_AGAIN, WishAnswer.USE)


def _step(node: Node | None, key: Key, found: _Walk) -> list[Key]:
    """Note what one fact is, and return the facts that it leads to."""
    if node is None or node.withdrawn:
        found.hers = True
        return []
    if node.wish is not None:
        found.wishes.add(node.wish)
    if node.derives_from:
        onward = list(node.derives_from)
    else:
        onward = []
        if node.hers:
            found.hers = True
        else:
            found.independent.add(key)
    more = (each.by for each in node.corroborated_by if each.independent is Independence.YES)
    return [*onward, *more]


def _outcome(footings: tuple[Footing, ...]) -> GuardOutcome:
    fewest = min((len(each.independent) for each in footings), default=2)
    if fewest == 0:
        return GuardOutcome.STOPPED
    return GuardOutcome.WARNED if fewest == 1 else GuardOutcome.FREE


def _is_overridden(alone: frozenset[Key], overrides: Collection[Override]) -> bool:
    by_role: dict[OverrideRole, set[Key]] = {role: set() for role in OverrideRole}
    for each in overrides:
        if each.reason.strip() and alone <= each.facts:
            by_role[each.role].add(each.by)
    managers, leads = by_role[OverrideRole.SERVICE_MANAGER], by_role[OverrideRole.IDVA_LEAD]
    return bool(managers) and bool(leads) and len(managers | leads) > 1


def _duties(footings: tuple[Footing, ...], use: Use) -> tuple[Duty, ...]:
    duties = [Duty.LEDGER]
    if any(each.hers for each in footings):
        duties += [Duty.NOT_TO_BE_REVEALED, Duty.TELL_IDVA_LEAD, Duty.TELL_SERVICE_MANAGER]
    if use in LIFE_SAVING:
        duties.append(Duty.REVIEW_NEXT_WORKING_DAY)
    return tuple(duty for duty in Duty if duty in duties)
