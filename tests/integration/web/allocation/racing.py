"""A race: processes of their own lock and draw the same people at once, and some are killed."""

import multiprocessing
import signal
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import perf_counter
from uuid import UUID

import numpy as np
from django.db import connection

from tests.cast import Cast
from tests.integration.web.allocation.pressing import UNAVAILABLE, Lane, press_on

# A process begins with the application loaded and nothing open, as the workers of a server do.
_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["drive.web.project.wsgi", press_on.__module__])

AT_A_TIME = 8
TIMES = 2
_GLANCE = 0.05


@dataclass(frozen=True, kw_only=True)
class Raced:
    """What was answered to how many requests, what went wrong, and how many were killed.

    `tried_again` is how often the database was too busy, so that a request was made once more.
    """

    said: Counter[str]
    tried_again: int
    failures: list[str]
    kills: int
    seconds: float

    def __str__(self) -> str:
        """Say it in one line."""
        answers = ", ".join(f"{number} {answer}" for answer, number in self.said.most_common())
        return (
            f"{self.said.total()} requests in {self.seconds:.0f} s: {answers}; "
            f"{self.tried_again} tried again, {self.kills} killed"
        )


def lanes(
    cast: Cast, hearings: Sequence[UUID], folder: Path, *, processes: int, seed: int
) -> Iterator[Lane]:
    """Give the lanes of a race: each asks twice for everybody.

    All go through one list, a few people at a time and these in an order of their own, so that
    several ask for the same person at one moment.
    """
    chance = np.random.default_rng(seed)
    for number in range(processes):
        asked: list[UUID] = []
        for first in range(0, len(hearings), AT_A_TIME):
            some = [*hearings[first : first + AT_A_TIME]] * TIMES
            asked += [some[at] for at in chance.permutation(len(some))]
        notes = folder / f"lane-{number}"
        notes.touch()
        yield Lane(
            hearings=asked,
            locked_by=cast.allocator.pk,
            drawn_by=cast.second_allocator.pk,
            database=connection.settings_dict["NAME"],
            notes=notes,
        )


def race(running: Sequence[Lane], *, seed: int, killed_every: int | None = None) -> Raced:
    """Run all lanes at once, until every request is made.

    `killed_every` is a mean number of requests: after so many, a process is killed, whichever it be
    and whatever it does at that moment, and another goes on where it was.
    """
    began, kills, failures = perf_counter(), 0, []
    kill_at = _Kills(running, np.random.default_rng(seed), killed_every)
    lane_of = {lane.notes: lane for lane in running}
    processes = {lane.notes: _started(lane) for lane in running}
    while processes:
        wait([process.sentinel for process in processes.values()], timeout=kill_at.pause())
        if kill_at.is_now():
            victim = processes[kill_at.choice(sorted(processes))]
            victim.kill()
            victim.join()
        for name, exit_code in _ended(processes):
            if exit_code == -signal.SIGKILL:
                kills += 1
                processes[name] = _started(lane_of[name])
                continue
            del processes[name]
            if exit_code:
                failures.append(f"A process ended with {exit_code}.")
    said = [answer for lane in running for answer in lane.noted()]
    return Raced(
        said=Counter(each for each in said if "\n" not in each and each != UNAVAILABLE),
        tried_again=said.count(UNAVAILABLE),
        failures=failures + [answer for answer in said if "\n" in answer],
        kills=kills,
        seconds=perf_counter() - began,
    )


class _Kills:
    """When somebody is killed: after so many requests on average, at whatever moment that is."""

    def __init__(
        self, lanes: Sequence[Lane], chance: np.random.Generator, every: int | None
    ) -> None:
        self._lanes, self._chance, self._every = lanes, chance, every
        self._next = self._draw() if every else None

    def _draw(self) -> int:
        return int(self._chance.geometric(1 / (self._every or 1)))

    def pause(self) -> float | None:
        """Return for how many seconds to look away; for ever where nobody is killed."""
        return float(self._chance.exponential(_GLANCE)) if self._every else None

    def is_now(self) -> bool:
        """Return whether enough requests were made, and if so plan the next kill."""
        if self._next is None:
            return False
        made = sum(lane.made() for lane in self._lanes)
        if made < self._next:
            return False
        self._next = made + self._draw()
        return True

    def choice(self, names: Sequence[Path]) -> Path:
        """Return who is killed."""
        return names[int(self._chance.integers(len(names)))]


def _started(lane: Lane) -> BaseProcess:
    process = _CONTEXT.Process(target=press_on, args=(lane,), daemon=True)
    process.start()
    return process


def _ended(processes: dict[Path, BaseProcess]) -> list[tuple[Path, int]]:
    ended = {name: process.exitcode for name, process in processes.items()}
    return [(name, code) for name, code in ended.items() if code is not None]
