import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drive.simulation.households import (
    COLUMNS,
    NO_ERRORS,
    PLACEHOLDER_POSTCODES,
    Households,
    generate,
    households_file,
)
from tests.unit.simulation.households.exact import exact_persons, share_heard_again

POSTCODE = re.compile(r"[QVX][A-Z]\d{1,2} \d[A-Z]{2}")


def with_truth(made: Households) -> pd.DataFrame:
    return made.records.merge(made.truth, on="record_id", validate="1:1")


def test_the_file_has_ten_thousand_records(file: Households):
    assert list(file.records.columns) == COLUMNS
    assert len(file.records) == len(file.truth) == 10_000
    assert file.records["record_id"].is_unique
    assert not file.records[["record_id", "source", "case_id", "role"]].isna().any(axis=None)
    assert list(file.truth["record_id"]) == list(file.records["record_id"])


def test_the_same_seed_gives_the_same_file_and_another_seed_another(file: Households):
    again, other = households_file(), households_file(seed=7)
    pd.testing.assert_frame_equal(again.records, file.records)
    pd.testing.assert_frame_equal(again.case_truth, file.case_truth)
    assert not other.records["surname"].equals(file.records["surname"])


def test_truth_is_not_among_the_records(file: Households):
    assert not [column for column in file.records if "true" in column or "household" in column]
    numbers = file.records["record_id"].str[1:].astype(int)
    people = file.truth["true_person_id"].str[1:].astype(int)
    assert abs(np.corrcoef(numbers, people)[0, 1]) < 0.05


def test_every_case_has_one_perpetrator_and_one_victim_survivor(file: Households):
    for role in ("perpetrator", "victim_survivor"):
        held = file.records.loc[file.records["role"] == role, "case_id"]
        assert sorted(held) == list(file.cases["case_id"])


def test_nobody_stands_twice_in_one_case():
    rows = with_truth(generate(seed=5, cases=4_000))
    assert not rows.duplicated(["case_id", "true_person_id"]).any()


def test_difficulty_is_the_measured_one():
    """42% of victim-survivors are heard more than once; equal names and birth date find 30%."""
    made = generate(seed=11, cases=20_000)
    rows = with_truth(made).merge(made.cases[["case_id", "heard_on"]], on="case_id")
    rows = rows.assign(exact=exact_persons(rows))
    victims = rows[rows["role"] == "victim_survivor"]
    assert share_heard_again(victims, "true_person_id") == pytest.approx(0.42, abs=0.02)
    assert share_heard_again(victims, "exact") == pytest.approx(0.30, abs=0.02)


def test_some_people_are_victim_in_one_case_and_perpetrator_in_another(file: Households):
    rows = with_truth(file)
    held = rows[rows["role"] != "child"].groupby("true_person_id")["role"].nunique()
    assert (held > 1).sum() >= 20


def test_there_are_serial_perpetrators_and_victims_with_another_perpetrator(file: Households):
    truth = file.case_truth
    assert (truth.groupby("perpetrator_id")["victim_survivor_id"].nunique() > 1).mean() > 0.05
    assert (truth.groupby("victim_survivor_id")["perpetrator_id"].nunique() > 1).mean() > 0.05


def test_hearings_of_one_couple_are_apart_unless_one_is_a_copy():
    truth = generate(seed=5, cases=4_000).case_truth
    originals = truth[truth["copy_of"].isna()]
    couple = ["perpetrator_id", "victim_survivor_id", "heard_on"]
    assert not originals.duplicated(couple).any()
    copies = truth.dropna(subset=["copy_of"])
    joined = copies.merge(truth, left_on="copy_of", right_on="case_id", suffixes=("", "_of"))
    assert len(joined) == len(copies) > 60
    for column in couple:
        assert (joined[column] == joined[f"{column}_of"]).all()


def test_families_share_surname_and_postcode():
    rows = with_truth(generate(seed=5, cases=4_000, rates=NO_ERRORS))
    children = rows[rows["role"] == "child"]
    mothers = rows[rows["role"] == "victim_survivor"]
    joined = children.merge(mothers, on="case_id", suffixes=("", "_of_mother"))
    assert (joined["postcode"] == joined["postcode_of_mother"]).mean() > 0.8
    assert (joined["surname"] == joined["surname_of_mother"]).mean() > 0.4


def test_there_are_twins():
    rows = with_truth(generate(seed=5, cases=4_000, rates=NO_ERRORS))
    children = rows[rows["role"] == "child"].drop_duplicates("true_person_id")
    assert children.duplicated(["true_household_id", "date_of_birth"]).sum() >= 5


def test_without_errors_a_person_is_always_written_alike():
    rows = with_truth(generate(seed=5, cases=2_000, rates=NO_ERRORS))
    written = rows.groupby("true_person_id")[["first_name", "surname", "date_of_birth"]]
    assert (written.nunique() == 1).all(axis=None)
    assert rows["date_of_birth"].notna().all()


def test_errors_are_of_every_kind(file: Households):
    rows, truth = file.records, with_truth(file)
    assert (rows["first_name"] == "UNKNOWN").any()
    assert rows["first_name"].str.strip().str.contains(" ").any()
    assert rows["date_of_birth"].isna().any()
    assert rows["date_of_birth"].str.endswith("-01-01").sum() > 50
    assert rows["postcode"].isin(PLACEHOLDER_POSTCODES).sum() > 50
    per_person = truth.groupby("true_person_id")["postcode"].nunique()
    assert (per_person > 1).mean() > 0.05


def test_postcodes_and_telephone_numbers_are_nobodys(file: Households):
    postcodes = file.records["postcode"].dropna()
    assert (postcodes.str[0].isin(list("QVX"))).mean() > 0.98
    assert postcodes.str.fullmatch(POSTCODE.pattern).mean() > 0.95
    drama = r"07700 900|020 7946 0|01632 960|011[3-8] 496 0|01[2-6]1 496 0|0191 498 0"
    drama += r"|028 9649 6|029 2018 0|03069 990"
    assert file.records["phone"].dropna().str.match(drama).all()


def test_birth_dates_are_days_of_the_calendar(file: Households):
    written = file.records["date_of_birth"].dropna()
    parsed = pd.to_datetime(written, format="%Y-%m-%d")
    assert parsed.dt.year.between(1920, 2028).all()


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), records=st.integers(10, 700))
def test_any_size_is_exact_and_whole(seed: int, records: int):
    made = generate(seed=seed, records=records)
    assert len(made.records) == records
    roles = made.records.groupby("case_id")["role"].agg(list)
    assert all("perpetrator" in each for each in roles)
    whole = sum("victim_survivor" in each for each in roles)
    assert whole >= len(roles) - 1


@pytest.mark.parametrize("asked", [{}, {"records": 50, "cases": 50}, {"records": 9}])
def test_an_unclear_size_is_refused(asked: dict[str, int]):
    with pytest.raises(ValueError, match="records or cases"):
        generate(seed=1, **asked)


def test_nobody_is_listed_before_birth_and_both_parties_are_sixteen():
    made = generate(seed=5, cases=4_000, rates=NO_ERRORS)
    rows = made.records.merge(made.cases[["case_id", "heard_on"]], on="case_id")
    days = {name: pd.to_datetime(rows[name]) for name in ("heard_on", "date_of_birth")}
    age = (days["heard_on"] - days["date_of_birth"]).dt.days / 365.25
    assert age.min() >= 0
    assert age[rows["role"] != "child"].min() >= 15.9
