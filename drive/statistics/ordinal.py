"""One scale of ordered levels, recorded of the same people before and after."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import chi2

from drive.statistics.counts import Counts, TableLike, square
from drive.statistics.proportions import share
from drive.statistics.results import (
    Estimate,
    Quantity,
    Result,
    Test,
    percent_change,
    undefined_test,
)

BOWKER = "Bowker test of symmetry"
STUART_MAXWELL = "Stuart-Maxwell test of marginal homogeneity"
BHAPKAR = "Bhapkar test of marginal homogeneity"


@dataclass(frozen=True, slots=True)
class LevelChange(Result):
    """How many stood at one level before and after; the change in per cent of before."""

    level: str
    before: int
    after: int
    percent: Quantity


@dataclass(frozen=True, slots=True)
class SquareTable(Result):
    """Movement between ordered levels.

    Attributes
    ----------
    up, same, down
        Shares of all people whose level rose, stayed, fell (Wilson intervals).
    rose, stayed, fell
        The counts behind them: rises are always listed.
    levels
        One row a level, lowest first.
    """

    n: int
    bowker: Test
    stuart_maxwell: Test
    bhapkar: Test
    rose: int
    stayed: int
    fell: int
    up: Estimate
    same: Estimate
    down: Estimate
    levels: tuple[LevelChange, ...]


def square_table(
    counts: TableLike, *, levels: Sequence[str] | None = None, level: float = 0.95
) -> SquareTable:
    """Analyse a k x k table of ordered levels, before (rows) x after (columns).

    Parameters
    ----------
    counts
        People, shape (k, k), lowest level first in rows and columns.
    levels
        Names of the k levels; their numbers from 0 when left out.
    level
        Confidence level.

    Returns
    -------
    SquareTable
        Pairs of levels between which nobody moved carry no information on symmetry and do not
        count in Bowker's degrees of freedom; likewise Stuart-Maxwell and Bhapkar count the rank
        of the covariance matrix. With every pair of levels in use these are k(k-1)/2 and k-1.

    Raises
    ------
    CountsError
        If the table is not square or a cell is not a count.
    ValueError
        If the names of the levels are not k.

    References
    ----------
    Bowker AH (1948) JASA 43:572-574; Stuart A (1955) Biometrika 42:412-416; Maxwell AE (1970)
    Br J Psychiatry 116:651-655; Bhapkar VP (1966) JASA 61:228-235; Agresti A (2013)
    Categorical Data Analysis, 11.4.

    Examples
    --------
    >>> result = square_table([[6, 0, 0, 0], [0, 1, 0, 0], [0, 0, 3, 2], [6, 0, 0, 16]])
    >>> result.rose, result.stayed, result.fell
    (2, 26, 6)
    """
    cells = square(counts)
    names = list(levels) if levels is not None else [str(i) for i in range(len(cells))]
    if len(names) != len(cells):
        raise ValueError(f"The table has {len(cells)} levels but {len(names)} names were given.")
    n = int(cells.sum())
    rose, fell = int(np.triu(cells, 1).sum()), int(np.tril(cells, -1).sum())
    stayed = int(np.trace(cells))
    homogeneity = _stuart_maxwell(cells)
    return SquareTable(
        n=n,
        bowker=_bowker(cells),
        stuart_maxwell=homogeneity,
        bhapkar=_bhapkar(homogeneity, n),
        rose=rose,
        stayed=stayed,
        fell=fell,
        up=share(rose, n, level=level),
        same=share(stayed, n, level=level),
        down=share(fell, n, level=level),
        levels=_level_changes(cells, names),
    )


def _level_changes(cells: Counts, names: Sequence[str]) -> tuple[LevelChange, ...]:
    margins = zip(names, cells.sum(axis=1).tolist(), cells.sum(axis=0).tolist(), strict=True)
    return tuple(
        LevelChange(level=name, before=before, after=after, percent=percent_change(before, after))
        for name, before, after in margins
    )


def _bowker(cells: Counts) -> Test:
    upper = np.triu_indices(len(cells), 1)
    moved = (cells + cells.T)[upper]
    used = moved > 0
    if not used.any():
        return undefined_test(BOWKER, "nobody changed level")
    excess = (cells - cells.T)[upper][used]
    statistic = float((excess**2 / moved[used]).sum())
    return _chi_square(BOWKER, statistic, int(used.sum()))


def _stuart_maxwell(cells: Counts) -> Test:
    covariance = _covariance(cells)
    rank = int(np.linalg.matrix_rank(covariance))
    if rank == 0:
        return undefined_test(STUART_MAXWELL, "nobody changed level")
    shift = (cells.sum(axis=1) - cells.sum(axis=0)).astype(np.float64)
    statistic = float(shift @ np.linalg.pinv(covariance, hermitian=True) @ shift)
    return _chi_square(STUART_MAXWELL, max(statistic, 0.0), rank)


def _covariance(cells: Counts) -> NDArray[np.float64]:
    # Each pair of levels adds its movers along (e_i - e_j): the Laplacian of the graph of moves,
    # whose rank falls by one for each group of levels that no move links to the others.
    moves = (cells + cells.T).astype(np.float64)
    np.fill_diagonal(moves, 0.0)
    laplacian: NDArray[np.float64] = np.diag(moves.sum(axis=1)) - moves
    return laplacian


def _bhapkar(homogeneity: Test, n: int) -> Test:
    # W = S / (1 - S / n): Ireland, Ku and Kullback (1969) JASA 64:1323-1341.
    if not isinstance(homogeneity.statistic, float) or not isinstance(homogeneity.df, float):
        return undefined_test(BHAPKAR, "nobody changed level")
    remainder = 1 - homogeneity.statistic / n
    if remainder < 1e-12:
        return undefined_test(BHAPKAR, "everybody moved the same way, so the variance is 0")
    return _chi_square(BHAPKAR, homogeneity.statistic / remainder, int(homogeneity.df))


def _chi_square(method: str, statistic: float, df: int) -> Test:
    return Test(method=method, statistic=statistic, df=float(df), p=float(chi2.sf(statistic, df)))
