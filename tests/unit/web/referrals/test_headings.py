"""Headings are understood as co-ordinators write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.web.referrals.rules.fields import FIELDS, TEMPLATE
from drive.web.referrals.rules.headings import MEANINGS, meaning, plain, read_headings

ENOUGH = [
    "Marac date", "Perp first name", "Perp surname", "Perp DOB",
    "Victim first name", "Victim surname", "Victim DOB",
]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("MARAC DATE", "heard_on"),
        ("Date of Hearing:", "heard_on"),
        ("Perp. D.O.B.", "perpetrator_born_on"),
        ("Perpetrator's date-of-birth", "perpetrator_born_on"),
        ("perpetrators dob", "perpetrator_born_on"),
        ("Offender Surname", "perpetrator_surname"),
        ("VICTIM_POST_CODE", "victim_survivor_postcode"),
        ("V/S Ethnicity", "victim_survivor_ethnicity"),
        ("No. of children", "number_of_children"),
        ("H&S", "abuse_harassment_stalking"),
        ("Coercive control", "abuse_jealous_controlling"),
        ("Perpetrator", "perpetrator_name"),
        ("Referring agency", "referred_by"),
        ("perp sex", "perpetrator_gender"),
    ],
)
def test_a_heading_means_a_field_whatever_its_case_and_punctuation(
    heading: str, field: str
) -> None:
    assert meaning(heading) == field


@pytest.mark.parametrize(
    "heading", ["Lunch", "", "  ", "Date", "Name", "DOB", "=cmd|' /C calc'!A0"]
)
def test_a_heading_that_could_mean_two_things_or_nothing_is_not_guessed(heading: str) -> None:
    assert meaning(heading) is None


def test_no_heading_means_two_fields() -> None:
    meant: dict[str, str] = {}
    for field in FIELDS:
        for heading in {plain(text) for text in (field.label, field.key, *field.headings)}:
            assert meant.setdefault(heading, field.key) == field.key, heading
    assert meant == MEANINGS


def test_the_template_is_understood_whole() -> None:
    labels = {field.key: field.label for field in FIELDS}
    columns = read_headings([labels[key] for key in TEMPLATE])

    assert list(columns.places) == list(TEMPLATE)
    assert columns.refusals == ()
    assert columns.ignored == ()


def test_a_heading_not_understood_is_named_and_ignored() -> None:
    columns = read_headings([*ENOUGH, "Biscuits", " "])

    assert columns.ignored == ("Biscuits",)
    assert columns.refusals == ()


def test_two_headings_for_one_field_are_both_named() -> None:
    columns = read_headings([*ENOUGH, "Date heard"])

    assert "“Marac date” and “Date heard” both mean “Hearing date”" in columns.refusals[0]


def test_every_missing_column_is_named() -> None:
    columns = read_headings(["Marac date", "Perp name"])

    assert columns.refusals == (
        (
            "These columns are missing: “Perpetrator date of birth”, “Victim-survivor forename”, "
            "“Victim-survivor surname”, “Victim-survivor date of birth”. Add them."
        ),
    )


def test_one_column_for_the_whole_name_is_enough() -> None:
    columns = read_headings(["Marac date", "Perp name", "Perp DOB", "Victim", "Victim DOB"])
    assert columns.refusals == ()


@given(st.lists(st.text(max_size=30), max_size=30))
def test_no_headings_crash(headings: list[str]) -> None:
    columns = read_headings(headings)
    assert set(columns.places.values()) <= set(range(len(headings)))
