"""Who is shown to somebody who enters a hearing, and why."""

from datetime import date

import pytest

from drive.web.people.rules import Likeness, Said, likeness

BORN = date(1984, 3, 9)


def compared(
    forename: str = "Tobias", surname: str = "Wetherall", born_on: date | None = BORN
) -> Likeness:
    one = Said(forename="Tobias", surname="Wetherall", born_on=BORN)
    return likeness(one, Said(forename=forename, surname=surname, born_on=born_on))


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({}, "the same date of birth"),
        ({"born_on": date(1984, 9, 3)}, "day and month of birth the other way round"),
        ({"born_on": date(1984, 3, 8)}, "dates of birth one figure apart"),
        ({"born_on": date(1984, 3, 27)}, "two of day, month and year of birth the same"),
        ({"forename": "Tobyas"}, "first names nearly alike"),
        ({"forename": "T"}, "a short form or initial of the same first name"),
        (
            {"forename": "Wetherall", "surname": "Tobias"},
            "first name and surname the other way round",
        ),
        ({"surname": "Wetheral"}, "surnames nearly alike"),
        ({"surname": "Wetherall-Ashdown"}, "one surname within the other"),
        ({"forename": "TOBÍAS"}, "the same first name"),
        ({"surname": "Somebody"}, "the same date of birth"),
        ({"born_on": None}, "the same surname"),
    ],
)
def test_somebody_alike_is_shown_with_what_agrees(other: dict[str, object], words: str) -> None:
    found = compared(**other)  # type: ignore[arg-type]
    assert found.is_alike
    assert words in found.agreements


@pytest.mark.parametrize(
    "other",
    [
        {"born_on": date(1961, 12, 20)},
        {"forename": "Peter", "surname": "Ashdown"},
        {"forename": "Peter", "born_on": None},
        {"forename": "Peter", "born_on": date(1990, 7, 14)},
        {"forename": "UNKNOWN", "surname": "UNKNOWN"},
        {"forename": "Peter", "surname": "Unknown", "born_on": None},
    ],
)
def test_somebody_else_is_not_shown(other: dict[str, object]) -> None:
    assert not compared(**other).is_alike  # type: ignore[arg-type]


def test_a_short_form_is_known_by_the_name_it_stands_for() -> None:
    one = Said(forename="Bill", surname="Wetherall", born_on=None)
    found = likeness(one, Said(forename="William", surname="Wetherall", born_on=None))
    assert found.is_alike
    assert found.unknown == ("date of birth",)


def test_a_first_of_january_says_nothing_of_the_day() -> None:
    found = compared(born_on=date(1984, 1, 1))
    assert found.unknown == ("date of birth",)
    assert not any("birth" in words for words in (*found.agreements, *found.disagreements))


def test_what_differs_is_said_too() -> None:
    found = compared(surname="Somebody")
    assert found.disagreements == ("different surnames",)


def test_it_does_not_matter_who_is_compared_with_whom() -> None:
    one = Said(forename="Liz", surname="Quennell", born_on=BORN)
    other = Said(forename="Elizabeth", surname="Quenell", born_on=date(1984, 9, 3))
    assert likeness(one, other) == likeness(other, one)
