"""The scanner on every format that it is told to know, and on what is only like them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.vault import ProtectedKind as Kind
from drive.web.outbound.rules.scanner import LIMITS, Protected, Scanner
from tests.unit.web.outbound.personas import personas, protected_of
from tests.unit.web.outbound.recorded import RECORDED

SIAN = Scanner(protected_of(personas()[0]))

_AROUND = (
    "{}",
    "A letter of 12 June about {} and nothing else.",
    "Dear Gareth,\n{}\nYours",
    "<p>He was told that {}, and rang.</p>",
)
CAUGHT = Path(__file__).with_name("caught.txt")
"""What is to be caught, a form a line; \\n, \\u200b and the like are written as in Python."""


def _cases() -> list[tuple[Kind, str]]:
    lines = CAUGHT.read_text(encoding="utf-8").splitlines()
    return [(Kind(kind), _written(form)) for kind, _, form in (ln.partition("|") for ln in lines)]


def _written(form: str) -> str:
    if "\\" not in form:
        return form
    return form.encode("latin-1", "backslashreplace").decode("unicode_escape")


@pytest.mark.parametrize(("kind", "form"), _cases())
def test_every_format_is_caught(kind: Kind, form: str) -> None:
    text = f"We wrote to him that {form} was where they met."
    assert kind in {hit.kind for hit in SIAN.scan(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Dear Mr Jones, your appointment is on 14 June 2017.",
        "Gareth Jones and PC Rhys attended; Mr Davies did not.",
        "Catherine Morgan of housing rang from 07700 900555.",
        "The order covers Victoria Terrace, Swansea, and 14 Bryn Road, Neath.",
        "He moved from SA1 to CF10 4QW in May.",
        "Case number SA17C00123 was heard at Swansea Crown Court.",
        "The primary school and the surgery replied; so did the house in town.",
        "The tesco nearby is open until ten; there is an extra lane on the terrace.",
        "A&E saw him at 14:10; he left at 23:59 on 07/09/2012.",
        "Sales rose by 14 per cent; she has seven children; one or two rang at nine.",
    ],
)
def test_what_is_only_like_it_passes(text: str) -> None:
    assert SIAN.scan(text) == []


def test_a_hit_says_where_in_the_text_as_given_and_why() -> None:
    text = "<p>She is at 14 Glanyrafon&nbsp;Terrace.</p>"
    (hit,) = SIAN.scan(text)
    assert text[hit.start : hit.end] == hit.matched == "14 Glanyrafon&nbsp;Terrace"
    assert hit.why == "Address: house and street"


def test_a_common_street_counts_with_its_number_or_its_town_only() -> None:
    scanner = Scanner([Protected(Kind.ADDRESS, "12 Station Road, Neath")])
    assert scanner.scan("He was seen in Station Road.") == []
    assert scanner.scan("He was seen at 40 Station Road, Barry.") == []
    assert scanner.scan("He was seen at 12 Station Rd.")
    assert scanner.scan("He was seen in Station Road, Neath.")


def test_a_wrong_last_digit_is_another_telephone_but_two_swapped_are_a_slip() -> None:
    scanner = Scanner([Protected(Kind.TELEPHONE, "01632 960456")])
    assert scanner.scan("ring 01632 960457") == []
    assert scanner.scan("ring 01632 960546")


def test_a_name_beside_another_surname_is_somebody_else() -> None:
    scanner = Scanner([Protected(Kind.NAME, "Bethan Prosser")])
    assert scanner.scan("Bethan Griffiths rang.") == []
    assert scanner.scan("Bethan rang.")


@pytest.mark.parametrize(
    "name",
    [
        "Anna Constable",
        "Ellen Lord",
        "Priya Judge",
        "Joy Justice",
        "Anna Constable-Smith",
        "Constable, Anna",
        "Mrs Ellen Lord",
    ],
)
def test_a_surname_that_is_a_title_too_is_a_name(name: str) -> None:
    scanner = Scanner([Protected(Kind.NAME, name)])
    first, last = ("Anna", "Constable") if "," in name else name.split()[-2:]
    assert scanner.scan(f"He was told that {first} {last} has moved.")
    assert scanner.scan(f"{last}, {first} has moved.")


def test_a_title_in_front_of_a_name_is_not_the_name() -> None:
    scanner = Scanner([Protected(Kind.NAME, "Judge Anna Roe")])
    assert scanner.scan("The judge adjourned.") == []
    assert scanner.scan("Anna Roe was there.")


def test_nothing_protected_and_blank_strings_find_nothing() -> None:
    assert Scanner([]).scan("14 Glanyrafon Terrace") == []
    assert Scanner([Protected(kind, "  ") for kind in Kind]).scan("a text, with some words.") == []


@pytest.mark.parametrize(
    "paraphrase", ["her sister’s place in the next town", "the school by the river"]
)
def test_a_paraphrase_is_not_found_and_the_limits_say_so(paraphrase: str) -> None:
    assert SIAN.scan(f"She went to {paraphrase}.") == []
    assert "does not understand" in LIMITS[0]


@given(st.text(max_size=200))
def test_any_text_can_be_scanned_and_every_hit_lies_in_it(text: str) -> None:
    for hit in SIAN.scan(text):
        assert 0 <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end] == hit.matched


@given(st.text(alphabet="abc .,\n<>&;'-019", max_size=30), st.text(max_size=30))
def test_it_is_found_whatever_stands_around_it(before: str, after: str) -> None:
    assert SIAN.scan(f"{before.replace('<', '')} SA1 4QW {after.replace('>', '')}")


@given(st.sampled_from(list(Kind)), st.text(max_size=40))
def test_any_string_can_be_protected(kind: Kind, text: str) -> None:
    letter = f"A letter of 12 June about {text} and nothing else."
    for hit in Scanner([Protected(kind, text)]).scan(letter):
        assert hit.kind is kind
        assert 0 <= hit.start < hit.end <= len(letter)
        assert letter[hit.start : hit.end] == hit.matched


@pytest.mark.parametrize("kind", list(Kind))
@given(data=st.data(), around=st.sampled_from(_AROUND))
def test_what_is_recorded_is_found_where_it_stands_word_for_word(
    kind: Kind, data: st.DataObject, around: str
) -> None:
    text = data.draw(RECORDED[kind])
    letter = around.format(text)
    at = letter.index(text)
    hits = Scanner([Protected(kind, text)]).scan(letter)
    assert any(hit.start < at + len(text) and at < hit.end for hit in hits)
