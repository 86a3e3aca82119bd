"""The complex needs of the 48: which combination each has, and which answers are missing.

The joint table of combination, missing answers and contact is not printed; any that has
the printed margins will do (Year-1 report, lines 634-699 and 2625-2673).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from drive.simulation.pilot.dealing import pick, shuffled
from drive.simulation.pilot.figures import rows
from drive.vocabulary.answers import YesNo
from drive.vocabulary.needs import YEAR_1_FOUR, NeedType

Needs = dict[NeedType, YesNo | None]
Combination = frozenset[NeedType]


@dataclass(frozen=True)
class NeedsOf48:
    """One entry for each person: the contacted, and the not contacted."""

    contacted: list[Needs]
    not_contacted: list[Needs]


def deal_needs(n_contacted: int, n_not_contacted: int, rng: np.random.Generator) -> NeedsOf48:
    """Return needs such that every printed margin holds."""
    combinations = [
        frozenset(NeedType(word) for word in row["needs"].split())
        for row in rows("completed_needs")
        for _ in range(int(row["n"]))
    ]
    contacted, others = _split(shuffled(combinations, rng), n_contacted, rng)
    n_untold = n_contacted + n_not_contacted - len(combinations)
    return NeedsOf48(
        contacted=_with_missing(contacted, "contacted", 0, rng),
        not_contacted=_with_missing(others, "not_contacted", n_untold, rng),
    )


def _printed(need: NeedType, state: str, group: str) -> int:
    (row,) = rows("completed_needs_by_contact", need=need, state=state)
    return int(row[group])


def _distance(group: list[Combination], target: dict[NeedType, int]) -> int:
    return sum(abs(sum(need in each for each in group) - n) for need, n in target.items())


def _split(
    combinations: list[Combination], n_contacted: int, rng: np.random.Generator
) -> tuple[list[Combination], list[Combination]]:
    """Swap people between the two groups until each need has its printed count in both."""
    target = {need: _printed(need, "yes", "contacted") for need in YEAR_1_FOUR}
    inside, outside = combinations[:n_contacted], combinations[n_contacted:]
    best = _distance(inside, target)
    while best:
        i, j = int(rng.integers(len(inside))), int(rng.integers(len(outside)))
        inside[i], outside[j] = outside[j], inside[i]
        now = _distance(inside, target)
        # A swap that is a little worse is kept now and then: it leads out of dead ends.
        if now <= best or rng.random() < 0.02:
            best = now
        else:
            inside[i], outside[j] = outside[j], inside[i]
    return inside, outside


def _with_missing(
    group: list[Combination], name: str, n_untold: int, rng: np.random.Generator
) -> list[Needs]:
    """Blank the printed number of answers, leaving each with a total one known answer."""
    while True:
        needs: list[Needs] = [
            {need: YesNo.YES if need in each else YesNo.NO for need in YEAR_1_FOUR}
            for each in group
        ]
        for need in YEAR_1_FOUR:
            without = [each for each in needs if each[need] is YesNo.NO]
            for each in pick(without, _printed(need, "missing", name) - n_untold, rng):
                each[need] = None
        if all(any(each.values()) for each in needs):
            untold: list[Needs] = [dict.fromkeys(YEAR_1_FOUR) for _ in range(n_untold)]
            return needs + untold
