"""The lists of a trial as they were opened one after the other, of either design."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from drive.randomisation.designs import (
    DesignError,
    Ratio,
    canonical_hash,
    check_multiples,
    check_ratio,
    in_words,
)
from drive.randomisation.lottery import Batch
from drive.randomisation.plans import ListPlan


@dataclass(frozen=True, slots=True)
class BlockList:
    """A list of permuted blocks: a stratum's list of that number, with the ratio in force.

    Parameters
    ----------
    stratum, number
        Which list it is; a stratum's lists are numbered in the order in which they were opened.
    ratio, block_multiples
        As in `Design`.
    positions
        How many positions it has; the last block may be cut off there.

    Raises
    ------
    DesignError
        If a number is not positive, or a multiple stands twice.
    """

    stratum: str
    number: int
    ratio: Ratio
    block_multiples: tuple[int, ...]
    positions: int

    def __post_init__(self) -> None:
        check_ratio(self.ratio)
        check_multiples(self.block_multiples)
        if self.positions < 1:
            raise DesignError(f"A list needs one position at least; {self.positions} were given.")

    def __str__(self) -> str:
        *others, last = [str(multiple) for multiple in self.block_multiples]
        times = f"{', '.join(others)} or {last}" if others else last
        drive, control = self.ratio
        return (
            f"{self.positions} positions, {drive} Drive to {control} control, in blocks of "
            f"{times} times the ratio"
        )

    @property
    def plan(self) -> ListPlan:
        """What the list is made of."""
        drive, control = self.ratio
        return ListPlan(
            stratum=self.stratum,
            period=self.number,
            key=(self.stratum, self.number, drive, control),
            positions=self.positions,
            choices=tuple((drive * m, control * m) for m in self.block_multiples),
        )

    def to_dict(self) -> dict[str, Any]:
        """Plain values that JSON can hold."""
        return {
            "stratum": self.stratum,
            "number": self.number,
            "ratio": list(self.ratio),
            "block_multiples": list(self.block_multiples),
            "positions": self.positions,
        }


@dataclass(frozen=True, slots=True)
class LotteryList:
    """The list of one batch of a lottery: `places` for Drive among `units`.

    Raises
    ------
    DesignError
        If nothing is left to chance.
    """

    stratum: str
    number: int
    places: int
    units: int

    def __post_init__(self) -> None:
        Batch(self.stratum, self.places, self.units).check()

    def __str__(self) -> str:
        return f"{in_words(self.places, 'place')} among {self.units}"

    @property
    def plan(self) -> ListPlan:
        """What the list is made of; its one block holds every position."""
        return ListPlan(
            stratum=self.stratum,
            period=self.number,
            key=("lottery", self.stratum, self.number, self.places, self.units),
            positions=self.units,
            choices=((self.places, self.units - self.places),),
        )

    def to_dict(self) -> dict[str, Any]:
        """Plain values that JSON can hold."""
        return {
            "stratum": self.stratum,
            "number": self.number,
            "places": self.places,
            "units": self.units,
        }


OpenedList = BlockList | LotteryList


@dataclass(frozen=True, init=False)
class OpenedLists:
    """A design as it was lived: each list with the ratio or the places of its day.

    `Design` says beforehand what a trial wants. What a programme does over the years follows its
    places: another ratio from a day on, a lottery at one site. This is the record of it, by which
    every draw is verified and drawn again.

    Parameters
    ----------
    opened
        In any order.

    Raises
    ------
    DesignError
        If there is no list, or two lists of a stratum have one number.
    """

    opened: tuple[OpenedList, ...]

    def __init__(self, opened: Iterable[OpenedList]) -> None:
        made = tuple(sorted(opened, key=lambda each: (each.stratum, each.number)))
        object.__setattr__(self, "opened", made)
        if not made:
            raise DesignError("No list was opened.")
        names = [(each.stratum, each.number) for each in made]
        for name in names:
            if names.count(name) > 1:
                raise DesignError(f"{name[0]} has two lists of number {name[1]}.")

    def __str__(self) -> str:
        return "Lists as they were opened. " + " ".join(_in_words(each) for each in self.opened)

    def lists(self) -> Iterator[ListPlan]:
        """The lists, in order of stratum and number."""
        for each in self.opened:
            yield each.plan

    def to_dict(self) -> dict[str, Any]:
        """Plain values that JSON can hold."""
        return {"opened": [each.to_dict() for each in self.opened]}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> "OpenedLists":
        """The lists that `to_dict` wrote."""
        return cls(_read(each) for each in stored["opened"])

    def hash(self) -> str:
        """SHA-256 of the lists as canonical JSON, in hexadecimal."""
        return canonical_hash(self.to_dict())


def _read(stored: Mapping[str, Any]) -> OpenedList:
    if "places" in stored:
        return LotteryList(**stored)
    drive, control = stored["ratio"]
    return BlockList(
        stratum=stored["stratum"],
        number=stored["number"],
        ratio=(drive, control),
        block_multiples=tuple(stored["block_multiples"]),
        positions=stored["positions"],
    )


def _in_words(each: OpenedList) -> str:
    return f"{each.stratum}, list {each.number}: {each}."
