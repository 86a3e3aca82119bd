"""Which names and birth dates a search finds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.names import full_names
from drive.web.identity.rules.alike import Likeness, Sought, is_one_slip, likeness, plain

BORN = date(1988, 3, 7)
NAMES = st.text("abcdefgh", min_size=4, max_size=9)


def found(
    sought: Sought, forename: str = "Robert", surname: str = "Ashdown", born: date | None = BORN
) -> tuple[Likeness, ...] | None:
    return likeness(sought, forename, surname, born, roots=full_names())


@pytest.mark.parametrize(
    ("sought", "differs_in"),
    [
        (Sought(surname="ashdown", forename="ROBERT"), ()),
        (Sought(surname="Ash-down", forename="Róbert", born_on=BORN), ()),
        (Sought(surname="Ashdown", forename="Bob"), (Likeness.FORENAME_FORM,)),
        (Sought(surname="Ashdown", forename="Robret"), (Likeness.FORENAME_SLIP,)),
        (Sought(surname="Ashdwn", born_on=BORN), (Likeness.SURNAME_SLIP,)),
        (Sought(surname="Ashdown", born_on=date(1988, 7, 3)), (Likeness.BIRTH_SWAPPED,)),
        (Sought(surname="Ashdown", forename="Margaret"), None),
        (Sought(surname="Ashdown", forename="Robert", born_on=date(1988, 3, 8)), None),
        (Sought(surname="Bracken", forename="Robert"), None),
    ],
)
def test_a_search_finds_the_equal_and_the_nearly_equal(
    sought: Sought, differs_in: tuple[Likeness, ...] | None
) -> None:
    assert found(sought) == differs_in


def test_who_has_no_birth_date_is_found_and_that_is_said() -> None:
    sought = Sought(surname="Ashdown", forename="Robert", born_on=BORN)
    assert found(sought, born=None) == (Likeness.BIRTH_UNKNOWN,)


@given(NAMES, st.data())
def test_one_slip_of_any_kind_is_one_slip(name: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(name) - 1))
    left_out = name[:place] + name[place + 1 :]
    other = name[:place] + "x" + name[place + 1 :]
    more = name[:place] + "x" + name[place:]
    swapped = name[: place - 1] + name[place] + name[place - 1] + name[place + 1 :]
    assert is_one_slip(name, other)
    assert is_one_slip(name, more)
    assert is_one_slip(more, name)
    assert is_one_slip(name, left_out) or len(left_out) <= 3
    assert place == 0 or swapped == name or is_one_slip(name, swapped)


@pytest.mark.parametrize(("one", "other"), [("lee", "leo"), ("jo", "joe"), ("abcd", "badc")])
def test_short_names_and_two_slips_are_not_one(one: str, other: str) -> None:
    assert not is_one_slip(one, other)


def test_what_a_keyboard_leaves_out_does_not_count() -> None:
    assert plain("O’Neill-Søren") == "oneillsøren"
