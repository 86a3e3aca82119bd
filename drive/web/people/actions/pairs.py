"""Pairs of records as pairs of people: one question for two people, the strongest reason first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from drive.web.people.actions.records import Mentioned

if TYPE_CHECKING:
    from drive.linkage import Linkage

LINKED, APART = "linked", "apart"
ASKED_FROM = 0.0
"""The weight (log2 odds) from which a reviewer is asked: one person is as likely as two."""
_FACTS = {
    "forename": "forename",
    "surname": "surname_std",
    "date_of_birth": "dob",
    "postcode": "home",
    "phone": "phone_std",
    "police_id": "police_std",
}
"""What an automatic rule may ask for, and the standardised column that says it."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """Two people who may be one, and the two records that say so most."""

    one: Mentioned
    other: Mentioned
    weight: float
    stratum: str
    linked: bool
    of_large_group: bool

    @property
    def roots(self) -> frozenset[UUID]:
        """The two human beings, as far as is known."""
        return frozenset((self.one.root, self.other.root))

    @property
    def people(self) -> set[UUID]:
        """The two people as they are on record."""
        return {self.one.person, self.other.person}

    @property
    def same_role(self) -> bool:
        """Whether both are mentioned in the same role."""
        return self.one.role == self.other.role


def pairs_of_people(linkage: Linkage, mentions: Mapping[str, Mentioned]) -> list[Found]:
    """Return the pairs of people that are worth a question, the heaviest first.

    Of a group too large to be joined only as many pairs are asked about as its joining needs.
    """
    large = {record: number for number, held in enumerate(linkage.large) for record in held}
    strongest: dict[frozenset[UUID], Found] = {}
    for pair in linkage.edges.sort_values("weight", ascending=False).to_dict("records"):
        found = _found(pair, mentions, large)
        if found.weight >= ASKED_FROM and pair["band"] != APART and len(found.roots) == 2:
            strongest.setdefault(found.roots, found)
    return _without_rounds(strongest.values())


def _found(pair: Any, mentions: Mapping[str, Mentioned], large: Mapping[str, int]) -> Found:
    left, right = pair["record_id_l"], pair["record_id_r"]
    group = large.get(left)
    return Found(
        one=mentions[left],
        other=mentions[right],
        weight=float(pair["weight"]),
        stratum=pair["stratum"],
        # Refused or withheld is what the model would link but something forbids.
        linked=pair["band"] == LINKED and bool(pair["together"]),
        of_large_group=group is not None and group == large.get(right),
    )


def _without_rounds(found: Iterable[Found]) -> list[Found]:
    """Leave out, of each large group, the pairs that others of it join already."""
    head: dict[UUID, UUID] = {}

    def top(key: UUID) -> UUID:
        while head.setdefault(key, key) != key:
            key = head[key]
        return key

    kept = []
    for each in found:
        if each.of_large_group:
            one, other = top(each.one.root), top(each.other.root)
            if one == other:
                continue
            head[one] = other
        kept.append(each)
    return kept


def equal_facts(found: Found, linkage: Linkage) -> Collection[str]:
    """Return what is known of two people and equal; a placeholder is not known.

    A name counts as equal only where it was typed alike too, whatever the case of its letters.
    """
    known = linkage.mentions.set_index("record_id")
    one, other = (known.loc[str(each.mention)] for each in (found.one, found.other))
    return {
        fact
        for fact, column in _FACTS.items()
        if _equal(one[column], other[column]) and _typed_alike(found, fact)
    }


def _equal(one: Any, other: Any) -> bool:
    return bool(one == one and one is not None and one == other)


def _typed_alike(found: Found, fact: str) -> bool:
    column = {"forename": "first_name", "surname": "surname"}.get(fact)
    if column is None:
        return True
    one, other = (each.row[column] or "" for each in (found.one, found.other))
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
