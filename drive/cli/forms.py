"""`drive forms`: licensed wordings of the forms."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from drive.cli.application import start
from drive.cli.exit_codes import ExitCode
from drive.cli.terminal import Stop, complain, say


def add_to(commands: Any) -> None:
    """Add the commands about wordings."""
    about = "Forms: licensed wordings of the same questions, under the same keys."
    forms = commands.add_parser("forms", help=about, description=about)
    under = forms.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, words, run in (
        ("check", "Say whether a file of words can be used.", run_check),
        ("load", "Put a file of words into the folder DRIVE_FORMS_DIR.", run_load),
    ):
        made = under.add_parser(name, help=words, description=words)
        made.add_argument("file", metavar="FILE", type=Path, help="a TOML file of words")
        made.set_defaults(run=run)


def run_check(given: argparse.Namespace) -> None:
    """Say which version a file makes, or what is wrong with it."""
    _checked(given.file)


def _checked(file: Path) -> str:
    start()
    from drive.web.assessments.queries import read_wording

    definition, problems = read_wording(file.read_bytes())
    if definition is None:
        for problem in problems:
            complain(problem)
        raise Stop(f"{file.name} cannot be used.", ExitCode.REFUSED)
    say(f"{file.name} makes {definition.name}, in force from {definition.since}.")
    return definition.name


def run_load(given: argparse.Namespace) -> None:
    """Check a file and put it where the program reads wordings from."""
    place = os.environ.get("DRIVE_FORMS_DIR")
    if not place:
        raise Stop("Set DRIVE_FORMS_DIR to the folder of the wordings.", ExitCode.SETTINGS)
    name = _checked(given.file)
    target = Path(place) / f"{name.replace('/', '-')}.toml"
    if target.exists() and target.read_bytes() != given.file.read_bytes():
        raise Stop(
            f"{target.name} is there already in other words. What was answered under it must stay "
            "readable: give these words a version of their own.",
            ExitCode.REFUSED,
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(given.file.read_bytes())
    say(f"Loaded as {target.name}.")
