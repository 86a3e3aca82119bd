"""`drive link`."""

from __future__ import annotations

import argparse
from typing import Any

from drive.cli.application import start_with_database
from drive.cli.exit_codes import ExitCode
from drive.cli.terminal import Stop, say, working


def add_to(commands: Any) -> None:
    """Add the command."""
    about = (
        "Compare people with people, as the night does: everybody with everybody. It proposes, "
        "and makes nobody one."
    )
    link = commands.add_parser("link", help=about, description=about)
    link.add_argument(
        "--new",
        action="store_true",
        help="compare only whoever was not compared yet; rules may then make two people one",
    )
    link.set_defaults(run=run_link)


def run_link(given: argparse.Namespace) -> None:
    """Compare in the foreground."""
    start_with_database()
    from drive.vocabulary.identity import LinkageRunKind
    from drive.web.accounts.actions import system_user
    from drive.web.core.clock import now
    from drive.web.people.actions import ask_for_run, note_run_failed
    from drive.web.referrals.actions import compare
    from drive.web.referrals.jobs import go_on_after

    kind = LinkageRunKind.NEW if given.new else LinkageRunKind.NIGHTLY
    by = system_user()
    run = ask_for_run(kind=kind, by=by, now=now())
    if run is None:
        raise Stop("Such a comparison waits already; the worker will do it.", ExitCode.REFUSED)
    try:
        with working("Comparing people"):
            compare(run=run, by=by, now=now())
    except BaseException:
        note_run_failed(run=run, words="The comparison was stopped.", by=by, now=now())
        raise
    if not run.finished_at:
        raise Stop("Another comparison is going; this one follows it.", ExitCode.REFUSED)
    go_on_after(run)
    say(
        f"{run.people_done:,} people compared: {run.candidates_opened:,} questions for reviewers, "
        f"{run.merged:,} made one by a rule."
    )
