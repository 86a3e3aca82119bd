"""The small interface that every design answers to: what lists it wants, and of which blocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

Shares = tuple[int, int]  # how many places for Drive and for control


@dataclass(frozen=True, slots=True)
class ListPlan:
    """What one list is made of; with a seed it determines the list.

    Attributes
    ----------
    stratum, period
        Which list it is. Each batch of a lottery counts as a period of its stratum.
    key
        What, beside the seed, the list depends on; two lists never share a key.
    positions
        How many positions are wanted; the last block may be cut off there.
    choices
        What a block may hold; each is equally likely, and all have the same share of Drive.
    """

    stratum: str
    period: int
    key: tuple[str | int, ...]
    positions: int
    choices: tuple[Shares, ...]

    @property
    def p_assignment(self) -> float:
        """Probability of Drive for each position before anything of the list is known."""
        drive, control = self.choices[0]
        return drive / (drive + control)


class RandomDesign(Protocol):
    """How chance is used: permuted blocks (`Design`) or a lottery (`Lottery`)."""

    def lists(self) -> Iterator[ListPlan]:
        """The lists of the design, in order of stratum and period."""

    def to_dict(self) -> dict[str, Any]:
        """Plain values that JSON can hold."""

    def hash(self) -> str:
        """SHA-256 of the design as canonical JSON, in hexadecimal."""
