"""A copy is the same information, a repeat the same perpetrator at a later hearing."""

from dataclasses import replace
from datetime import date

import pytest

from drive.linkage.cleaning import (
    CleaningReason,
    InsightsRow,
    propose,
    read_day,
    tidy,
    unreadable,
)

STARTS_ON = date(2016, 4, 1)
ROW = InsightsRow(
    number=1,
    site="essex",
    victim_forename="Zoë",
    victim_surname="O'Hara",
    victim_born="09/03/1984",
    perpetrator_forename="Stephen",
    perpetrator_surname="Marsh",
    perpetrator_born="1 Feb 1980",
    marac_on="10/05/2016",
    opened_on="12/05/2016",
    answers={f"question_{n}": "Yes" for n in range(10)},
)
OTHER_ANSWERS = {f"question_{n}": "No" for n in range(10)}


def reasons(*rows: InsightsRow) -> dict[int, CleaningReason]:
    numbered = [replace(row, number=n) for n, row in enumerate(rows, start=1)]
    return {each.number: each.reason for each in propose(numbered, starts_on=STARTS_ON)}


@pytest.mark.parametrize(
    "slip",
    [
        {},
        {"victim_forename": "ZOE ", "victim_surname": "OHara"},
        {"perpetrator_forename": "Stephn"},
        {"perpetrator_forename": "Stehpen"},
        {"perpetrator_forename": "Steph"},
        {"perpetrator_forename": "Marsh", "perpetrator_surname": "Stephen"},
        {"victim_born": "1984-03-09"},
        {"victim_born": "03/09/1984"},
        {"victim_born": ""},
        {"marac_on": "10 May 2016"},
        {"marac_on": "11/05/2016"},
        {"marac_on": "unknown"},
        {"answers": {**ROW.answers, "question_3": "No"}},
        {"answers": {"question_3": "Yes"}},
    ],
)
def test_the_same_information_with_a_slip_is_a_copy(slip: dict[str, str]):
    assert reasons(ROW, replace(ROW, **slip)) == {2: CleaningReason.COPY}


@pytest.mark.parametrize(
    "other",
    [
        {"answers": OTHER_ANSWERS},
        {"victim_forename": "Anna", "victim_born": "01/07/1990"},
        {"perpetrator_born": "3 Dec 1961"},
        {"perpetrator_forename": "UNKNOWN"},
        {"perpetrator_forename": "Gareth"},
        {
            "victim_forename": "Zoë",
            "victim_born": "",
            "perpetrator_born": "",
            "victim_surname": "O",
        },
    ],
)
def test_other_information_or_other_people_of_one_hearing_are_no_copy(other: dict[str, str]):
    assert reasons(ROW, replace(ROW, **other)) == {}


def test_a_later_hearing_of_the_couple_is_a_repeat():
    later = replace(ROW, marac_on="06/09/2016", answers=OTHER_ANSWERS)
    assert reasons(ROW, later) == {2: CleaningReason.REPEAT}
    assert reasons(later, ROW) == {1: CleaningReason.REPEAT}


def test_a_later_hearing_with_another_victim_survivor_is_a_repeat_and_says_so():
    later = replace(
        ROW, number=2, marac_on="06/09/2016", victim_forename="Anna", victim_born="01/07/1990"
    )
    (proposal,) = propose([ROW, later], starts_on=STARTS_ON)
    assert proposal.reason is CleaningReason.REPEAT
    assert "another victim-survivor" in proposal.because


def test_a_father_and_son_of_one_name_are_two():
    son = replace(
        ROW, marac_on="06/09/2016", victim_forename="Anna", perpetrator_born="14 Jun 2000"
    )
    assert reasons(ROW, son) == {}


def test_a_name_alone_makes_no_repeat_with_another_victim_survivor():
    other = replace(ROW, marac_on="06/09/2016", victim_forename="Anna", perpetrator_born="")
    assert reasons(ROW, other) == {}


def test_a_row_is_set_aside_for_the_first_reason_only():
    early = replace(ROW, marac_on="31/03/2016")
    assert reasons(early, early) == {1: CleaningReason.EARLY, 2: CleaningReason.EARLY}
    repeat = replace(ROW, marac_on="06/09/2016", answers=OTHER_ANSWERS)
    assert reasons(ROW, repeat, repeat) == {2: CleaningReason.REPEAT, 3: CleaningReason.COPY}


def test_a_hearing_before_the_start_makes_no_repeat_of_the_first_within():
    assert reasons(replace(ROW, marac_on="12/01/2016"), ROW) == {1: CleaningReason.EARLY}


def test_the_first_day_is_within():
    assert reasons(replace(ROW, marac_on="01/04/2016")) == {}


def test_a_day_that_cannot_be_read_is_for_a_person():
    rows = [replace(ROW, number=n, marac_on=day) for n, day in enumerate(["", "31/02/2016", "x"])]
    assert unreadable([*rows, replace(ROW, number=9)]) == (0, 1, 2)


def test_two_rows_of_one_number_are_refused():
    with pytest.raises(ValueError, match="same number"):
        propose([ROW, ROW], starts_on=STARTS_ON)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2016-05-10", date(2016, 5, 10)),
        ("10/5/2016", date(2016, 5, 10)),
        ("10.05.16", date(2016, 5, 10)),
        ("10 May 2016", date(2016, 5, 10)),
        (" 10  september 2016 ", date(2016, 9, 10)),
        ("10/05/84", date(1984, 5, 10)),
        ("30/02/2016", None),
        ("10 Foo 2016", None),
        ("May 2016", None),
        ("", None),
    ],
)
def test_days_are_read_as_they_are_typed_in_britain(typed: str, day: date | None):
    assert read_day(typed) == day


def test_names_are_compared_without_accents_case_and_blanks():
    assert tidy(" Zoë  O’Hara-Smith ") == "zoeoharasmith"


def test_two_hundred_rows_of_one_family_are_told_apart():
    family = [
        replace(
            ROW,
            victim_forename=f"{chr(97 + n // 26)}{chr(97 + n % 26)}",
            perpetrator_forename=f"{chr(97 + n % 26)}{chr(97 + n // 26)}",
        )
        for n in range(200)
    ]
    assert reasons(*family) == {}
