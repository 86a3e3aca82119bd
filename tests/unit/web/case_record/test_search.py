"""Whom somebody means who types a name, a reference or a date of birth."""

from datetime import date

import pytest

from drive.web.case_record.rules import Known, Match, Sought, matches, read_search

BORN = date(1988, 3, 27)
KNOWN = Known(reference="ES-0007", forename="Stephen", surname="Rees-Wright", born_on=BORN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stephen Wright", Sought(("Stephen", "Wright"))),
        ("27 3 1988", Sought((), BORN)),
        ("Wright 27/03/88", Sought(("Wright",), BORN)),
        ("27 March 1988 Rees", Sought(("Rees",), BORN)),
        ("ES-0007", Sought(("ES-0007",))),
        ("31 2 1988", Sought(("31", "2", "1988"))),
        ("", Sought(())),
    ],
)
def test_what_reads_as_a_date_is_a_date_of_birth(text: str, expected: Sought) -> None:
    assert read_search(text, pivot_year=2017) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("es-0007", Match.AS_TYPED),
        ("steph wri", Match.AS_TYPED),
        ("Steve", Match.FORM_OF_NAME),
        ("Rite", Match.SOUNDS_ALIKE),
        ("Stefen", Match.SOUNDS_ALIKE),
        ("Stephen Reece", Match.SOUNDS_ALIKE),
        ("Stephen Brown", None),
        ("27 3 1988", Match.AS_TYPED),
        ("Steve 27 3 1988", Match.FORM_OF_NAME),
        ("Stephen 28 3 1988", None),
        ("", None),
        ("'", None),
    ],
)
def test_a_name_as_it_sounds_is_found_and_another_is_not(text: str, expected: Match | None) -> None:
    assert matches(read_search(text, pivot_year=2017), KNOWN) is expected


def test_one_letter_of_sound_says_too_little() -> None:
    known = Known(reference="ES-0001", forename="Guy", surname="Lee", born_on=None)
    assert matches(Sought(("Joe",)), known) is None


@pytest.mark.parametrize("text", ["\u202eabc", "\x00", "😀", "x" * 1_000_000, "0001-01-01"])
def test_no_text_breaks_the_search(text: str) -> None:
    assert matches(read_search(text, pivot_year=2017), KNOWN) is None
