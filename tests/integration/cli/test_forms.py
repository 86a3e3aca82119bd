"""Checking and loading a licensed wording at a terminal."""

import subprocess
import sys
from pathlib import Path

from drive.cli.exit_codes import ExitCode
from tests.integration.cli.command import environment
from tests.integration.web.assessments.test_wording import WORDS


def drive(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "drive.cli", *arguments],
        env=environment(folder) | more,
        check=False,
        capture_output=True,
        text=True,
    )


def test_a_wording_is_checked_and_loaded_once(tmp_path: Path) -> None:
    file, folder = tmp_path / "words.toml", tmp_path / "forms"
    file.write_text(WORDS, "utf-8")
    said = drive(tmp_path, "forms", "check", str(file))
    assert said.stdout == "words.toml makes assessment/2-licensed, in force from 2017-06-01.\n"
    assert drive(tmp_path, "forms", "load", str(file)).returncode == ExitCode.SETTINGS
    for _ in range(2):
        done = drive(tmp_path, "forms", "load", str(file), DRIVE_FORMS_DIR=str(folder))
        assert done.returncode == ExitCode.DONE, done.stderr
    assert [each.name for each in folder.iterdir()] == ["assessment-2-licensed.toml"]


def test_words_under_which_somebody_answered_are_not_changed(tmp_path: Path) -> None:
    file, folder = tmp_path / "words.toml", tmp_path / "forms"
    file.write_text(WORDS, "utf-8")
    drive(tmp_path, "forms", "load", str(file), DRIVE_FORMS_DIR=str(folder))
    file.write_text(WORDS.replace("first sign", "first warning"), "utf-8")
    again = drive(tmp_path, "forms", "load", str(file), DRIVE_FORMS_DIR=str(folder))
    assert again.returncode == ExitCode.REFUSED
    assert "give these words a version of their own" in again.stderr
    assert "first sign" in (folder / "assessment-2-licensed.toml").read_text("utf-8")


def test_what_is_wrong_is_said_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_text(WORDS.replace("dash_01", "dash_99"), "utf-8")
    done = drive(tmp_path, "forms", "check", str(file))
    assert done.returncode == ExitCode.REFUSED
    assert "there is no “dash_99” in the form" in done.stderr
    assert "Traceback" not in done.stderr
    assert drive(tmp_path, "forms", "check", "nowhere.toml").returncode == ExitCode.PLACE
