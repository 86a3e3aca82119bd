"""The same design drawn again, many times: what chance alone would have done."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from drive.randomisation.historic import HistoricArms, require_sequence
from drive.randomisation.lists import AllocationList, Position
from drive.vocabulary.allocation import Arm

Arms = NDArray[np.uint8]

# So many draws at a time stay in a processor's cache; what is drawn depends on it, so it is fixed.
DRAWS_AT_ONCE = 512
_LARGEST = 1 << 62
# Beyond so many marks in a block it is quicker to shuffle it than to compare each with the others.
_MANY = 40


def rerandomise(allocations: AllocationList | HistoricArms, draws: int, seed: int) -> Arms:
    """Draw the arms of a list again under its own blocks.

    Strata, periods, blocks and their sizes are kept; within each block the places for Drive are
    drawn anew. Three cases need care:

    - A block of which only the first positions are used is drawn whole and cut there, so that the
      number of Drive among them varies as it did in the trial (hypergeometric).
    - A void position keeps the arm it was drawn with, and what is left of its block is drawn
      among the others: the draws are conditional on the arms of the void positions. This is right
      where a duplicate is found without regard to the arm.
    - A unit withdrawn after its draw stays as allocated and is drawn like any other.

    Parameters
    ----------
    allocations
        The list, or what was used of it.
    draws
        How many lists to draw. More of them leave the first ones as they were.
    seed
        A whole number from 0.

    Returns
    -------
    numpy.ndarray
        Shape (draws, n), uint8, 1 where Drive, in the order of the list's positions. It takes
        draws x n bytes; `redraws` gives the same in parts.

    Raises
    ------
    ValueError
        If there are no draws to make.
    NoSequence
        If the arms were imported without the sequence they were drawn from.

    References
    ----------
    Rosenberger WF, Lachin JM (2016) Randomization in Clinical Trials, chapter 6. Floyd's way of
    drawing a subset: Bentley J, Floyd B (1987) Commun ACM 30:754-757.
    """
    listed = require_sequence(allocations)
    arms = np.empty((_counted(draws), len(listed)), dtype=np.uint8)
    done = 0
    for part in redraws(listed, draws, seed):
        arms[done : done + len(part)] = part
        done += len(part)
    return arms


def redraws(allocations: AllocationList | HistoricArms, draws: int, seed: int) -> Iterator[Arms]:
    """Give the draws of `rerandomise` in parts of at most 512, each an array of its own."""
    listed = require_sequence(allocations)
    urns = _urns(listed)
    blank = _blank(observed(listed), urns)
    for index, first in enumerate(range(0, _counted(draws), DRAWS_AT_ONCE)):
        rng = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(index,)))
        arms = np.empty((DRAWS_AT_ONCE, len(blank)), dtype=np.uint8)
        arms[:] = blank
        for each in urns:
            _fill(arms, each, rng)
        yield arms[: min(DRAWS_AT_ONCE, draws - first), : len(listed)]


def observed(allocations: AllocationList) -> Arms:
    """The arms that were drawn: 1 where Drive, in the order of the list's positions."""
    return np.array([position.arm == Arm.DRIVE for position in allocations.positions], np.uint8)


@dataclass(frozen=True, slots=True)
class _Urns:
    """Blocks with as many open places and as many Drive among them: they are drawn together.

    `places`, of shape (blocks, open), says in which column each open place stands; places of a
    block that were never used have columns beyond those of the list.
    """

    drive: int
    places: NDArray[np.intp]

    @property
    def few(self) -> int:
        """Places of the rarer arm: these are marked."""
        return min(self.drive, int(self.places.shape[1]) - self.drive)

    @property
    def mark(self) -> int:
        """The rarer arm: 1 where that is Drive."""
        return int(self.drive == self.few)


def _urns(allocations: AllocationList) -> list[_Urns]:
    alike: dict[tuple[int, int], list[list[int]]] = {}
    column, beyond = 0, len(allocations)
    for _, group in groupby(allocations.positions, key=_block_of):
        block = list(group)
        void = [each.key in allocations.void for each in block]
        open_places = [column + i for i, closed in enumerate(void) if not closed]
        unused = block[0].block_size - len(block)
        open_places += range(beyond, beyond + unused)
        drive = round(block[0].block_size * block[0].p_assignment) - sum(
            each.arm is Arm.DRIVE for each, closed in zip(block, void, strict=True) if closed
        )
        alike.setdefault((len(open_places), drive), []).append(open_places)
        column, beyond = column + len(block), beyond + unused
    return [
        _Urns(drive=drive, places=np.array(places, dtype=np.intp))
        for (size, drive), places in alike.items()
        if size
    ]


def _blank(constant: Arms, urns: list[_Urns]) -> Arms:
    # One draw before anything is marked: void positions as they are, open ones the commoner arm.
    width = max([len(constant), *(int(each.places.max()) + 1 for each in urns)])
    blank = np.zeros(width, dtype=np.uint8)
    blank[: len(constant)] = constant
    for each in urns:
        blank[each.places] = 1 - each.mark
    return blank


def _fill(arms: Arms, urns: _Urns, rng: np.random.Generator) -> None:
    blocks, size = urns.places.shape
    flat, places = arms.reshape(-1), urns.places.ravel()
    if urns.few > _MANY:
        whole = np.full(size, 1 - urns.mark, dtype=np.uint8)
        whole[: urns.few] = urns.mark
        each = np.tile(whole, (len(arms), blocks, 1))
        arms[:, places] = rng.permuted(each, axis=2).reshape(len(arms), -1)
        return
    rows = np.arange(0, arms.size, arms.shape[1], dtype=np.intp)[:, None]
    offsets = np.arange(0, blocks * size, size, dtype=np.intp)
    for marked in _subsets(size, urns.few, (len(rows), blocks), rng):
        at = places[offsets + marked]
        at += rows
        flat[at] = urns.mark


def _subsets(
    size: int, few: int, shape: tuple[int, int], rng: np.random.Generator
) -> list[NDArray[np.uint32]]:
    # Floyd: the next to be marked is any of the first `last` + 1; where that one is marked already
    # it is the last of them.
    marked: list[NDArray[np.uint32]] = []
    lasts = range(size - few, size)
    for last, chosen in zip(lasts, _choices(lasts, shape, rng), strict=True):
        taken = np.zeros(shape, dtype=bool)
        for before in marked:
            taken |= chosen == before
        np.copyto(chosen, last, where=taken)
        marked.append(chosen)
    return marked


def _choices(
    lasts: range, shape: tuple[int, int], rng: np.random.Generator
) -> Iterator[NDArray[np.uint32]]:
    """Give numbers from 0 to each last, all equally likely.

    One number below the product of several limits holds a number below each of them, as the
    digits of a mixed radix: to divide is quicker than to draw.
    """
    limits = [last + 1 for last in lasts]
    while limits:
        product, together = 1, []
        while limits and product * limits[0] < _LARGEST:
            together.append(limits.pop(0))
            product *= together[-1]
        left = rng.integers(0, product, size=shape, dtype=np.int64)
        for limit in together:
            further = left // limit
            yield (left - further * limit).astype(np.uint32)
            left = further


def _counted(draws: int) -> int:
    if draws < 1:
        raise ValueError(f"At least one draw is needed; {draws} were asked for.")
    return draws


def _block_of(position: Position) -> tuple[str, int, int]:
    return position.stratum, position.period, position.block
