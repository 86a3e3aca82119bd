"""`drive keys`: the keys under which texts lie sealed."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from drive.cli.application import start_with_database
from drive.cli.exit_codes import ExitCode
from drive.cli.terminal import Stop, say, tell, working

if TYPE_CHECKING:
    from drive.web.core.sealed_texts import Texts


def add_to(commands: Any) -> None:
    """Add the commands about keys."""
    about = "Keys: under which key texts lie sealed, and how it is changed."
    keys = commands.add_parser("keys", help=about, description=about)
    under = keys.add_subparsers(title="commands", metavar="COMMAND", required=True)
    made = _sub(under, "list", "List the keys, and how many texts were sealed with each.", run_list)
    about = (
        "Make the next key of each compartment, or of one, and seal every text anew with it. "
        "Everybody goes on reading and writing meanwhile. The old key stays until it is retired. "
        "Put the new key into the backup of the keys before anything else."
    )
    made = _sub(under, "rotate", about, run_rotate)
    made.add_argument("--compartment", metavar="NAME", help="one compartment; without it, all")
    about = (
        "Remove an old key for ever. Refused while a text names it, and in the first hour after "
        "the next key was made. Backups that were sealed with it do not open any more."
    )
    made = _sub(under, "retire", about, run_retire)
    made.add_argument("key", metavar="KEY", help="its name, such as k1")
    made.add_argument("--compartment", metavar="NAME", required=True, help="whose key it is")
    about = "Work out what the vault finds equal addresses by, for rows that have no such mark yet."
    _sub(under, "index", about, run_index)


def _sub(under: Any, name: str, about: str, run: Any) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = under.add_parser(name, help=about, description=about)
    made.set_defaults(run=run)
    return made


def _every_texts() -> dict[str, Texts]:
    from drive.web.core.sealed_texts import FieldTexts, compartments
    from drive.web.project.sign_in import SecondFactorTexts
    from drive.web.vault.actions import IndexTexts

    every: list[Texts] = [FieldTexts(name) for name in compartments()]
    every += [SecondFactorTexts(), IndexTexts()]
    return {texts.compartment: texts for texts in every}


def _texts_of(name: str) -> Texts:
    every = _every_texts()
    if name not in every:
        known = ", ".join(sorted(every))
        raise Stop(f"No text is sealed under “{name}”. There is: {known}.", ExitCode.MISREAD)
    return every[name]


def run_list(_given: argparse.Namespace) -> None:
    """List each key with the number of texts that name it."""
    start_with_database()
    from drive.web.core.keys import compartments_with_keys, key_names

    every = _every_texts()
    for compartment in compartments_with_keys():
        for key in key_names(compartment):
            texts = every.get(compartment)
            words = f"{texts.naming(key):>9,}" if texts else "no texts: what it makes stays"
            say(f"{compartment:<16} {key:<5} {words}")


def run_rotate(given: argparse.Namespace) -> None:
    """Change the key of one compartment, or of each that has one."""
    start_with_database()
    from drive.web.accounts.actions import system_user
    from drive.web.audit.actions import rotate
    from drive.web.core.clock import now
    from drive.web.core.keys import key_names

    wanted = [_texts_of(given.compartment)] if given.compartment else _every_texts().values()
    closed = 0
    for texts in wanted:
        if not given.compartment and not key_names(texts.compartment):
            continue
        with working(f"Sealing “{texts.compartment}” anew"):
            rotated = rotate(texts=texts, by=system_user(), now=now())
        say(f"{texts.compartment:<16} {rotated.key:<5} {rotated.done:>9,} sealed anew")
        closed += rotated.closed
    if closed:
        tell("Their key is not here, or they were moved or changed. They are left as they are.")
        raise Stop(f"{closed:,} sealed texts did not open.", ExitCode.DISAGREES)


def run_retire(given: argparse.Namespace) -> None:
    """Remove an old key."""
    start_with_database()
    from drive.web.accounts.actions import system_user
    from drive.web.audit.actions import retire
    from drive.web.core.clock import now

    texts = _texts_of(given.compartment)
    retire(texts=texts, key=given.key, by=system_user(), now=now())
    say(f"{given.key} of “{given.compartment}” was removed.")


def run_index(_given: argparse.Namespace) -> None:
    """Mark the rows of the vault that have no mark yet."""
    start_with_database()
    from drive.web.accounts.actions import system_user
    from drive.web.core.clock import now
    from drive.web.vault.actions import fill_indexes

    with working("Marking addresses, numbers and email addresses"):
        marked = fill_indexes(by=system_user(), now=now())
    say(f"{marked:,} rows marked.")
