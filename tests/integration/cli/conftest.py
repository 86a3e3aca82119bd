"""The command, on a copy of an empty database."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.cli.command import Command, Run, environment


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with its tables and nothing in them, made once by the command itself."""
    folder = tmp_path_factory.mktemp("empty")
    command = [sys.executable, "-m", "drive.cli", "user", "list"]
    subprocess.run(command, env=environment(folder), check=True, capture_output=True)
    return folder / "drive.sqlite3"


@pytest.fixture
def drive(tmp_path: Path, empty_database: Path) -> Command:
    """Run the command with a folder, and so with a SQLite database, of its own."""
    shutil.copy(empty_database, tmp_path)

    def run(*arguments: str, typed: str = "", **more: str) -> Run:
        return subprocess.run(
            [sys.executable, "-m", "drive.cli", *arguments],
            env=environment(tmp_path) | more,
            input=typed,
            check=False,
            capture_output=True,
            text=True,
        )

    return run
