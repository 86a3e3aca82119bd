"""What a snapshot holds does not hang on the database: this file runs on PostgreSQL."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from drive.evaluation.snapshot import Snapshot

pytestmark = pytest.mark.django_db


def test_sqlite_on_an_empty_machine_gives_the_same_hash(snapshot: Snapshot, tmp_path: Path) -> None:
    """The other database is SQLite, made by the commands alone."""
    surroundings = os.environ | {
        "DRIVE_VAR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path}/empty.sqlite3",
    }

    def drive(*arguments: str) -> str:
        command = [sys.executable, "-m", "drive.cli", *arguments]
        return subprocess.run(
            command, env=surroundings, check=True, capture_output=True, text=True
        ).stdout

    assert drive("pilot", "load").startswith("The pilot is loaded: 1,772 perpetrators")
    frozen_there = drive("freeze", "--out", str(tmp_path / "snapshot"))
    assert frozen_there.splitlines()[0] == f"Snapshot {snapshot.content_hash}"
