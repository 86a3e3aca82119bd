"""The allocation list of a design and a seed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from drive.randomisation.blocks import next_block
from drive.randomisation.designs import Design, Period, canonical_hash
from drive.randomisation.entropy import stream
from drive.vocabulary.allocation import Arm

COLUMNS = ("stratum", "period", "block", "position", "arm", "p_assignment", "block_size")


@dataclass(frozen=True, slots=True)
class Position:
    """One place in a list.

    Attributes
    ----------
    period
        Number of the design's period, from 1.
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

    def to_dict(self) -> dict[str, Any]:
        """Plain values that JSON can hold."""
        return {name: getattr(self, name) for name in COLUMNS} | {"arm": self.arm.value}


@dataclass(frozen=True, slots=True)
class AllocationList:
    """Every position of a design, in order of stratum, period and position; it holds no seed."""

    design: Design
    positions: tuple[Position, ...]

    def __len__(self) -> int:
        return len(self.positions)

    @property
    def frame(self) -> pd.DataFrame:
        """The list as a table, one row a position; `arm` holds "drive" or "control"."""
        rows = [position.to_dict() for position in self.positions]
        return pd.DataFrame(rows, columns=list(COLUMNS))

    def hash(self) -> str:
        """SHA-256 of design and positions as canonical JSON, published when a period opens."""
        rows = [position.to_dict() for position in self.positions]
        return canonical_hash({"design": self.design.to_dict(), "positions": rows})


def generate(design: Design, seed: int | bytes) -> AllocationList:
    """The allocation list that a design and a seed determine.

    Parameters
    ----------
    design
        Strata, ratio, block multiples, periods.
    seed
        A whole number from 0, or entropy as bytes.

    Returns
    -------
    AllocationList
        Each stratum's list of each period comes from (seed, stratum, period, ratio) alone, so
        adding a stratum, a period or positions alters nothing that was drawn before. The last
        block may be cut off where the wanted positions end.

    Examples
    --------
    >>> design = Design(strata={"Essex": 30}, ratio=(1, 8), block_multiples=(3, 5, 8))
    >>> len(generate(design, seed=1))
    30
    """
    positions = [
        position
        for stratum in sorted(design.strata)
        for number, period in design.numbered_periods()
        for position in _list(design, seed, stratum, (number, period))
    ]
    return AllocationList(design=design, positions=tuple(positions))


def _list(
    design: Design, seed: int | bytes, stratum: str, numbered: tuple[int, Period]
) -> Iterator[Position]:
    number, period = numbered
    rng = stream(seed, *list_key(stratum, number, period))
    wanted, given, block_number = design.strata[stratum], 0, 0
    while given < wanted:
        block = next_block(rng, period.ratio, design.block_multiples)
        block_number += 1
        for arm in block.arms[: wanted - given]:
            given += 1
            yield Position(
                stratum=stratum,
                period=number,
                block=block_number,
                position=given,
                arm=arm,
                p_assignment=block.p_assignment,
                block_size=block.size,
            )


def list_key(stratum: str, number: int, period: Period) -> tuple[str, int, int, int]:
    """What, beside the seed, determines one list: stratum, number of the period, ratio."""
    return stratum, number, *period.ratio
