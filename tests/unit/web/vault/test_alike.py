"""What people write in many ways is one address or number, and what is another is another."""

import pytest

from drive.web.vault.rules import (
    MASK,
    SHOWN_FOR,
    same_address,
    same_email,
    same_number,
    same_plate,
    same_postcode,
    same_words,
    shown_until,
    still_shown,
)
from tests.cast import NOW


@pytest.mark.parametrize(
    "text",
    ["07700 900123", "+44 7700 900123", "0044 7700900123", "+44 (0)7700-900-123", "07700.900.123"],
)
def test_a_number_is_one_however_it_is_dialled(text: str) -> None:
    assert same_number(text) == "07700900123"


def test_numbers_that_differ_stay_apart() -> None:
    assert same_number("07700 900124") != same_number("07700 900123")
    assert same_number("no number") == ""


@pytest.mark.parametrize(
    ("lines", "postcode"),
    [
        ("12 High Street\nBarry", "CF62 7AB"),
        ("12, high st., Barry", "cf627ab"),
        ("  12 HIGH STREET", "CF62 7ab"),
        ("12 Hîgh Street", "CF62-7AB"),
    ],
)
def test_an_address_is_its_postcode_and_numbers(lines: str, postcode: str) -> None:
    assert same_address(lines, postcode) == "CF627AB 12"


@pytest.mark.parametrize(
    ("lines", "postcode"),
    [
        ("14 High Street", "CF62 7AB"),
        ("12 High Street", "CF62 7AC"),
        ("Flat 2, 12 High St", "CF62 7AB"),
    ],
)
def test_another_door_is_another_address(lines: str, postcode: str) -> None:
    assert same_address(lines, postcode) != same_address("12 High Street", "CF62 7AB")


def test_a_house_with_a_name_is_known_by_it() -> None:
    named = same_address("The Old Mill, Mill Lane", "CF62 7AB")
    assert named == same_address("the old mill\nMill Ln", "CF62 7AB")
    assert named != same_address("Rose Cottage, Mill Lane", "CF62 7AB")


def test_without_a_postcode_all_words_count() -> None:
    assert same_address("12 High St, Barry", "") == same_address("12 high street Barry", "")
    assert same_address("12 High St, Barry", "") != same_address("12 High St, Cardiff", "")
    assert same_address("", "") == ""


def test_an_email_address_is_one_without_its_tag() -> None:
    assert same_email(" Her.Name+news@Example.ORG ") == "her.name@example.org"
    assert same_email("her.name") == ""
    assert same_email("@example.org") == ""


def test_a_plate_is_one_where_a_digit_looks_like_a_letter() -> None:
    assert same_plate("AB10 CDO") == same_plate("abio cd0")
    assert same_postcode("ab1 0cd") == "AB10CD"
    assert same_words("Zoë O’Neil") == "zoe oneil"


def test_a_look_lasts_a_minute() -> None:
    until = shown_until(NOW)
    assert until - NOW == SHOWN_FOR
    assert still_shown(until, NOW)
    assert not still_shown(until, until)


def test_the_mask_says_nothing() -> None:
    assert set(MASK) == {"•"}
