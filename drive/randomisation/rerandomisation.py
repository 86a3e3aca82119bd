"""The same design drawn again, many times: what chance alone would have done."""

import numpy as np
from numpy.typing import NDArray

from drive.randomisation.lists import AllocationList, Position
from drive.vocabulary.allocation import Arm


def rerandomise(allocations: AllocationList, draws: int, seed: int) -> NDArray[np.uint8]:
    """Draw the arms of a list again under its own blocks.

    Parameters
    ----------
    allocations
        The list; its strata, periods and block sizes are kept, the order in each block is drawn.
    draws
        How many lists to draw.
    seed
        A whole number from 0.

    Returns
    -------
    numpy.ndarray
        Shape (draws, n), uint8, 1 where Drive, in the order of the list's positions.

    Raises
    ------
    ValueError
        If there are no draws to make.

    References
    ----------
    Rosenberger WF, Lachin JM (2016) Randomization in Clinical Trials, chapter 6.
    """
    if draws < 1:
        raise ValueError(f"At least one draw is needed; {draws} were asked for.")
    rng = np.random.default_rng(seed)
    arms = np.zeros((draws, len(allocations)), dtype=np.uint8)
    for (size, treated), places in _blocks_alike(allocations).items():
        template = np.zeros((draws * len(places), size), dtype=np.uint8)
        template[:, :treated] = 1
        drawn = rng.permuted(template, axis=1).reshape(draws, len(places), size)
        for index, (start, length) in enumerate(places):
            arms[:, start : start + length] = drawn[:, index, :length]
    return arms


def observed(allocations: AllocationList) -> NDArray[np.uint8]:
    """The arms that were drawn: 1 where Drive, in the order of the list's positions."""
    return np.array([position.arm == Arm.DRIVE for position in allocations.positions], np.uint8)


def _blocks_alike(
    allocations: AllocationList,
) -> dict[tuple[int, int], list[tuple[int, int]]]:
    # Blocks of one size and ratio are permuted together: (size, Drive) -> [(start, length)].
    alike: dict[tuple[int, int], list[tuple[int, int]]] = {}
    start = 0
    while start < len(allocations):
        first = allocations.positions[start]
        length = _length(allocations.positions, start)
        treated = round(first.block_size * first.p_assignment)
        alike.setdefault((first.block_size, treated), []).append((start, length))
        start += length
    return alike


def _length(positions: tuple[Position, ...], start: int) -> int:
    first = positions[start]
    end = start
    while end < len(positions) and _block_of(positions[end]) == _block_of(first):
        end += 1
    return end - start


def _block_of(position: Position) -> tuple[str, int, int]:
    return position.stratum, position.period, position.block
