"""`drive allocation verify` on a database of its own, before and after somebody alters it."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from drive.cli.exit_codes import ExitCode
from tests.integration.cli.command import Command, environment

A_TRIAL = """
import django
django.setup()
from tests.cast import make_cast
from tests.factories.allocation import drawn, ratio
from tests.factories.referrals import hearings
cast = make_cast()
ratio(cast)
hearings(cast, range(12))
drawn(cast)
"""


@pytest.fixture(scope="module")
def drawn(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a database in which a batch was drawn, and its keys; made once."""
    folder = tmp_path_factory.mktemp("drawn")
    shutil.copy(empty_database, folder)
    settings = {"DJANGO_SETTINGS_MODULE": "drive.web.project.settings", "DRIVE_TASKS": "immediate"}
    made = environment(folder) | settings
    subprocess.run([sys.executable, "-c", A_TRIAL], env=made, check=True, capture_output=True)
    return folder


@pytest.fixture
def trial(drive: Command, drawn: Path, tmp_path: Path) -> Path:
    """Return a copy of a database in which a batch was drawn."""
    shutil.copytree(drawn, tmp_path, dirs_exist_ok=True)
    return tmp_path / "drive.sqlite3"


def test_there_is_nothing_to_verify_before_a_trial(drive: Command) -> None:
    done = drive("allocation", "verify")
    assert done.returncode == ExitCode.REFUSED
    assert "No trial was activated yet" in done.stderr


def test_a_head_that_is_none_is_not_understood(drive: Command) -> None:
    done = drive("allocation", "verify", "--head", "seven:abc")
    assert done.returncode == ExitCode.MISREAD
    assert "is no head" in done.stderr


def test_what_nobody_touched_agrees(drive: Command, trial: Path) -> None:
    done = drive("allocation", "verify")
    assert done.returncode == ExitCode.DONE, done.stdout + done.stderr
    assert "NO" not in done.stdout
    assert "Every draw is what the seed gives (12)" in done.stdout

    beyond = drive("allocation", "verify", "--head", f"999:{'0' * 64}")
    assert beyond.returncode == ExitCode.DISAGREES
    assert "The log had 999 rows when its head was published" in beyond.stdout


def test_an_arm_that_was_turned_is_named(drive: Command, trial: Path) -> None:
    with closing(sqlite3.connect(trial)) as database, database:
        database.execute("UPDATE allocation_allocation SET arm = 'drive' WHERE arm = 'control'")
    done = drive("allocation", "verify")
    assert done.returncode == ExitCode.DISAGREES
    assert "an allocation is not what was drawn" in done.stdout
    assert "found that is not as it should be" in done.stderr


def test_a_log_whose_tail_was_cut_is_found(drive: Command, trial: Path) -> None:
    with closing(sqlite3.connect(trial)) as database, database:
        database.execute("DELETE FROM allocation_drawrecord WHERE number > 6")
    done = drive("allocation", "verify")
    assert done.returncode == ExitCode.DISAGREES
    assert "6 are left" in done.stdout
