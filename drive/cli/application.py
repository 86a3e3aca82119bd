"""Starting the web application for a command, and making its database ready."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from drive.cli.exit_codes import ExitCode
from drive.cli.terminal import Stop, working

DEMONSTRATION_DAY = "2017-06-30"
"""The day of the demonstration, unless DRIVE_TODAY names another; empty is the real day."""


def day_that_is_set() -> date | None:
    """Return the day that DRIVE_TODAY names, or None where it names none."""
    text = os.environ.get("DRIVE_TODAY")
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as problem:
        message = f"DRIVE_TODAY is “{text}”; it must be a day such as {DEMONSTRATION_DAY}."
        raise Stop(message, ExitCode.SETTINGS) from problem


def start() -> None:
    """Load the settings and the apps. The command `evaluate` never comes here."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "drive.web.project.settings")
    os.environ.setdefault("DRIVE_TODAY", DEMONSTRATION_DAY)
    day_that_is_set()
    import django

    django.setup()


def make_database_ready() -> None:
    """Make or change the tables where the database is behind the program."""
    from django.core.management import call_command
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    from drive.web.core.tables import is_empty, make_tables

    _make_folder(connection.settings_dict)
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError as problem:
        raise Stop(f"The database cannot be used: {problem}", ExitCode.DATABASE) from problem
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        with working("Making the tables of the database"):
            if is_empty():
                make_tables()
            # It also makes what Django keeps about the models, so it runs where nothing is changed.
            call_command("migrate", interactive=False, verbosity=0)


def _make_folder(database: dict[str, object]) -> None:
    if "sqlite3" not in str(database["ENGINE"]):
        return
    folder = Path(str(database["NAME"])).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise Stop(f"The folder {folder} cannot be made.", ExitCode.PLACE) from problem


def start_with_database() -> None:
    """Load the application and make its database ready."""
    start()
    make_database_ready()
