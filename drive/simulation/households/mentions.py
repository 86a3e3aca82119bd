"""The mentions of people in the cases: who stands in which row, and at which address then."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from drive.simulation.households.cases import Cases
from drive.simulation.households.names import Ints
from drive.simulation.households.population import CHILD, People

ROLES = ("perpetrator", "victim_survivor", "child")
PERPETRATOR, VICTIM, MINOR = range(3)
SOURCES = ("marac", "police", "insights", "casework")
_SOURCE_SHARES = (0.6, 0.2, 0.15, 0.05)
_LISTS_CHILDREN = 0.3


@dataclass
class Mentions:
    """One row a mention: the case, the person and the other party (rows of their tables)."""

    case: Ints
    person: Ints
    other: Ints
    role: Ints
    source: Ints

    def __len__(self) -> int:
        """Return the number of mentions."""
        return len(self.case)

    def take(self, rows: Ints) -> Mentions:
        """Return the given rows."""
        return Mentions(
            case=self.case[rows],
            person=self.person[rows],
            other=self.other[rows],
            role=self.role[rows],
            source=self.source[rows],
        )


def mention(people: People, cases: Cases, rng: np.random.Generator) -> Mentions:
    """Return the perpetrator, the victim-survivor and some of her children of each case.

    The rows stand in the order of the cases.
    """
    n = len(cases)
    source = rng.choice(len(SOURCES), size=n, p=_SOURCE_SHARES)
    child_case, child = _children(people, cases, rng)
    case = np.concatenate([np.arange(n), np.arange(n), child_case])
    person = np.concatenate([cases.perpetrator, cases.victim, child])
    other = np.concatenate([cases.victim, cases.perpetrator, cases.victim[child_case]])
    role = np.repeat([PERPETRATOR, VICTIM, MINOR], [n, n, len(child)])
    order = np.lexsort((role, case))
    made = Mentions(case=case, person=person, other=other, role=role, source=source[case])
    return made.take(order)


def exactly(mentions: Mentions, records: int) -> Mentions:
    """Return so many mentions, without leaving a perpetrator without a victim-survivor.

    Raises
    ------
    ValueError
        If there are fewer.
    """
    if len(mentions) < records:
        raise ValueError(f"{len(mentions)} mentions where {records} are wanted")
    kept = np.arange(records)
    if mentions.role[records - 1] == PERPETRATOR:
        children = np.flatnonzero(mentions.role[:records] == MINOR)
        if len(children):
            kept = np.delete(np.arange(records + 1), children[-1])
    return mentions.take(kept)


def postcodes_then(
    mentions: Mentions, cases: Cases, postcodes: Ints, moves: Ints
) -> tuple[Ints, Ints]:
    """Return the postcode codes of each mentioned person at the hearing, and the ones before."""
    day = cases.heard_on[mentions.case]
    turn = 1 + (moves[mentions.person] <= day[:, None]).sum(axis=1)
    return postcodes[mentions.person, turn], postcodes[mentions.person, turn - 1]


def _children(people: People, cases: Cases, rng: np.random.Generator) -> tuple[Ints, Ints]:
    """Return cases and children: those of the victim-survivor's household, where listed."""
    rows = np.flatnonzero(people.place == CHILD)
    rows = rows[np.argsort(people.household[rows], kind="stable")]
    homes = people.household[rows]
    listed = np.flatnonzero(rng.random(len(cases)) < _LISTS_CHILDREN)
    hers = people.household[cases.victim[listed]]
    first = np.searchsorted(homes, hers)
    number = np.searchsorted(homes, hers, side="right") - first
    case = np.repeat(listed, number)
    turn = np.arange(len(case)) - np.repeat(np.cumsum(number) - number, number)
    child = rows[np.repeat(first, number) + turn]
    party = (child == cases.victim[case]) | (child == cases.perpetrator[case])
    listed_then = ~party & (people.born[child] <= cases.heard_on[case])
    return case[listed_then], child[listed_then]
