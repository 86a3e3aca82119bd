"""Draws names with frequencies like those of a register: few very common, a long tail.

A forename goes in and out of fashion: it is likeliest for those born when its place in the
list was new. Surnames fall off as Zipf's law has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from drive.simulation.households import name_lists

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Texts = NDArray[np.object_]

FEMALE, MALE = 0, 1
_ERAS = 9
_MOST_IN_A_GROUP = 10
_FIRST_ERA = 1935
_FASHION = 0.12
_RARE_FORENAMES = 0.06
_RARE_SURNAMES = {"british": 0.5, "welsh": 0.15}


@dataclass(frozen=True)
class NameTable:
    """All names, and the running totals from which each group draws its codes.

    Parameters
    ----------
    words : ndarray of str, shape (n,)
        The names; a code is a place in it.
    totals : dict
        For each group its codes and the running total of their shares.
    """

    words: Texts
    totals: dict[tuple[int, ...], tuple[Ints, Floats]]

    def draw(self, groups: tuple[Ints, ...], rng: np.random.Generator) -> Ints:
        """Return one code for each row of the groups' columns, in proportion to the shares."""
        chance = rng.random(len(groups[0]))
        drawn = np.zeros(len(chance), dtype=np.int64)
        together = np.zeros(len(chance), dtype=np.int16)
        for column in groups:
            together = together * np.int16(_MOST_IN_A_GROUP) + column.astype(np.int16)
        order = np.argsort(together, kind="stable")
        ordered = together[order]
        for key, (codes, running) in self.totals.items():
            wanted = np.int16(_joined(key))
            first, last = np.searchsorted(ordered, [wanted, wanted + 1])
            here = order[first:last]
            drawn[here] = codes[np.searchsorted(running, chance[here], side="right")]
        return drawn


def era(born_year: Ints) -> Ints:
    """Return the place of a year of birth among the fashions of forenames."""
    return np.clip((born_year - _FIRST_ERA) // 10, 0, _ERAS - 1)


@cache
def forenames() -> NameTable:
    """Return the forenames, drawn by sex, community and era."""
    words: list[str] = []
    totals: dict[tuple[int, ...], tuple[Ints, Floats]] = {}
    for sex, lists in ((FEMALE, name_lists.WOMEN), (MALE, name_lists.MEN)):
        rare = _crossed("woman" if sex == FEMALE else "man")
        for community, name in enumerate(name_lists.COMMUNITIES):
            common = lists[name].split()
            codes = len(words) + np.arange(len(common) + len(rare))
            words += [*common, *rare]
            for each in range(_ERAS):
                shares = _forename_shares(len(common), len(rare), each)
                totals[sex, community, each] = codes, _running(shares)
    return NameTable(np.array(words, dtype=object), totals)


@cache
def surnames() -> NameTable:
    """Return the surnames, drawn by community."""
    made = [
        start + end
        for start in name_lists.SURNAME_STARTS.split()
        for end in name_lists.SURNAME_ENDS.split()
    ]
    words: list[str] = list(made)
    totals: dict[tuple[int, ...], tuple[Ints, Floats]] = {}
    for community, name in enumerate(name_lists.COMMUNITIES):
        common = name_lists.SURNAMES[name].split()
        codes = np.concatenate([len(words) + np.arange(len(common)), np.arange(len(made))])
        words += common
        rare = _RARE_SURNAMES.get(name, 0.05)
        head = 1 / (np.arange(len(common)) + 4.0)
        tail = 1 / (np.arange(len(made)) + 60.0)
        shares = np.concatenate([(1 - rare) * head / head.sum(), rare * tail / tail.sum()])
        totals[(community,)] = codes, _running(shares)
    return NameTable(np.array(words, dtype=object), totals)


def _crossed(who: str) -> list[str]:
    return [
        start + end
        for start in name_lists.RARE_STARTS[who].split()
        for end in name_lists.RARE_ENDS[who].split()
    ]


def _forename_shares(common: int, rare: int, at_era: int) -> Floats:
    places = (np.arange(common) + 0.5) / common
    distance = places - (at_era + 0.5) / _ERAS
    # The same few names stay ahead in each fashion: a fixed unevenness, not chance.
    liked = 1 / (1 + (np.arange(common) * 7) % 11)
    shares = np.exp(-0.5 * (distance / _FASHION) ** 2) * liked + 1e-3
    tail = np.full(rare, _RARE_FORENAMES / rare)
    return np.concatenate([(1 - _RARE_FORENAMES) * shares / shares.sum(), tail])


def _joined(key: tuple[int, ...]) -> int:
    joined = 0
    for each in key:
        joined = joined * _MOST_IN_A_GROUP + each
    return joined


def _running(shares: Floats) -> Floats:
    running = np.cumsum(shares / shares.sum())
    running[-1] = 1.0
    return running
