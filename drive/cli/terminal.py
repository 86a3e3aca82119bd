"""What is said on the terminal: results on standard output, all else on standard error."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from drive.cli.exit_codes import ExitCode

DOT_EVERY = 2.0
"""Seconds after which work that says nothing shows that it goes on."""


class Stop(Exception):
    """Ends the command with one line on standard error and an exit code."""

    def __init__(self, message: str, code: ExitCode) -> None:
        """Keep the line and the code."""
        super().__init__(message)
        self.code = code


def say(line: str = "") -> None:
    """Write one line of the result."""
    print(line, flush=True)


def tell(line: str) -> None:
    """Write one line about how far the work has come."""
    print(line, file=sys.stderr, flush=True)


def complain(message: str) -> None:
    """Write the one line that says what is wrong."""
    print(f"drive: {' '.join(message.split())}", file=sys.stderr)


@contextmanager
def working(title: str) -> Iterator[None]:
    """Say what is being done, with a dot every two seconds while it lasts."""
    ended = threading.Event()

    def tick() -> None:
        while not ended.wait(DOT_EVERY):
            print(".", end="", file=sys.stderr, flush=True)

    print(f"{title} ", end="", file=sys.stderr, flush=True)
    ticking = threading.Thread(target=tick, daemon=True)
    ticking.start()
    try:
        yield
    except BaseException:
        _end(ended, ticking, "")
        raise
    _end(ended, ticking, "done")


def _end(ended: threading.Event, ticking: threading.Thread, word: str) -> None:
    ended.set()
    ticking.join()
    print(f" {word}".rstrip(), file=sys.stderr, flush=True)


def confirmed(question: str) -> bool:
    """Ask, and return whether the answer was yes; nobody at the terminal means no."""
    if not sys.stdin.isatty():
        return False
    return input(f"{question} Type yes to go on: ").strip().lower() == "yes"
