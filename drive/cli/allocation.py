"""`drive allocation`."""

from __future__ import annotations

import argparse
from typing import Any

from drive.cli.application import start_with_database
from drive.cli.exit_codes import ExitCode
from drive.cli.terminal import Stop, say, working


def add_to(commands: Any) -> None:
    """Add the command."""
    about = "Prove the draw: what was committed to, and whether everything agrees with it."
    allocation = commands.add_parser("allocation", help=about, description=about)
    under = allocation.add_subparsers(title="commands", metavar="COMMAND", required=True)
    about = (
        "Derive every draw again from the sealed seed, or from the revealed one, and look through "
        "the log for anything altered, deleted, inserted, reordered or cut."
    )
    verify = under.add_parser("verify", help=about, description=about)
    verify.add_argument(
        "--head",
        action="append",
        default=[],
        metavar="NUMBER:SEAL",
        help="a head of the log that somebody wrote down; may be given several times",
    )
    verify.set_defaults(run=run_verify)


def run_verify(given: argparse.Namespace) -> None:
    """Look at everything that was drawn; complain if anything is not as it should be."""
    heads = [_head(text) for text in given.head]
    start_with_database()
    from drive.web.allocation import queries

    trials = queries.trials()
    if not trials:
        raise Stop("No trial was activated yet; there is nothing to verify.", ExitCode.REFUSED)
    found = 0
    for trial in trials:
        say(f"Commitment {trial.commitment}, activated {trial.recorded_at:%Y-%m-%d}")
        with working("Deriving every draw"):
            checks = queries.verify_trial(trial, heads=heads)
        for check in checks:
            say(f"  {'yes' if check.agrees else 'NO ':3}  {check.name} ({check.looked_at:,})")
            for problem in check.problems:
                say(f"       {problem}")
        found += sum(len(check.problems) for check in checks)
    if found:
        raise Stop(f"{found:,} found that is not as it should be.", ExitCode.DISAGREES)
    say("Everything that was drawn is what the seed gives, and the log is whole.")


def _head(text: str) -> Any:
    from drive.randomisation.chain import Head

    number, _, seal = text.partition(":")
    if not number.isdigit() or len(seal) != 64:
        raise Stop(
            f"“{text}” is no head: a number, a colon and a seal of 64 characters.", ExitCode.MISREAD
        )
    return Head(int(number), seal)
