"""A newly imported list shows up in the report, with its small numbers suppressed."""

import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from drive.evaluation import evaluate
from drive.evaluation.snapshot import SnapshotHeader, write
from drive.vocabulary.snapshot import TABLES
from tests.spec.evaluation.conftest import HEADER, Evaluated

NEW = 27


@pytest.fixture(scope="session")
def with_new_list(
    pilot_tables: dict[str, pd.DataFrame], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The first year and a new list of 27, three of them drawn to Drive."""
    folder = tmp_path_factory.mktemp("new-list")
    tables = {name: table.copy() for name, table in pilot_tables.items()}
    for table, rows in _new_rows().items():
        tables[table] = pd.DataFrame([*tables[table].to_dict("records"), *rows])
    write(tables, folder / "snapshot", header=HEADER)
    return folder


def _new_rows() -> dict[str, list[dict[str, object]]]:
    numbers = [f"new-{number:02}" for number in range(NEW)]
    return {
        "perpetrators": [{"perpetrator_id": n, "site": "essex"} for n in numbers],
        "victim_survivors": [{"victim_survivor_id": f"{n}-v", "site": "essex"} for n in numbers],
        "dyads": [
            {
                "dyad_id": f"{n}-d",
                "perpetrator_id": n,
                "victim_survivor_id": f"{n}-v",
                "is_primary": True,
            }
            for n in numbers
        ],
        "allocations": [
            {
                "allocation_id": f"{n}-a",
                "perpetrator_id": n,
                "site": "essex",
                "month": "2017-06",
                "outcome": "allocated",
                "arm": "drive" if place % 9 == 0 else "control",
                "p_assignment": 1 / 9,
                "origin": "drawn",
                "block": place // 9,
                "position": place % 9,
            }
            for place, n in enumerate(numbers)
        ],
    }


def _results(folder: Path, name: str, *, internal: bool) -> dict[str, dict[str, object]]:
    summary = evaluate(
        folder / "snapshot",
        folder / name,
        code_version="spec",
        seed=1,
        today=date(2017, 6, 30),
        internal=internal,
    )
    content = json.loads(summary.results_file.read_text("utf-8"))
    return {result["id"]: result for result in content["results"]}


def test_the_new_list_is_counted_and_small_numbers_are_suppressed(
    with_new_list: Path, evaluated: Evaluated
):
    results = _results(with_new_list, "report", internal=False)
    assert results["P1.drive.essex.allocated.historic"]["estimate"] == 67
    assert results["P1.control.essex.allocated.drawn"]["estimate"] == 25  # 24, rounded to 5
    hidden = {"suppressed": "small number"}
    assert results["P1.drive.essex.allocated.drawn"]["estimate"] == hidden
    assert "suppressed" in results["P1.drive.essex.allocated.all"]["estimate"]
    compared = {n: r for n, r in results.items() if not n.startswith("P1.")}
    first_year = {n: r for n, r in evaluated.results.items() if not n.startswith("P1.")}
    assert compared == first_year


def test_an_internal_report_shows_everything_under_a_watermark(with_new_list: Path):
    results = _results(with_new_list, "internal", internal=True)
    assert results["P1.drive.essex.allocated.drawn"]["estimate"] == 3
    assert results["P1.drive.essex.allocated.all"]["estimate"] == 70
    page = (with_new_list / "internal" / "report.html").read_text("utf-8")
    assert 'class="watermark"' in page


def test_rows_that_are_not_published_are_suppressed_and_not_compared(
    pilot_tables: dict[str, pd.DataFrame], tmp_path: Path
):
    header = SnapshotHeader(frozen_on=date(2026, 1, 1), code_version="spec")
    write(pilot_tables, tmp_path / "snapshot", header=header)
    results = _results(tmp_path, "report", internal=False)
    assert all(result["agrees"] is None for result in results.values())
    counts = [
        result["estimate"]
        for result in results.values()
        if result["unit"] == "count" and isinstance(result["estimate"], int)
    ]
    assert counts
    assert all(count % 5 == 0 for count in counts)
    assert {table.name for table in TABLES} == set(pilot_tables)
