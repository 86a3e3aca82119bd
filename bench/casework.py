"""The caseload and the case: what each page costs where there are a hundred times as many notes.

Each database is made for this and thrown away. The cases are copies of one that walked the real
actions, with 500 notes each. The case manager holds 20 of them, however many there are; the
service manager sees all of the site. The databases of all sizes take turns at opening each page,
and a ratio is the middle one of all turns: a busy moment of the machine hits all sizes alike.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any

from bench.beside import answer_in_turn, one_a_size
from bench.databases import begin

HELD = 20
NOTES_EACH = 500
SIZES = (10_000, 100_000, 1_000_000)
TURNS = 40


def comparisons() -> dict[str, dict[str, Callable[[], object]]]:
    """Print the figures: the databases take turns, so nothing is left to repeat."""
    for kind, beside in one_a_size("casework", SIZES, DRIVE_TODAY="2017-06-30"):
        turns = [{size: each.measured() for size, each in beside.items()} for _ in range(TURNS)]
        for size in SIZES:
            for page in turns[0][size]:
                ratio = median(turn[size][page] / turn[SIZES[0]][page] for turn in turns)
                seconds = median(turn[size][page] for turn in turns)
                print(
                    f"casework: {kind:10} {size:9,} notes {size // NOTES_EACH:5,} cases  "
                    f"{ratio:5.2f} x {seconds * 1000:8.1f} ms  {page}"
                )
    return {}


def measure_here(size: int) -> None:
    """Fill the database that the environment names, which must be empty, and open its pages."""
    begin()
    from django.db import connection

    cast, case, note = _first_case()
    cases = size // NOTES_EACH
    held = min(cases, HELD)
    _grow(cast, case, note, held=held - 1, others=cases - held)
    _settle(connection)
    pages = _pages(cast, case)
    _opened_each(pages)  # the first look reads templates and fills caches
    answer_in_turn(partial(_opened_each, pages))


def _settle(connection: Any) -> None:
    """Do what a database does by itself in time: count and tidy its rows, empty its journal."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("ANALYZE")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            cursor.execute("VACUUM (ANALYZE)")
            cursor.execute("CHECKPOINT")


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

    notes_like(note, [case], NOTES_EACH - 1)
    for count, manager in ((held, cast.case_manager), (others, cast.other_case_manager)):
        if count > 0:
            notes_like(note, copies_of(case, count, case_manager=manager), NOTES_EACH)


def _pages(cast: Any, case: Any) -> dict[str, Callable[[], object]]:
    from django.test import Client

    pages: dict[str, Callable[[], object]] = {}
    for name in ("case_manager", "service_manager"):
        client = Client()
        client.force_login(cast.users[name])
        for path, words in (("/cases/", "caseload"), (f"/cases/{case.pk}/", "case")):
            pages[f"{words} for {name}"] = partial(_open, client, path)
    return pages


def _opened_each(pages: dict[str, Callable[[], object]]) -> dict[str, float]:
    return {page: _seconds(opened) for page, opened in pages.items()}


def _seconds(opened: Callable[[], object]) -> float:
    began = perf_counter()
    opened()
    return perf_counter() - began


def _open(client: Any, path: str) -> None:
    response = client.get(path, SERVER_NAME="localhost")
    if response.status_code != 200:
        raise RuntimeError(f"{path} answered {response.status_code}")
