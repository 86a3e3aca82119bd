"""Databases made for one benchmark and thrown away: SQLite files, and a PostgreSQL server."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit


class Place(NamedTuple):
    """The address of an empty database, and the folder for its keys."""

    address: str
    folder: str


def on_each(benchmark: str) -> None:
    """Run `measure_here` of a benchmark in a process of its own, once on each database."""
    for databases in KINDS.values():
        with databases(1) as places:
            for place in places:
                code = f"from bench.{benchmark} import measure_here; measure_here()"
                subprocess.run(command(code), env=surroundings(place, {}), check=True)


def command(code: str) -> list[str]:
    """Return what runs some code in a process of its own: settings are read once in each."""
    return [sys.executable, "-c", code]


def surroundings(place: Place, wanted: dict[str, str]) -> dict[str, str]:
    """Return the environment of a process that works on a database."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("DRIVE_")}
    made = {"DATABASE_URL": place.address, "DRIVE_VAR": place.folder, "DRIVE_TASKS": "immediate"}
    return ours | made | wanted


@contextlib.contextmanager
def _in_files(count: int) -> Iterator[list[Place]]:
    with _folders(count) as folders:
        yield [Place(f"sqlite:///{folder}/drive.sqlite3", folder) for folder in folders]


@contextlib.contextmanager
def _on_a_server(count: int) -> Iterator[list[Place]]:
    if importlib.util.find_spec("pytest") is None:
        print("PostgreSQL is measured too where the packages of ./run test are.")
        yield []
        return
    from tests.database import postgres

    with postgres() as server, _folders(count) as folders:
        yield [Place(_new_database(server, n), folder) for n, folder in enumerate(folders)]


def _new_database(server: str, number: int) -> str:
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE bench_{number}")
    return urlsplit(server)._replace(path=f"/bench_{number}").geturl()


@contextlib.contextmanager
def _folders(count: int) -> Iterator[list[str]]:
    with tempfile.TemporaryDirectory(prefix="drive-bench-") as folder:
        made = [Path(folder, str(number)) for number in range(count)]
        for each in made:
            each.mkdir()
        yield [str(each) for each in made]


KINDS: dict[str, Callable[[int], AbstractContextManager[list[Place]]]] = {
    "sqlite": _in_files,
    "postgresql": _on_a_server,
}
"""By the name of each kind of database, what makes so many of it."""


def begin() -> None:
    """Make the tables in the database that the environment names, which must be empty."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "drive.web.project.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
