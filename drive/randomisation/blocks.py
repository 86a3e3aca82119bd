"""One permuted block."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from drive.randomisation.designs import Ratio, check_multiples, check_ratio
from drive.randomisation.entropy import below
from drive.randomisation.plans import Shares
from drive.vocabulary.allocation import Arm


@dataclass(frozen=True, slots=True)
class Block:
    """A full block: its arms in the order in which they will be given out.

    Attributes
    ----------
    p_assignment
        Probability of Drive for each of its positions before anything of the block is known.
    """

    arms: tuple[Arm, ...]
    p_assignment: float

    @property
    def size(self) -> int:
        """Positions in the block."""
        return len(self.arms)


def next_block(rng: np.random.Generator, ratio: Ratio, multiples: Iterable[int]) -> Block:
    """Draw a block: first its size, then the order of its arms.

    Parameters
    ----------
    rng
        The stream of this list, from `entropy.stream`; it moves on with each block.
    ratio
        Drive to control.
    multiples
        How many times the ratio's sum a block may hold; each is equally likely.

    Raises
    ------
    DesignError
        If the ratio or the multiples are not whole numbers above 0.

    Examples
    --------
    >>> from drive.randomisation.entropy import stream
    >>> block = next_block(stream(1, "essex"), (1, 8), (3, 5, 8))
    >>> block.arms.count(Arm.CONTROL) == 8 * block.arms.count(Arm.DRIVE)
    True
    """
    given = tuple(sorted(multiples))
    check_ratio(ratio)
    check_multiples(given)
    return draw_block(rng, [(ratio[0] * multiple, ratio[1] * multiple) for multiple in given])


def draw_block(rng: np.random.Generator, choices: Sequence[Shares]) -> Block:
    """Draw what a block holds, each choice equally likely, and then the order of its arms.

    Parameters
    ----------
    rng
        The stream of this list; it moves on with each block.
    choices
        How many places for Drive and for control; all with the same share of Drive.
    """
    drive, control = choices[below(rng, len(choices))]
    arms = [Arm.DRIVE] * drive + [Arm.CONTROL] * control
    for last in range(len(arms) - 1, 0, -1):  # Fisher and Yates
        chosen = below(rng, last + 1)
        arms[last], arms[chosen] = arms[chosen], arms[last]
    return Block(arms=tuple(arms), p_assignment=p_assignment((drive, control)))


def p_assignment(ratio: Ratio) -> float:
    """Probability of Drive under a ratio: the share of Drive in a block."""
    return ratio[0] / (ratio[0] + ratio[1])
