"""Wrong headings are refused with the list of those that are wanted."""

import pytest

from drive.web.cleaning.rules.headings import COLUMNS, read_headings

WANTED = [each.label for each in COLUMNS]


def test_an_exported_list_is_understood():
    columns = read_headings([*WANTED, "Safer", "Physical abuse at intake"])
    assert columns.refusals == ()
    assert list(columns.places) == [each.key for each in COLUMNS]
    assert list(columns.answers) == ["Safer", "Physical abuse at intake"]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("NUMBER", "number"),
        ("Row number", "number"),
        ("Victim first name", "victim_forename"),
        ("Victim's surname", "victim_surname"),
        ("Victim D.O.B.", "victim_born"),
        ("Victim-survivor’s date of birth", "victim_born"),
        ("Perp Surname", "perpetrator_surname"),
        ("perpetrator_born", "perpetrator_born"),
        ("Date of Marac", "marac_on"),
    ],
)
def test_headings_are_met_in_many_ways(typed: str, key: str):
    assert read_headings([typed]).places == {key: 0}


def test_a_list_without_numbers_is_refused_and_told_what_is_wanted():
    (refusal,) = read_headings([label for label in WANTED if label != "Number"]).refusals
    assert refusal.startswith("This column is missing: “Number”.")
    assert "“Marac date”" in refusal
    assert "“Reconstructed”" not in refusal


def test_several_missing_columns_are_named_together():
    (refusal,) = read_headings(["Number", "Site", "Score"]).refusals
    assert refusal.startswith("These columns are missing: “Victim-survivor's forename”, ")


@pytest.mark.parametrize("twice", [("Marac date", "Date of Marac"), ("Safer", "Safer")])
def test_two_columns_of_one_meaning_are_refused(twice: tuple[str, str]):
    first, second = twice
    refusals = read_headings([*(each for each in WANTED if each != first), *twice]).refusals
    assert any(f"“{first}” and “{second}”" in refusal for refusal in refusals)


def test_columns_without_a_heading_are_no_answers():
    assert read_headings([*WANTED, "", "  "]).answers == {}
