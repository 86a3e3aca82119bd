"""Keys at a terminal: listed, changed, and removed when nothing needs them."""

import os
from pathlib import Path

from drive.cli.exit_codes import ExitCode
from tests.integration.cli.command import Command


def test_keys_are_listed_changed_and_not_removed_too_early(tmp_path: Path, drive: Command) -> None:
    folder = tmp_path / "keys" / "location"
    assert drive("keys", "list").stdout == ""
    made = drive("keys", "rotate", "--compartment", "location")
    assert made.returncode == ExitCode.DONE, made.stderr
    assert made.stdout.split() == ["location", "k1", "0", "sealed", "anew"]
    drive("keys", "rotate")
    assert sorted(path.name for path in folder.iterdir()) == ["k1.key", "k2.key"]
    listed = drive("keys", "list").stdout.splitlines()
    assert [line.split() for line in listed] == [["location", "k1", "0"], ["location", "k2", "0"]]
    early = drive("keys", "retire", "k1", "--compartment", "location")
    assert early.returncode == ExitCode.REFUSED
    assert "less than an hour old" in early.stderr
    os.utime(folder / "k2.key", (0, 0))
    done = drive("keys", "retire", "k1", "--compartment", "location")
    assert done.returncode == ExitCode.DONE, done.stderr
    assert [path.name for path in folder.iterdir()] == ["k2.key"]
    assert drive("keys", "index").stdout == "0 rows marked.\n"


def test_a_compartment_that_is_not_there_is_named(drive: Command) -> None:
    said = drive("keys", "rotate", "--compartment", "study")
    assert said.returncode == ExitCode.MISREAD
    assert "location" in said.stderr
