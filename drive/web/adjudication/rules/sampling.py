"""Which narratives are rated again: as many of each arm, by chance, and in an order by chance.

Chance is a hash of the seed and the key, so that whoever has the seed can draw the sample again.
What comes out is keys in an order: nothing of it says to which arm one belongs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Candidate:
    """A form whose narrative may be rated again.

    Parameters
    ----------
    key : UUID
        Of the form.
    arm : str
        The arm of the pair.
    person : Hashable
        The victim-survivor: of her, one form at most is drawn.
    """

    key: UUID
    arm: str
    person: Hashable


def draw(
    candidates: Iterable[Candidate], *, arms: Sequence[str], size: int, seed: int
) -> list[UUID]:
    """Draw a sample that is balanced by arm.

    Parameters
    ----------
    candidates : iterable of Candidate
        In any order.
    arms : sequence of str
        The arms; forms of others are left aside.
    size : int
        How many are wished for in all. Where one arm has fewer than its share, the others give
        no more than that one.
    seed : int
        Not negative.

    Returns
    -------
    list of UUID
        The keys in the order in which they are shown.
    """
    by_chance = _one_a_person(_ordered(candidates, f"{seed}|draw"))
    of_arm = {arm: [each for each in by_chance if each.arm == arm] for arm in arms}
    share = min([size // len(arms), *(len(each) for each in of_arm.values())])
    drawn = [each for arm in arms for each in of_arm[arm][:share]]
    return [each.key for each in _ordered(drawn, f"{seed}|order")]


def _ordered(candidates: Iterable[Candidate], salt: str) -> list[Candidate]:
    def place(each: Candidate) -> bytes:
        return hashlib.sha256(f"{salt}|{each.key}".encode()).digest()

    return sorted(candidates, key=place)


def _one_a_person(candidates: Collection[Candidate]) -> list[Candidate]:
    first: dict[Hashable, Candidate] = {}
    for each in candidates:
        first.setdefault(each.person, each)
    return list(first.values())
