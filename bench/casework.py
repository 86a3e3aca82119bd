"""The caseload and the case: what each page costs where there are a hundred times as many notes.

Each database is made for this and thrown away. The cases are copies of one that walked the real
actions, with 500 notes each. The case manager holds 20 of them, however many there are; the
service manager sees all of the site.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

from bench.databases import begin, on_each

HELD = 20
NOTES_EACH = 500
SIZES = (10_000, 100_000, 1_000_000)
ROUNDS = 15


def comparisons() -> dict[str, dict[str, Callable[[], object]]]:
    """Print the figures: the database grows between them, so they are not repeated in rounds."""
    on_each("casework", DRIVE_TODAY="2017-06-30")
    return {}


def measure_here() -> None:
    """Measure on the database that the environment names, which must be empty."""
    begin()
    from django.db import connection

    cast, case, note = _first_case()
    first: dict[str, float] = {}
    held, others = 1, 0
    for size in SIZES:
        wanted = size // NOTES_EACH
        _grow(cast, case, note, held=min(wanted, HELD) - held, others=wanted - HELD - others)
        held, others = min(wanted, HELD), max(wanted - HELD, 0)
        _settle(connection)
        for page, seconds in _pages(cast, case).items():
            first.setdefault(page, seconds)
            print(
                f"casework: {connection.vendor:10} {size:9,} notes {wanted:5,} cases  "
                f"{seconds / first[page]:5.2f} x {seconds * 1000:8.1f} ms  {page}"
            )


def _settle(connection: Any) -> None:
    """Do what a database does by itself in time: count its rows, and empty its journal."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _first_case() -> tuple[Any, Any, Any]:
    from drive.vocabulary.casework import CaseState
    from tests.cast import make_cast
    from tests.factories.assessments import assessment_at
    from tests.factories.casework import case_at, contact_with, note_on

    cast = make_cast()
    case = case_at(cast, CaseState.ACTIVE)
    contact_with(cast, case)
    assessment_at(cast, case, need_alcohol="yes")
    return cast, case, note_on(cast, case, "Rang the offender manager about the licence. " * 8)


def _grow(cast: Any, case: Any, note: Any, *, held: int, others: int) -> None:
    from tests.factories.many import copies_of, notes_like

    is_first = not type(note).objects.filter(drive_case=case)[1:2]
    if is_first:
        notes_like(note, [case], NOTES_EACH - 1)
    for count, manager in ((held, cast.case_manager), (others, cast.other_case_manager)):
        if count > 0:
            notes_like(note, copies_of(case, count, case_manager=manager), NOTES_EACH)


def _pages(cast: Any, case: Any) -> dict[str, float]:
    """Return the middle time of each page; one look before warms it up."""
    from django.test import Client

    taken: dict[str, list[float]] = {}
    for name in ("case_manager", "service_manager"):
        client = Client()
        client.force_login(cast.users[name])
        for path, words in (("/cases/", "caseload"), (f"/cases/{case.pk}/", "case")):
            _opened(client, path)
            taken[f"{words} for {name}"] = [_opened(client, path) for _ in range(ROUNDS)]
    return {page: median(times) for page, times in taken.items()}


def _opened(client: Any, path: str) -> float:
    began = perf_counter()
    response = client.get(path, SERVER_NAME="localhost")
    if response.status_code != 200:
        raise RuntimeError(f"{path} answered {response.status_code}")
    return perf_counter() - began
