"""The command: what it understands, and how it says that something is wrong."""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from drive.cli.exit_codes import ExitCode
from drive.cli.main import main, parser
from drive.cli.terminal import Stop, working


def commands(one: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield one
    for action in one._actions:
        if isinstance(action, argparse._SubParsersAction):
            for under in action.choices.values():
                yield from commands(under)


@pytest.mark.parametrize("command", list(commands(parser())), ids=lambda command: command.prog)
def test_every_command_and_argument_is_described(command: argparse.ArgumentParser) -> None:
    assert command.description
    unsaid = [
        action.dest
        for action in command._actions
        if not action.help and not isinstance(action, argparse._SubParsersAction)
    ]
    assert set(unsaid) <= {"name", "role"}


@pytest.mark.parametrize(
    "typed",
    [
        [],
        ["no-such-command"],
        ["freeze"],
        ["evaluate", "somewhere"],
        ["pilot"],
        ["serve", "--port", "eighty"],
        ["agency", "add", "X", "--site", "essex", "--kind", "club"],
    ],
    ids=" ".join,
)
def test_what_is_not_understood_is_one_line_and_a_code(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(typed)
    said = capsys.readouterr()
    assert ended.value.code == ExitCode.MISREAD
    assert said.out == ""
    assert said.err.startswith("drive: ")
    assert said.err.count("\n") == 1


def test_the_help_names_every_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    text = capsys.readouterr().out
    assert all(f"{int(code)}  {code.meaning}" in text for code in ExitCode)


def test_a_snapshot_that_is_not_there_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = tmp_path / "nowhere"
    code = main(["evaluate", str(nowhere), "--out", str(tmp_path / "out")])
    assert code == ExitCode.SNAPSHOT
    assert capsys.readouterr().err == f"drive: There is no snapshot folder at {nowhere}.\n"


def test_a_folder_that_is_no_snapshot_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["evaluate", str(tmp_path), "--out", str(tmp_path / "out")])
    assert code == ExitCode.SNAPSHOT
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("drive: ")
    assert "is not a snapshot" in last


def test_a_folder_with_other_files_is_not_written_into(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text("to keep")
    code = main(["evaluate", "somewhere", "--out", str(tmp_path)])
    assert code == ExitCode.PLACE
    assert "holds other files" in capsys.readouterr().err


def test_evaluating_needs_no_database() -> None:
    """A researcher has a snapshot and nothing else."""
    code = (
        "import sys; from drive.cli.main import main; "
        "main(['evaluate', 'nowhere', '--out', 'nowhere-either']); "
        "assert 'django' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_day_that_is_none_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DRIVE_TODAY", "31 June")
    code = main(["evaluate", str(tmp_path), "--out", str(tmp_path / "out")])
    assert code == ExitCode.SETTINGS
    assert "31 June" in capsys.readouterr().err


def test_work_that_fails_still_ends_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Stop), working("Trying"):
        raise Stop("no", ExitCode.BROKEN)
    assert capsys.readouterr().err == "Trying \n"
