"""The command on databases of its own, as somebody at a terminal uses it."""

import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from drive.cli.exit_codes import ExitCode
from tests.integration.cli.command import Command, Run, environment


def last_line(done: Run) -> str:
    return done.stderr.strip().splitlines()[-1]


def test_sites_agencies_and_users_on_an_empty_database(drive: Command) -> None:
    assert drive("site", "add", "essex", "--name", "Essex").returncode == ExitCode.DONE
    agency = ("agency", "add", "Essex Marac", "--site", "essex", "--kind", "marac")
    assert drive(*agency).stdout == "Added Essex Marac.\n"
    twice = drive("site", "add", "essex", "--name", "Essex")
    assert twice.returncode == ExitCode.REFUSED
    assert twice.stderr.startswith("drive: There is a site called Essex")
    assert twice.stderr.count("\n") == 1
    user = ("user", "add", "mo", "--name", "Mo Synthetic")
    weak = drive(*user, typed="short\n")
    assert (weak.returncode, weak.stderr.count("\n")) == (ExitCode.REFUSED, 1)
    role = ("--role", "marac-coordinator", "--agency", "Essex Marac")
    assert drive(*user, *role, typed="a long enough phrase\n").returncode == ExitCode.DONE
    assert "Marac co-ordinator (Essex Marac)" in drive("user", "list").stdout
    assert drive("user", "end", "mo").returncode == ExitCode.DONE
    assert "no access" in drive("user", "list").stdout


def test_a_role_that_lacks_its_place_adds_nobody(drive: Command) -> None:
    user = ("user", "add", "mo", "--name", "Mo Synthetic", "--role", "case_manager")
    refused = drive(*user, typed="a long enough phrase\n")
    assert refused.returncode == ExitCode.REFUSED
    assert "say at which site" in refused.stderr
    assert "mo " not in drive("user", "list").stdout


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"DATABASE_URL": "mysql://somewhere"}, ExitCode.SETTINGS),
        ({"DRIVE_MODE": "production"}, ExitCode.SETTINGS),
        ({"DRIVE_TODAY": "31 June"}, ExitCode.SETTINGS),
        ({"DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing"}, ExitCode.DATABASE),
    ],
    ids=["database-kind", "mode", "day", "database-away"],
)
def test_a_wrong_setting_is_one_line(drive: Command, more: dict[str, str], code: ExitCode) -> None:
    done = drive("user", "list", **more)
    assert (done.returncode, done.stdout) == (code, "")
    assert last_line(done).startswith("drive: ")
    assert "Traceback" not in done.stderr


def test_a_file_that_is_no_database_is_one_line(drive: Command, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear colleague, " * 100)
    done = drive("user", "list", DATABASE_URL=f"sqlite:///{tmp_path}/letter.txt")
    assert done.returncode == ExitCode.DATABASE
    assert "Traceback" not in done.stderr


def test_freezing_an_empty_database_and_evaluating_it(drive: Command, tmp_path: Path) -> None:
    (tmp_path / "drive.sqlite3").unlink()
    frozen = drive("freeze", "--out", str(tmp_path / "snapshot"))
    assert frozen.returncode == ExitCode.DONE
    assert frozen.stdout.startswith("Snapshot ")
    empty = drive("evaluate", str(tmp_path / "snapshot"), "--out", str(tmp_path / "report"))
    assert empty.returncode == ExitCode.SNAPSHOT
    assert "holds no allocation" in last_line(empty)


def test_comparing_people_where_nobody_is_on_record(drive: Command) -> None:
    for more in ([], ["--new"]):
        done = drive("link", *more)
        assert done.returncode == ExitCode.DONE
        assert "0 people compared: 0 questions for reviewers, 0 made one by a rule." in done.stdout


def test_a_backup_is_a_whole_database_and_overwrites_nothing(
    drive: Command, tmp_path: Path
) -> None:
    drive("site", "add", "essex", "--name", "Essex")
    copy = tmp_path / "copy.sqlite3"
    assert drive("backup", "--out", str(copy)).returncode == ExitCode.DONE
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("select code from organisations_site").fetchall() == [("essex",)]
    again = drive("backup", "--out", str(copy))
    assert (again.returncode, again.stderr.count("\n")) == (ExitCode.PLACE, 1)
    assert not list(tmp_path.glob("*.part"))


def test_reset_empties_the_demonstration_only_when_told_to(drive: Command, tmp_path: Path) -> None:
    drive("site", "add", "essex", "--name", "Essex")
    asked = drive("reset")
    assert asked.returncode == ExitCode.REFUSED
    assert "--yes" in asked.stderr
    with closing(sqlite3.connect(tmp_path / "drive.sqlite3")) as database:
        assert database.execute("select count(*) from organisations_site").fetchone() == (1,)
    assert drive("reset", "--yes").returncode == ExitCode.DONE
    with closing(sqlite3.connect(tmp_path / "drive.sqlite3")) as database:
        assert database.execute("select count(*) from organisations_site").fetchone() == (0,)
        assert database.execute("select count(*) from audit_event").fetchone() == (0,)


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def test_a_port_in_use_is_one_line(drive: Command) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = taken.getsockname()[1]
        done = drive("serve", "--port", str(number))
    assert (done.returncode, done.stderr.count("\n")) == (ExitCode.PLACE, 1)
    assert str(number) in done.stderr


@pytest.fixture
def served(drive: Command, tmp_path: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """Serve the site, and end it whatever happens."""
    started = subprocess.Popen(
        [sys.executable, "-m", "drive.cli", "serve", "--port", str(port)],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    yield started
    if started.poll() is None:
        started.kill()
    started.communicate()


def answer_of(port: int, *, within: float = 60.0) -> str:
    """Return what the site says, as soon as it says something."""
    until = time.monotonic() + within
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz") as answer:
                return str(answer.read().decode())
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def children(process: int) -> list[int]:
    listed = Path(f"/proc/{process}/task/{process}/children").read_text()
    return [int(number) for number in listed.split()]


def test_serving_starts_site_and_worker_and_ends_both(
    served: subprocess.Popen[str], port: int
) -> None:
    assert answer_of(port) == "ok"
    parts = children(served.pid)
    assert len(parts) == 2
    served.send_signal(signal.SIGTERM)
    said, _ = served.communicate(timeout=60)
    assert served.returncode == ExitCode.DONE, said
    assert f"http://127.0.0.1:{port}/" in said
    assert not any(Path(f"/proc/{part}").exists() for part in parts)


def test_the_worker_ends_when_nothing_is_left_to_do(drive: Command) -> None:
    assert drive("worker", "--until-idle").returncode == ExitCode.DONE


def test_a_reader_that_goes_away_is_no_mistake(drive: Command, tmp_path: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m drive.cli user list | true"],
        env=environment(tmp_path),
        check=False,
        capture_output=True,
        text=True,
    )
    assert "Traceback" not in done.stderr
