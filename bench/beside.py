"""Processes that each made a database and take turns at measuring it."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import IO, cast

from bench.databases import KINDS, command, surroundings


class Beside:
    """A process that made a database and, each time it is asked, measures it once.

    Several of them take turns, so that a busy moment of the machine hits them all.
    """

    def __init__(self, code: str, env: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            command(code), env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._asked = cast(IO[str], self._process.stdin)
        self._answers = cast(IO[str], self._process.stdout)
        self._answer()

    def measured(self) -> dict[str, float]:
        """Return seconds by what was measured."""
        print(file=self._asked, flush=True)
        return self._answer()

    def _answer(self) -> dict[str, float]:
        line = self._answers.readline()
        if not line:
            raise RuntimeError(f"The measuring process ended with {self._process.wait()}.")
        answer: dict[str, float] = json.loads(line)
        return answer

    def close(self) -> None:
        """Let the process end."""
        self._process.communicate()


def one_a_size(
    benchmark: str, sizes: tuple[int, ...], **wanted: str
) -> Iterator[tuple[str, dict[int, Beside]]]:
    """Yield, for each kind of database, a process for each size with a database of its own."""
    for kind, databases in KINDS.items():
        with databases(len(sizes)) as places, contextlib.ExitStack() as processes:
            beside: dict[int, Beside] = {}
            for size, place in zip(sizes, places, strict=False):
                code = f"from bench.{benchmark} import measure_here; measure_here({size})"
                beside[size] = Beside(code, surroundings(place, wanted))
                processes.callback(beside[size].close)
            if beside:
                yield kind, beside


def answer_in_turn(measure: Callable[[], dict[str, float]]) -> None:
    """Say that the database is made, then measure whenever the other process asks."""
    print("{}", flush=True)
    for _ in sys.stdin:
        print(json.dumps(measure()), flush=True)
