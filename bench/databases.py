"""Databases made for one benchmark and thrown away: a SQLite file, and a PostgreSQL server."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tempfile


def on_each(benchmark: str, **surroundings: str) -> None:
    """Run `measure_here` of a benchmark in a process of its own, once on each database."""
    with tempfile.TemporaryDirectory(prefix="drive-bench-") as folder:
        _in_a_process(benchmark, f"sqlite:///{folder}/drive.sqlite3", folder, surroundings)
    if importlib.util.find_spec("pytest") is None:
        print(f"{benchmark}: PostgreSQL is measured too where the packages of ./run test are.")
        return
    from tests.database import postgres

    with postgres() as address, tempfile.TemporaryDirectory(prefix="drive-bench-") as folder:
        _in_a_process(benchmark, address, folder, surroundings)


def _in_a_process(benchmark: str, address: str, folder: str, surroundings: dict[str, str]) -> None:
    # Settings are read once in a process, and another benchmark may have read its own.
    ours = {name: value for name, value in os.environ.items() if not name.startswith("DRIVE_")}
    made = {"DATABASE_URL": address, "DRIVE_VAR": folder, "DRIVE_TASKS": "immediate"}
    subprocess.run(
        [sys.executable, "-c", f"from bench.{benchmark} import measure_here; measure_here()"],
        env=ours | made | surroundings,
        check=True,
    )


def begin() -> None:
    """Make the tables in the database that the environment names, which must be empty."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "drive.web.project.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
