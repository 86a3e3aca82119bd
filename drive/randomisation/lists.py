"""The allocation list of a design and a seed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from drive.randomisation.blocks import draw_block
from drive.randomisation.commitment import commit, seal_list
from drive.randomisation.designs import canonical_hash
from drive.randomisation.entropy import stream
from drive.randomisation.plans import ListPlan, RandomDesign
from drive.vocabulary.allocation import Arm

COLUMNS = ("stratum", "period", "block", "position", "arm", "p_assignment", "block_size")

ListKey = tuple[str, int]  # stratum, period
PositionKey = tuple[str, int, int]  # stratum, period, position


class ListError(ValueError):
    """The list does not hold what is asked of it; the text says where."""


@dataclass(frozen=True, slots=True)
class Position:
    """One place in a list.

    Attributes
    ----------
    period
        Number of the design's period, from 1; in a lottery the number of the batch.
    block, position
        Counted from 1 within the stratum's list of the period.
    p_assignment
        Probability of Drive under the design, whichever arm was drawn.
    block_size
        Places in the whole block, also when the list ends within it.
    """

    stratum: str
    period: int
    block: int
    position: int
    arm: Arm
    p_assignment: float
    block_size: int

    @property
    def key(self) -> PositionKey:
        """What names the position within an allocation list."""
        return self.stratum, self.period, self.position

    def to_dict(self) -> dict[str, Any]:
        """Plain values that JSON can hold."""
        return {name: getattr(self, name) for name in COLUMNS} | {"arm": self.arm.value}


@dataclass(frozen=True, slots=True)
class AllocationList:
    """Every position of a design, in order of stratum, period and position; it holds no seed.

    Attributes
    ----------
    commitment
        What was published of the seed; empty where it is not known.
    void
        Positions whose unit turned out to be somebody drawn before: they were used up, they stay
        in the list, and they are part of no analysis.
    """

    design: RandomDesign
    positions: tuple[Position, ...]
    commitment: str = ""
    void: frozenset[PositionKey] = frozenset()

    def __len__(self) -> int:
        return len(self.positions)

    @property
    def frame(self) -> pd.DataFrame:
        """The list as a table, one row a position; `arm` holds "drive" or "control"."""
        rows = [position.to_dict() for position in self.positions]
        return pd.DataFrame(rows, columns=list(COLUMNS))

    def hash(self) -> str:
        """SHA-256 of design and positions as canonical JSON.

        It is for stores that nobody reads before the trial locks: what is left of a list can be
        found from its bare hash by trying. What is published beforehand is `seals`.
        """
        rows = [position.to_dict() for position in self.positions]
        return canonical_hash({"design": self.design.to_dict(), "positions": rows})

    def used(self, counts: Mapping[ListKey, int]) -> "AllocationList":
        """What was given out: the first positions of each list; their last block may be open.

        Parameters
        ----------
        counts
            For (stratum, period) how many positions were used; a list that is not named, none.

        Raises
        ------
        ListError
            If there is no such list, or it does not have that many positions.
        """
        held: dict[ListKey, int] = {}
        for each in self.positions:
            held[each.stratum, each.period] = each.position
        for (stratum, period), count in counts.items():
            _check_count(stratum, period, count, held.get((stratum, period)))
        kept = tuple(
            each
            for each in self.positions
            if each.position <= counts.get((each.stratum, each.period), 0)
        )
        return replace(self, positions=kept)

    def voiding(self, keys: Iterable[PositionKey]) -> "AllocationList":
        """The list with these positions void, besides those that are void already.

        Raises
        ------
        ListError
            If the list has no such position.
        """
        given = frozenset(keys)
        unknown = given - {each.key for each in self.positions}
        if unknown:
            stratum, period, position = min(unknown)
            raise ListError(f"There is no position {position} of {stratum}, period {period}.")
        return replace(self, void=self.void | given)

    def seals(self, seed: int | bytes) -> dict[ListKey, str]:
        """What is published of each list when its period opens; see `commitment.seal_list`."""
        return {
            (plan.stratum, plan.period): seal_list(
                seed,
                plan.key,
                [
                    each.to_dict()
                    for each in self.positions
                    if (each.stratum, each.period) == (plan.stratum, plan.period)
                ],
            )
            for plan in self.design.lists()
        }


def generate(design: RandomDesign, seed: int | bytes) -> AllocationList:
    """The allocation list that a design and a seed determine.

    Parameters
    ----------
    design
        Permuted blocks (`Design`) or a `Lottery`.
    seed
        A whole number from 0 for a simulation; 32 bytes of entropy for a trial.

    Returns
    -------
    AllocationList
        Each stratum's list of each period comes from (seed, stratum, period, ratio) alone, so
        adding a stratum, a period or positions alters nothing that was drawn before. The last
        block may be cut off where the wanted positions end.

    Examples
    --------
    >>> from drive.randomisation.designs import Design
    >>> design = Design(strata={"Essex": 30}, ratio=(1, 8), block_multiples=(3, 5, 8))
    >>> len(generate(design, seed=1))
    30
    """
    positions = tuple(position for plan in design.lists() for position in _list(plan, seed))
    return AllocationList(design=design, positions=positions, commitment=commit(seed))


def _list(plan: ListPlan, seed: int | bytes) -> Iterator[Position]:
    rng = stream(seed, *plan.key)
    given, block_number = 0, 0
    while given < plan.positions:
        block = draw_block(rng, plan.choices)
        block_number += 1
        for arm in block.arms[: plan.positions - given]:
            given += 1
            yield Position(
                stratum=plan.stratum,
                period=plan.period,
                block=block_number,
                position=given,
                arm=arm,
                p_assignment=block.p_assignment,
                block_size=block.size,
            )


def _check_count(stratum: str, period: int, count: int, held: int | None) -> None:
    if held is None:
        raise ListError(f"There is no list of {stratum}, period {period}.")
    if count < 0:
        raise ListError(f"{stratum}, period {period}: {count} positions cannot be used.")
    if count > held:
        raise ListError(
            f"The list of {stratum}, period {period}, is exhausted: it has {held} positions and "
            f"{count} were asked for."
        )
