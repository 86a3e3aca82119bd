"""Measure several ways of doing one thing, and give each as a multiple of the first."""

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import perf_counter

ROUNDS = 7
SHORTEST_ROUND = 0.05


@dataclass(frozen=True)
class Measured:
    """One way: its name, seconds a call (the median round), and how many times the first way's."""

    name: str
    seconds: float
    ratio: float


def measure(
    ways: Mapping[str, Callable[[], object]],
    *,
    rounds: int = ROUNDS,
    shortest_round: float = SHORTEST_ROUND,
) -> list[Measured]:
    """Return each way's time; the rounds are interleaved, so that a busy moment hits them all."""
    repeats = {name: _repeats(way, shortest_round) for name, way in ways.items()}
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            times[name].append(_seconds(way, repeats[name]) / repeats[name])
    medians = {name: sorted(taken)[len(taken) // 2] for name, taken in times.items()}
    first = next(iter(medians.values()))
    return [Measured(name, median, median / first) for name, median in medians.items()]


def _repeats(way: Callable[[], object], shortest_round: float) -> int:
    """Return how many calls make a round long enough to time."""
    repeats = 1
    while _seconds(way, repeats) < shortest_round:
        repeats *= 2
    return repeats


def _seconds(way: Callable[[], object], repeats: int) -> float:
    collecting = gc.isenabled()
    gc.disable()
    try:
        began = perf_counter()
        for _ in range(repeats):
            way()
        return perf_counter() - began
    finally:
        if collecting:
            gc.enable()
