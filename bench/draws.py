"""The draw: how many a second, beside a bare insert on the same database.

Each database is made for this and thrown away. `DRAWS_DECIDED=10000 ./run bench draws` also draws
where so many hearings were decided on, which takes minutes to make.
"""

import importlib.util
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from time import perf_counter
from typing import Any

DECIDED = (100, 1_000)
BATCHES = (1, 10, 100)
ROUNDS = 3
INSERTS = 50
AT_ONCE = 200


def comparisons() -> dict[str, dict[str, Callable[[], object]]]:
    """Print the figures: a draw needs a hearing that waits, so it is not repeated in rounds."""
    with tempfile.TemporaryDirectory(prefix="drive-bench-") as folder:
        _in_a_process(f"sqlite:///{folder}/drive.sqlite3", folder)
    if importlib.util.find_spec("pytest") is None:
        print("draws: PostgreSQL is measured too where the packages of ./run test are.")
        return {}
    from tests.database import postgres

    with postgres() as address, tempfile.TemporaryDirectory(prefix="drive-bench-") as folder:
        _in_a_process(address, folder)
    return {}


def _in_a_process(address: str, folder: str) -> None:
    # Settings are read once in a process, and another benchmark may have read its own.
    ours = {name: value for name, value in os.environ.items() if not name.startswith("DRIVE_")}
    subprocess.run(
        [sys.executable, "-c", "from bench.draws import measure_here; measure_here()"],
        env=ours | {"DATABASE_URL": address, "DRIVE_VAR": folder, "DRIVE_TASKS": "immediate"},
        check=True,
    )


def measure_here() -> None:
    """Measure on the database that the environment names, which must be empty."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "drive.web.project.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from tests.cast import make_cast
    from tests.factories.allocation import drawn, ratio

    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bare (number integer PRIMARY KEY, words text NOT NULL)")
    cast = make_cast()
    ratio(cast, control=2)
    numbers, bare = count(1), count(1)
    asked = os.environ.get("DRAWS_DECIDED")
    for decided in (*DECIDED, *([int(asked)] if asked else [])):
        while (missing := decided - _decided()) > 0:
            _hearings(cast, min(missing, AT_ONCE), numbers)
            drawn(cast)
        _print_round(connection.vendor, _rounds(cast, numbers, bare))


def _decided() -> int:
    from drive.web.allocation.models import EligibilityDecision

    return EligibilityDecision.objects.count()


def _rounds(cast: Any, numbers: Iterator[int], bare: Iterator[int]) -> dict[int, list[float]]:
    """Return seconds of each round: for one bare insert (under 0), and for each size of a batch."""
    from tests.factories.allocation import locked, salted

    taken: dict[int, list[float]] = {0: [], **{size: [] for size in BATCHES}}
    for _ in range(ROUNDS):
        taken[0].append(_seconds(lambda: _insert_bare(bare)) / INSERTS)
        for size in BATCHES:
            _hearings(cast, size, numbers)
            taken[size].append(_seconds(lambda: salted(cast, locked(cast).batch)))  # type: ignore[arg-type]
    return taken


def _seconds(way: Callable[[], object]) -> float:
    began = perf_counter()
    way()
    return perf_counter() - began


def _insert_bare(bare: Iterator[int]) -> None:
    from django.db import connection, transaction

    for _ in range(INSERTS):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("INSERT INTO bare VALUES (%s, %s)", [next(bare), "as a draw would"])


def _hearings(cast: Any, number: int, numbers: Iterator[int]) -> None:
    from tests.factories.referrals import hearings

    first = next(numbers)
    hearings(cast, range(first, first + number))
    for _ in range(number - 1):
        next(numbers)


def _print_round(vendor: str, taken: dict[int, list[float]]) -> None:
    decided = _decided()
    made = ROUNDS * sum(BATCHES)
    medians = {size: sorted(seconds)[ROUNDS // 2] for size, seconds in taken.items()}
    insert = medians.pop(0)
    print(f"\ndraws: {vendor}, {decided - made:,} to {decided:,} hearings decided on", flush=True)
    print(f"  {1 / insert:9,.0f} a second       1     bare inserts, each its own transaction")
    for size, seconds in medians.items():
        print(
            f"  {size / seconds:9,.1f} a second  {insert * size / seconds:8.4f}  "
            f"draws in batches of {size}: {seconds * 1000:,.0f} ms to lock and draw",
            flush=True,
        )
