"""What lies in the files of the database: its pages, its log, its copies, what was mailed."""

from __future__ import annotations

import shutil
import subprocess
from argparse import Namespace
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import override_settings

from drive.cli.upkeep import run_backup
from drive.vocabulary.facts import Use
from drive.vocabulary.outbound import OutgoingChannel
from drive.web.accounts.models import User
from drive.web.outbound.actions import deliver_due, notify_due, send
from tests.cast import NOW, make_cast
from tests.factories.outbound import of_drive, wrote
from tests.integration.access.canaries import SEALED, SEEN_BY
from tests.integration.access.world import World, build
from tests.integration.access.world.numbers import ESSEX

# A name is searched for and lies open: it shows that the files are read as they are.
OPEN = f"Hissurname{ESSEX}"


@pytest.fixture
def made(transactional_db: None) -> Iterator[World]:
    """The same world as everybody walks through, but committed."""
    surroundings = override_settings(
        DRIVE_TODAY=NOW.date(),
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    )
    with surroundings:
        yield build(make_cast())


def secrets_in(data: bytes) -> set[str]:
    """Return the sealed secrets that stand in bytes, also as UTF-16."""
    return {
        canary for canary in SEALED if canary.encode() in data or canary.encode("utf-16-le") in data
    }


def test_no_secret_lies_in_a_file(made: World, tmp_path: Path, capsys: Any) -> None:
    assert len(SEALED) >= 40
    files = [*files_of_the_database(), copied(tmp_path)]
    held = {path.name: path.read_bytes() for path in files}
    assert OPEN.encode() in b"".join(held.values())
    assert {name: secrets_in(data) for name, data in held.items()} == {name: set() for name in held}
    size = sum(map(len, held.values()))
    with capsys.disabled():
        print(f"\n{len(SEALED)} secrets in none of {len(held)} files of {size:,} bytes")


def test_no_secret_but_its_own_text_was_mailed(made: World) -> None:
    User.objects.filter(email="").update(email="somebody@drive.example")
    case, by = of_drive(made.cases[ESSEX]), made.users["case_manager"]
    said = {"channel": OutgoingChannel.EMAIL, "address": "duty@probation.example"}
    row = wrote(case, by, body="The text of this mail.", use=Use.PROTECTIVE_SHARING, **said)
    send(outgoing=row, reason="To protect her.", by=by, now=NOW)
    later = NOW + timedelta(minutes=6)
    assert deliver_due(now=later) == 1
    assert notify_due(now=later) > 1
    mails = [each.message().as_string() for each in mail.outbox]
    assert sum("The text of this mail." in each for each in mails) == 1
    assert [canary for canary in SEEN_BY if any(canary in each for each in mails)] == []


def files_of_the_database() -> list[Path]:
    """Return the files of the database with its log, as they are on the disk."""
    if connection.vendor == "sqlite":
        name = Path(connection.settings_dict["NAME"])
        log = name.with_name(f"{name.name}-wal")
        assert log.stat().st_size, "the log was emptied: it must be looked at with its pages"
        return [name, log]
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute("SHOW data_directory")
        place = Path(cursor.fetchone()[0])
    return [path for path in place.rglob("*") if path.is_file() and path.stat().st_size]


def copied(folder: Path) -> Path:
    """Return a copy that the command makes, as plain text where it is packed."""
    out = folder / "copy"
    run_backup(Namespace(out=out))
    if connection.vendor == "sqlite":
        return out
    plain = folder / "copy.sql"
    program = shutil.which("pg_restore")
    assert program, "pg_restore reads the copy"
    subprocess.run([program, f"--file={plain}", out], check=True)
    return plain
