"""Tables of counts, checked once at the door: whole, not negative, of the right shape."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]
TableLike = Sequence[Sequence[float]] | NDArray[Any]


class CountsError(ValueError):
    """The numbers given are not a table of counts; the text says which and where."""


def checked(table: TableLike) -> Counts:
    """A rectangular table of counts as integers.

    Raises
    ------
    CountsError
        If the table is not rectangular, or a cell is negative, fractional or not a number.
    """
    try:
        cells = np.asarray(table, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise CountsError("A table of counts needs rows of numbers, all of one length.") from error
    if cells.ndim != 2 or cells.size == 0:
        raise CountsError(f"A table of counts has rows and columns; this has shape {cells.shape}.")
    bad = ~np.isfinite(cells) | (cells < 0) | (cells != np.floor(cells))
    if bad.any():
        row, column = (int(place) for place in np.argwhere(bad)[0])
        raise CountsError(
            f"Row {row + 1}, column {column + 1} holds {cells[row, column]:g}: "
            "counts are whole numbers from 0."
        )
    return cells.astype(np.int64)


def two_by_two(table: TableLike) -> tuple[int, int, int, int]:
    """The four counts of a 2 x 2 table, row by row.

    Raises
    ------
    CountsError
        If the table is not 2 x 2 or a cell is not a count.
    """
    cells = checked(table)
    if cells.shape != (2, 2):
        raise CountsError(f"This needs a 2 x 2 table; {_shape(cells)} was given.")
    a, b, c, d = (int(cell) for cell in cells.ravel())
    return a, b, c, d


def square(table: TableLike) -> Counts:
    """A table with as many rows as columns, two at least.

    Raises
    ------
    CountsError
        If it is not square or a cell is not a count.
    """
    cells = checked(table)
    if cells.shape[0] != cells.shape[1] or cells.shape[0] < 2:
        raise CountsError(f"This needs a square table; {_shape(cells)} was given.")
    return cells


def part_of(x: int, n: int) -> None:
    """Check that x of n is possible.

    Raises
    ------
    CountsError
        If either is negative or fractional, or x exceeds n.
    """
    checked([[x, n]])
    if x > n:
        raise CountsError(f"{x} of {n} is not possible: the part exceeds the whole.")


def _shape(cells: Counts) -> str:
    return f"{cells.shape[0]} x {cells.shape[1]}"
