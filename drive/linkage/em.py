"""Expectation maximisation over agreement vectors, for strata too small to sample from."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

# Pairs that each level is given before any is counted, so that none gets an infinite weight.
PSEUDO = 2.0


def maximise(
    vectors: npt.NDArray[np.int8],
    counts: Floats,
    start: Sequence[tuple[Floats, Floats]],
    *,
    share: float,
    held: Collection[int] = (),
    rounds: int = 60,
) -> tuple[float, list[tuple[Floats, Floats]]]:
    """Return the share of true pairs, and m and u of each comparison, all three learnt.

    Parameters
    ----------
    vectors
        Distinct agreement vectors, shape (patterns, comparisons); -1 is null.
    counts
        How many pairs have each, shape (patterns,).
    start
        For each comparison m and u to begin from, by level; they also keep which class is which.
    share
        Share of true pairs to begin from.
    held
        Places of comparisons whose m and u are not learnt but stay as they began.
    rounds
        How often to repeat.
    """
    shares = [(m.copy(), u.copy()) for m, u in start]
    for _ in range(rounds):
        true = counts * posterior(vectors, shares, share)
        false = counts - true
        share = float(np.clip(true.sum() / counts.sum(), 1e-4, 1 - 1e-4))
        shares = [
            (m, u)
            if place in held
            else (
                _normalised(vectors[:, place], true, m),
                _normalised(vectors[:, place], false, u),
            )
            for place, (m, u) in enumerate(start)
        ]
    return share, shares


def posterior(
    vectors: npt.NDArray[np.int8], shares: Sequence[tuple[Floats, Floats]], share: float
) -> Floats:
    """Return for each vector the probability that it is of one person, shape (patterns,)."""
    odds = np.full(len(vectors), np.log(share / (1 - share)))
    for place, (m, u) in enumerate(shares):
        level = vectors[:, place]
        known = level >= 0
        odds[known] += np.log(m[level[known]] / u[level[known]])
    result: Floats = 1 / (1 + np.exp(-np.clip(odds, -500, 500)))
    return result


def _normalised(level: npt.NDArray[np.int8], pairs: Floats, before: Floats) -> Floats:
    known = level >= 0
    seen = np.bincount(level[known], weights=pairs[known], minlength=len(before))
    total: Floats = seen + PSEUDO * before
    shares: Floats = total / total.sum()
    return shares


def shares_of(
    weights: Mapping[str, Sequence[float]], names: Sequence[str], *, held: Collection[int] = ()
) -> list[tuple[Floats, Floats]]:
    """Return an m and a u for each comparison that have the weights log2(m/u).

    Those at the places of `held` are not shares, but have exactly the weights.
    """
    found = []
    for place, name in enumerate(names):
        ratio = np.exp2(np.asarray(weights[name], dtype=np.float64))
        u = _chance_with(ratio)
        m = ratio * u
        found.append((ratio, np.ones_like(u)) if place in held else (m / m.sum(), u / u.sum()))
    return found


def _chance_with(ratio: Floats) -> Floats:
    """Return a u over levels that falls as the ratio grows."""
    u: Floats = 1 / (1 + ratio)
    shares: Floats = u / u.sum()
    return shares
