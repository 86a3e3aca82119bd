"""The command `drive`: one line of errors, one exit code, no traceback for a user's mistake."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from drive import __version__
from drive.cli import allocation, forms, keys, linkage, people, pilot, research, server, upkeep
from drive.cli.exit_codes import ExitCode
from drive.cli.terminal import Stop, complain, tell

Command = Callable[[argparse.Namespace], None]

ABOUT = (
    "The Drive Project's information in one line, from a Marac list to a published table. "
    "DATABASE_URL chooses the database; it is made and kept up to date by itself."
)


class Parser(argparse.ArgumentParser):
    """A parser that complains in one line, as every command does."""

    def error(self, message: str) -> NoReturn:
        """Say what was not understood, and where help is."""
        complain(f"{message}. See {self.prog} --help")
        sys.exit(ExitCode.MISREAD)


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; each sets `run`."""
    top = Parser(
        prog="drive",
        description=ABOUT,
        epilog="Exit codes:\n" + "\n".join(f"  {each:>3}  {each.meaning}" for each in ExitCode),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"drive {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for room in (pilot, research, linkage, allocation, people, forms, keys, server, upkeep):
        room.add_to(commands)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = parser().parse_args(arguments)
    run: Command = given.run
    try:
        run(given)
    except KeyboardInterrupt:
        tell("")
        return ExitCode.STOPPED
    except BrokenPipeError:
        # Whoever read the output has gone; that is no mistake of anybody's.
        sys.stderr.close()
        return ExitCode.DONE
    except Exception as problem:
        known = _as_a_line(problem)
        if known is None:
            raise
        complain(known[0])
        return known[1]
    return ExitCode.DONE


def _as_a_line(problem: Exception) -> tuple[str, ExitCode] | None:
    """Return the line and the exit code of a problem that is not a fault of the program."""
    if isinstance(problem, Stop):
        return str(problem), problem.code
    if isinstance(problem, OSError):
        return f"A file cannot be used: {problem}", ExitCode.PLACE
    for module, name, code in _LINES:
        # Whatever was raised has been imported; to import the rest would cost seconds.
        if isinstance(problem, getattr(sys.modules.get(module), name, ())):
            return str(problem), code
    return None


_LINES = (
    ("drive.evaluation.errors", "EvaluationError", ExitCode.SNAPSHOT),
    # A refusal too, but one whose remedy is a file of this machine.
    ("drive.web.core.keys", "SealingError", ExitCode.SETTINGS),
    ("drive.web.core.exceptions", "Refusal", ExitCode.REFUSED),
    ("django.core.exceptions", "ImproperlyConfigured", ExitCode.SETTINGS),
    ("django.db", "OperationalError", ExitCode.DATABASE),
)
"""Exceptions whose text is fit to be read, by the module that defines them."""
