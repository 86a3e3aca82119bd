"""The five groups, repeats by two rules, repeat and serial, on cases small enough to count."""

from datetime import date

import pandas as pd
import pytest

from drive.linkage import groups
from drive.linkage.groups import CaseError

# case, heard, perpetrator, victim-survivor, kind of incident
HISTORY = [
    ("c1", "2016-01-10", "Al", "Vi", "violence_or_threats"),
    ("c2", "2016-06-01", "Al", "Vi", "unwanted_contact"),
    ("c3", "2016-09-01", "Al", "Wu", "sexual"),
    ("c4", "2016-09-01", "Al", "Wu", "sexual"),
    ("c5", "2017-06-02", "Al", "Vi", "violence_or_threats"),
    ("c6", "2017-07-01", "Bo", "Vi", None),
    ("c7", "2017-08-01", "Al", "Wu", "sexual"),
]


@pytest.fixture
def found() -> pd.DataFrame:
    cases = pd.DataFrame(
        [(case, heard, kind) for case, heard, _, _, kind in HISTORY],
        columns=["case_id", "heard_on", "incident"],
    )
    persons = pd.DataFrame(
        [(f"{case}p", him, case, "perpetrator") for case, _, him, _, _ in HISTORY]
        + [(f"{case}v", her, case, "victim_survivor") for case, _, _, her, _ in HISTORY],
        columns=["record_id", "person_id", "case_id", "role"],
    )
    return groups(cases, persons, began_on=date(2016, 4, 1)).set_index("case_id")


def those(found: pd.DataFrame, flag: str) -> list[str]:
    return sorted(found.index[found[flag].fillna(value=False).astype(bool)])


def test_a_second_entry_is_identical_and_no_repeat(found: pd.DataFrame) -> None:
    assert those(found, "identical") == ["c4"]
    assert "c4" not in those(found, "repeat_current")


def test_the_groups(found: pd.DataFrame) -> None:
    assert those(found, "same_dyad") == ["c2", "c5", "c7"]
    assert those(found, "same_perpetrator_other_victim") == ["c3", "c4", "c5", "c7"]
    assert those(found, "same_victim_other_perpetrator") == ["c6"]
    assert those(found, "history_before_drive") == ["c2", "c3", "c4", "c5", "c6", "c7"]


def test_twelve_months_are_counted_from_the_last_referral(found: pd.DataFrame) -> None:
    """c5 was heard a year and a day after c2: a new referral, though the victim is the same."""
    assert found.loc["c5", "last_referral_on"] == pd.Timestamp("2016-06-01")
    assert found.loc["c5", "window_ends_on"] == pd.Timestamp("2017-06-01")
    assert those(found, "repeat_current") == ["c2", "c7"]
    assert "c5" in those(found, "repeat_perpetrator")


def test_the_older_rule_wants_violence_stalking_or_sexual_abuse(found: pd.DataFrame) -> None:
    assert those(found, "repeat_old") == ["c7"]
    assert found["repeat_old"].isna().sum() == 0


def test_serial_is_as_known_at_each_hearing(found: pd.DataFrame) -> None:
    assert those(found, "serial_perpetrator") == ["c3", "c4", "c5", "c7"]
    assert found["victims_so_far"].to_dict() == {
        "c1": 1, "c2": 1, "c3": 2, "c4": 2, "c5": 2, "c6": 1, "c7": 2,
    }  # fmt: skip


def test_a_later_case_changes_no_earlier_flag(found: pd.DataFrame) -> None:
    assert not found.loc["c1", ["same_dyad", "serial_perpetrator", "repeat_perpetrator"]].any()


def test_a_case_without_a_date_is_refused() -> None:
    with pytest.raises(CaseError, match="1 cases have no hearing date"):
        groups(
            pd.DataFrame({"case_id": ["a"], "heard_on": [None]}),
            pd.DataFrame(columns=["record_id", "person_id", "case_id", "role"]),
        )
