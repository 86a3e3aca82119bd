"""The scanner on words that are written apart, together, short, in mixed case or in code."""

from __future__ import annotations

import pytest

from drive.vocabulary.vault import ProtectedKind as Kind
from drive.web.outbound.rules.scanner import Protected, Scanner

SCANNER = Scanner(
    [
        Protected(Kind.NAME, "Mary-Jane Trevose"),
        Protected(Kind.NEW_NAME, "Orla Ní Chonaill"),
        Protected(Kind.ADDRESS, "31 Fullers Reach Place, Bude"),
        Protected(Kind.POSTCODE, "SY21 7XR"),
        Protected(Kind.TELEPHONE, "01632 960118"),
        Protected(Kind.EMAIL, "ot.k@example.net"),
        Protected(Kind.SCHOOL, "St Petroc's Church of England Junior School"),
        Protected(Kind.GP, "Tamar Quay Surgery"),
        Protected(Kind.WORKPLACE, "Pots & Pasties"),
        Protected(Kind.REFUGE, "Curnow Court Women's Aid"),
    ]
)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.NAME, "Ask Mrs. *Trevose* about it."),
        (Kind.NAME, "Mary-Jane - surname Trevoes"),
        (Kind.NEW_NAME, "It is orlA nI chonAILl."),
        (Kind.POSTCODE, "siErRA YanKEe two One SevEN x-rAY RoMeO"),
        (Kind.POSTCODE, "Sierra Yankee two one seven X-ray Romeo"),
        (Kind.TELEPHONE, "STD 01632, then No. 960118"),
        (Kind.TELEPHONE, "o1 63 2 96 o1 18"),
        (Kind.EMAIL, "ot.k (at the domain example.net)"),
        (Kind.EMAIL, "ot dot k at sign example dot net"),
        (Kind.SCHOOL, "They go to Petroc's school."),
        (Kind.SCHOOL, "They go to PetrocsPrimary now."),
        (Kind.GP, "T_a_m_a_r_ _Q_u_a_y_ _S_u_r_g"),
        (Kind.GP, "Seen at Tamarr Quay today."),
        (Kind.GP, "%3Ctd%3ETamar%3C/td%3E%3Ctd%3EQuay%20Surgery%3C/td%3E"),
        (Kind.WORKPLACE, "She is at PotsandPasties."),
        (Kind.REFUGE, "a room at Curnow Ct Ref. was free"),
        (Kind.REFUGE, "the refooge Curnow Court"),
        (Kind.REFUGE, "Curnow Court, the re-\nfuge"),
        (Kind.REFUGE, "the Curnow h0stel"),
    ],
)
def test_it_is_read_as_it_is_meant(kind: Kind, text: str) -> None:
    assert kind in {hit.kind for hit in SCANNER.scan(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The hostel is in Fullers Reach Road, Luton.",
        "Signed: Farah Trevose\n[M12] Exhibit withdrawn.",
        "Statement of Frances Chonaill",
        "ot.brown@example.net",
        "They go to St Piran's Church of England Junior School.",
        "The surgery by the quay; the court and the women's aid worker.",
        "Sierra and Romeo are hotels; the X-ray is at seven.",
    ],
)
def test_what_is_only_near_it_passes(text: str) -> None:
    assert SCANNER.scan(text) == []


def test_a_name_in_figures_is_a_number() -> None:
    scanner = Scanner([Protected(Kind.NAME, "Beth Ashworth")])
    assert scanner.scan("Page 46 of 112") == []


def test_a_name_that_is_only_an_article_and_a_word_is_known_without_the_article() -> None:
    scanner = Scanner([Protected(Kind.REFUGE, "The Sycamores")])
    assert scanner.scan("a place at Sycamores")
    assert scanner.scan("two sycamore trees") == []
