"""`drive pilot load` and `drive sign-ins`."""

from __future__ import annotations

import argparse
from typing import Any

from drive.cli.application import start_with_database
from drive.cli.terminal import say, tell


def add_to(commands: Any) -> None:
    """Add the commands of the demonstration's data."""
    about = "The published first year of the pilot, rebuilt as records."
    pilot = commands.add_parser("pilot", help=about, description=about)
    under = pilot.add_subparsers(title="commands", metavar="COMMAND", required=True)
    about = "Load the pilot into the database. Loading twice changes nothing."
    load = under.add_parser("load", help=about, description=about)
    load.set_defaults(run=run_load)
    about = "Print who can sign in to the demonstration, and with which password."
    sign_ins = commands.add_parser("sign-ins", help=about, description=about)
    sign_ins.set_defaults(run=run_sign_ins)


def run_load(_given: argparse.Namespace) -> None:
    """Load the pilot."""
    start_with_database()
    from drive.simulation.pilot import PILOT_SEED
    from drive.web.core.clock import now
    from drive.web.pilot.actions import load

    loaded = load(seed=PILOT_SEED, now=now(), progress=tell)
    say(loaded.in_words())


def run_sign_ins(_given: argparse.Namespace) -> None:
    """Print the sign-ins that are there."""
    start_with_database()
    from drive.web.pilot.queries import demonstration_sign_ins
    from drive.web.pilot.rules.people import PASSWORD

    found = demonstration_sign_ins()
    if not found:
        say("There are no demonstration sign-ins: run `drive pilot load` first.")
        return
    width = max(len(each.username) for each in found)
    say(f"Demonstration sign-ins; the password of each is: {PASSWORD}")
    for each in found:
        say(f"  {each.username:<{width}}  {each.role}{f', {each.place}' if each.place else ''}")
