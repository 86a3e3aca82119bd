"""Chance and its order: named streams of random numbers, and ways of dealing out values."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")
Scores = NDArray[np.float64]


def stream(seed: int, name: str) -> np.random.Generator:
    """Return the random numbers of one purpose.

    Each purpose has its own stream, so that a change in one part leaves the others as
    they were.
    """
    return np.random.default_rng([seed, zlib.crc32(name.encode())])


def shuffled(values: Sequence[T], rng: np.random.Generator) -> list[T]:
    """Return the values in a random order."""
    return [values[index] for index in rng.permutation(len(values))]


def deal(values: Sequence[T], scores: Scores) -> list[T]:
    """Give the first value to the lowest score, the next to the next, and so on.

    Parameters
    ----------
    values : Sequence
        As many as there are scores, in the order in which they are to be given.
    scores : ndarray of float, shape (n,)
        One for each receiver.
    """
    if len(values) != len(scores):
        raise ValueError(f"{len(values)} values for {len(scores)} receivers")
    given: list[T] = list(values)
    for value, receiver in zip(values, np.argsort(scores, kind="stable"), strict=True):
        given[int(receiver)] = value
    return given


def choose(weights: dict[T, float], rng: np.random.Generator) -> T:
    """Return one of the keys, with odds in proportion to the weights."""
    keys = list(weights)
    shares = np.array(list(weights.values()), dtype=float)
    return keys[int(rng.choice(len(keys), p=shares / shares.sum()))]


def pick(candidates: Sequence[T], size: int, rng: np.random.Generator) -> list[T]:
    """Return ``size`` different candidates."""
    return [candidates[int(i)] for i in rng.choice(len(candidates), size=size, replace=False)]
