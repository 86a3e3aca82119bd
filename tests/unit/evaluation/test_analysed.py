"""Who is analysed, and where: void draws, and victim-survivors linked to both arms."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drive.evaluation import evaluate
from drive.evaluation.measures import Measures, measures
from drive.evaluation.snapshot import SnapshotHeader, write
from tests.unit.evaluation.conftest import Tables, allocation, tables_of

# perpetrator, his victim-survivor, who she is, arm, which allocation of hers
DRAWN = (
    ("p1", "v1", "her", "drive", 1),
    ("p2", "v2", "her", "control", 2),
    ("p3", "v3", "another", "control", 1),
    ("p4", "v4", "third", "drive", 1),
    ("p5", "v5", "third", "drive", 2),
)


def _with_exit(*drawn: tuple[str, str, str, str, int], void: tuple[str, ...] = ()) -> Tables:
    """Return allocations that each lead to a victim-survivor with forms at intake and exit."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for him, her, person, arm, turn in drawn:
        for table, row in _rows(him, her, person):
            rows.setdefault(table, []).append(row)
        rows.setdefault("allocations", []).append(
            {
                **allocation(f"{him}-a", him, arm=arm),
                "void_duplicate": him in void,
                "victim_survivor_turn": None if him in void else turn,
            }
        )
    return tables_of(**rows)


def _rows(him: str, her: str, person: str) -> list[tuple[str, dict[str, Any]]]:
    dyad, case = {"dyad_id": f"{him}-d"}, {"idva_case_id": f"{him}-i"}
    forms = [
        ("insights_forms", {"insights_form_id": f"{him}-{stage}", **case, "stage": stage})
        for stage in ("intake", "exit")
    ]
    return [
        ("perpetrators", {"perpetrator_id": him, "site": "essex", "person_id": f"{him}-who"}),
        ("victim_survivors", {"victim_survivor_id": her, "site": "essex", "person_id": person}),
        ("dyads", {**dyad, "perpetrator_id": him, "victim_survivor_id": her, "is_primary": True}),
        ("idva_cases", {**case, **dyad, "site": "essex", "opened_day": 3, "closed_day": 90}),
        *forms,
    ]


def _measured(tables: Tables, **about: bool) -> Measures:
    plain = {name: t.astype(object).where(t.notna(), other=None) for name, t in tables.items()}
    return measures(plain, **about)


def test_a_void_draw_is_counted_at_the_door_and_analysed_nowhere() -> None:
    found = _measured(_with_exit(*DRAWN, void=("p3",)))
    assert found.void == 1
    assert list(found.allocations["outcome"]).count("void_duplicate") == 1
    assert "p3" not in set(found.people["perpetrator_id"])
    assert "p3" not in set(found.exits["perpetrator_id"])


def test_whoever_is_linked_to_both_arms_is_analysed_at_her_first_allocation() -> None:
    found = _measured(_with_exit(*DRAWN))
    assert found.in_both_arms == 1
    assert set(found.people["perpetrator_id"]) == {"p1", "p2", "p3", "p4", "p5"}
    # The third is linked to one arm twice: the two are not compared with one another.
    assert set(found.exits["perpetrator_id"]) == {"p1", "p3", "p4", "p5"}
    assert set(found.vs_pairs["perpetrator_id"]) == {"p1", "p3", "p4", "p5"}


def test_the_sensitivity_run_leaves_her_out_of_both_arms() -> None:
    found = _measured(_with_exit(*DRAWN), without_both_arms=True)
    assert set(found.exits["perpetrator_id"]) == {"p3", "p4", "p5"}


def test_a_void_draw_links_nobody_to_both_arms() -> None:
    found = _measured(_with_exit(*DRAWN, void=("p2",)))
    assert found.in_both_arms == 0
    assert "p1" in set(found.exits["perpetrator_id"])


def test_rows_of_an_older_version_are_told_apart_by_their_keys() -> None:
    tables = _with_exit(*DRAWN)
    tables["victim_survivors"]["person_id"] = None
    tables["allocations"][["void_duplicate", "victim_survivor_turn"]] = None
    found = _measured(tables)
    assert (found.void, found.in_both_arms, len(found.exits)) == (0, 0, 5)


@pytest.mark.parametrize(("internal", "shown"), [(True, True), (False, False)])
def test_the_contrasts_without_her_stand_only_where_nothing_is_suppressed(
    tmp_path: Path, header: SnapshotHeader, internal: bool, shown: bool
) -> None:
    write(_with_exit(*DRAWN, void=("p3",)), tmp_path / "s", header=header)
    summary = evaluate(
        tmp_path / "s",
        tmp_path / "out",
        code_version="1",
        seed=3,
        today=date(2017, 6, 30),
        internal=internal,
    )
    results = json.loads(summary.results_file.read_text("utf-8"))["results"]
    found = {result["id"]: result for result in results}
    assert len(found) == len(results)
    again = {name for name in found if "-without-both-arms." in name}
    assert bool(again) is shown
    assert {name.replace("-without-both-arms", "") for name in again} <= set(found)
    assert ("without those linked to both arms" in summary.report.read_text("utf-8")) is shown
    one = 1 if internal else {"suppressed": "small number"}
    assert found["A1.void.duplicates"]["estimate"] == one
    assert found["A1.both_arms.victim_survivors"]["estimate"] == one
    assert found["P1.door.all.void_duplicate.drawn"]["estimate"] == one


def test_where_nobody_is_linked_to_both_arms_everybody_is_analysed() -> None:
    alone = [row for row in DRAWN if row[0] != "p2"]
    found = _measured(_with_exit(*alone))
    assert (found.in_both_arms, len(found.exits)) == (0, 4)
