import pandas as pd
import pytest

from drive.evaluation.measures import measures, movement, two_by_two, unknown_used
from drive.evaluation.measures.pairs import risers, unknown_severity
from drive.evaluation.measures.rows import only_origin
from drive.vocabulary.abuse import AbuseType
from tests.unit.evaluation.conftest import Tables, allocation


def _plain(tables: Tables) -> Tables:
    return {
        name: table.astype(object).where(table.notna(), other=None)
        for name, table in tables.items()
    }


def _form(key: str, stage: str, day: int) -> dict[str, object]:
    return {
        "insights_form_id": key,
        "idva_case_id": "i1",
        "stage": stage,
        "recorded_day": day,
        "form": "exit-1",
    }


def _rating(form: str, *, used: str | None, severity: str | None) -> dict[str, object]:
    return {
        "rating_id": f"{form}-physical",
        "owner_table": "insights_forms",
        "owner_id": form,
        "dyad_id": "d1",
        "abuse_type": "physical",
        "used": used,
        "used_status": "known" if used else "declined",
        "severity": severity,
        "severity_status": "known" if severity else "not_asked",
        "reconstructed": False,
    }


def _put(tables: Tables, name: str, *rows: dict[str, object]) -> None:
    tables[name] = pd.DataFrame(list(rows), columns=tables[name].columns)


@pytest.fixture
def rated(tables: Tables) -> Tables:
    """One victim-survivor of the Drive arm with ratings at intake and twice at exit."""
    _put(
        tables,
        "idva_cases",
        {"idva_case_id": "i1", "dyad_id": "d1", "site": "essex", "opened_day": 3, "closed_day": 90},
    )
    _put(
        tables,
        "insights_forms",
        _form("in", "intake", 3),
        _form("out-old", "exit", 80),
        _form("out", "exit", 90),
    )
    _put(
        tables,
        "ratings",
        _rating("in", used="yes", severity="standard"),
        _rating("out-old", used="yes", severity="standard"),
        _rating("out", used="no", severity="high"),
    )
    return _plain(tables)


def test_the_latest_form_of_a_stage_counts(rated: Tables):
    pairs = measures(rated).vs_pairs
    physical = pairs[pairs["abuse_type"] == AbuseType.PHYSICAL]
    assert two_by_two(physical) == [[0, 1], [0, 0]]
    assert list(measures(rated).exits["days"]) == [87.0]


def test_used_and_severity_are_counted_apart(rated: Tables):
    pairs = measures(rated).vs_pairs
    counts = movement(pairs)
    assert counts[1] == [0, 0, 0, 1]  # standard at intake, high at exit, though "no" was said
    assert sum(map(sum, counts)) == 1
    assert list(risers(pairs)["perpetrator_id"]) == ["p1"]


def test_a_pair_that_is_incomplete_is_counted_by_its_reason(rated: Tables):
    rated["ratings"].loc[rated["ratings"]["owner_id"] == "out", ["used", "used_status"]] = (
        None,
        "declined",
    )
    pairs = measures(rated).vs_pairs
    assert unknown_used(pairs) == {
        "exit: declined to answer": 1,
        "intake: no form or no rating": 3,
    }
    assert unknown_severity(pairs) == {"intake: no form or no rating": 3}
    assert two_by_two(pairs) == [[0, 0], [0, 0]]


def test_people_without_an_exit_form_are_not_in_the_pairs(tables: Tables):
    found = measures(_plain(tables))
    assert len(found.people) == 2
    assert found.vs_pairs.empty
    assert found.exits.empty


def test_excluded_people_stand_at_the_door_and_are_not_analysed(tables: Tables):
    excluded = {
        **allocation("c", "p2", arm="control"),
        "outcome": "excluded_already_allocated",
        "arm": None,
    }
    _put(tables, "allocations", allocation("a", "p1", arm="drive"), excluded)
    found = measures(_plain(tables))
    assert len(found.allocations) == 2
    assert list(found.people["perpetrator_id"]) == ["p1"]


def test_only_what_hangs_on_the_chosen_allocations_is_kept(rated: Tables):
    rated["allocations"].loc[rated["allocations"]["perpetrator_id"] == "p2", "origin"] = "historic"
    historic = only_origin(rated, "historic")  # type: ignore[arg-type]
    assert list(historic["perpetrators"]["perpetrator_id"]) == ["p2"]
    assert historic["insights_forms"].empty
    assert historic["ratings"].empty
    drawn = only_origin(rated, "drawn")  # type: ignore[arg-type]
    assert len(drawn["ratings"]) == 3
