"""`drive backup` and `drive reset`."""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from drive.cli.application import start, start_with_database
from drive.cli.exit_codes import ExitCode
from drive.cli.terminal import Stop, confirmed, say, working

_Database = dict[str, Any]


def add_to(commands: Any) -> None:
    """Add the two commands."""
    about = "Copy the database to a file, while the site may be in use. The keys are not in it."
    backup = commands.add_parser("backup", help=about, description=about)
    backup.add_argument("--out", metavar="FILE", type=Path, required=True, help="file to write")
    backup.set_defaults(run=run_backup)
    about = "Empty the demonstration's database and remove its snapshots and reports."
    reset = commands.add_parser("reset", help=about, description=about)
    reset.add_argument("--yes", action="store_true", help="do not ask")
    reset.set_defaults(run=run_reset)


def run_backup(given: argparse.Namespace) -> None:
    """Write a whole copy, or nothing."""
    start_with_database()
    from django.conf import settings
    from django.db import connection

    out: Path = given.out
    if out.exists():
        raise Stop(f"{out} is there already. Name a file that is not.", ExitCode.PLACE)
    half = out.with_name(f"{out.name}.part")
    copy = _copy_sqlite if connection.vendor == "sqlite" else _copy_postgres
    try:
        with working("Copying the database"):
            copy(connection.settings_dict, half)
        half.rename(out)
    except (OSError, sqlite3.Error) as problem:
        raise Stop(f"The copy cannot be written to {out}: {problem}.", ExitCode.PLACE) from problem
    finally:
        half.unlink(missing_ok=True)
    say(f"The database is copied to {out}.")
    say(f"The keys are not in it. Keep a copy of {settings.DRIVE_KEY_DIR} somewhere else.")


def _copy_sqlite(database: _Database, half: Path) -> None:
    with (
        closing(sqlite3.connect(str(database["NAME"]))) as source,
        closing(sqlite3.connect(half)) as target,
    ):
        source.backup(target)


def _copy_postgres(database: _Database, half: Path) -> None:
    given = {
        "PGHOST": database["HOST"],
        "PGPORT": database["PORT"],
        "PGUSER": database["USER"],
        "PGPASSWORD": database["PASSWORD"],
        "PGDATABASE": database["NAME"],
    }
    # By the environment, since other users of the machine can read a command's arguments.
    environment = os.environ | {name: str(value) for name, value in given.items() if value}
    program = _pg_dump()
    done = subprocess.run(
        [program, "--format=custom", f"--file={half}"],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise Stop(f"pg_dump did not succeed: {done.stderr.strip()}", ExitCode.DATABASE)


def _pg_dump() -> str:
    named = os.environ.get("PG_BIN")
    program = shutil.which("pg_dump", path=named) if named else shutil.which("pg_dump")
    if program is None:
        message = "The program pg_dump is not on this machine: install PostgreSQL's client."
        raise Stop(message, ExitCode.PLACE)
    return program


def run_reset(given: argparse.Namespace) -> None:
    """Empty the demonstration; anything else is refused."""
    start()
    from django.conf import settings
    from django.db import connection

    from drive.cli.application import make_database_ready
    from drive.web.pilot.actions import empty
    from drive.web.pilot.queries import refuse_other_data

    make_database_ready()
    refuse_other_data()
    if not given.yes and not confirmed(f"Empty the database {connection.settings_dict['NAME']}?"):
        raise Stop(
            "Nothing was removed. To remove without being asked, add --yes.", ExitCode.REFUSED
        )
    with working("Emptying the database"):
        empty()
    for name in ("snapshots", "reports"):
        shutil.rmtree(settings.VAR_DIR / name, ignore_errors=True)
    say("The database is empty, and snapshots and reports are removed.")
