"""What the gate is told: every text that must not leave, and what he has or knows already."""

import pytest

from drive.vocabulary.vault import (
    AddressKind,
    Certainty,
    DetailKind,
    ProtectedKind,
)
from drive.web.vault import actions
from drive.web.vault.queries.protected import Protected, known_to_him, protected_strings
from tests.cast import NOW, Cast
from tests.factories.insights import idva_case
from tests.factories.vault import HERS, HIS, address_of, detail_of, number_of, subject_of

pytestmark = pytest.mark.django_db


def test_each_kind_of_text_is_given_as_it_was_typed(cast: Cast) -> None:
    dyad = idva_case(cast).dyad
    for kind, place in (
        (AddressKind.SCHOOL, "Elm School"),
        (AddressKind.GP, "Oak Surgery"),
        (AddressKind.WORKPLACE, "Ash Bakery"),
        (AddressKind.REFUGE, "Beech House"),
    ):
        address_of(dyad, cast.idva, kind=kind, place=place, lines="", postcode="")
    address_of(dyad, cast.idva, lines="1 Nowhere Lane", postcode="ZZ7 7ZZ")
    number_of(dyad, cast.idva, number="07700 900777")
    detail_of(dyad, cast.idva, DetailKind.NEW_NAME, "Ann Other")
    detail_of(dyad, cast.idva, DetailKind.EMAIL, "ann@example.org")
    detail_of(dyad, cast.idva, DetailKind.PLATE, "AB10 CDE")
    detail_of(dyad, cast.idva, DetailKind.OTHER, "swims on Mondays")
    found = protected_strings([subject_of(dyad)])
    imported = Protected(ProtectedKind.POSTCODE, "ZZ1 1AA")
    assert set(found) == {
        imported,
        Protected(ProtectedKind.SCHOOL, "Elm School"),
        Protected(ProtectedKind.GP, "Oak Surgery"),
        Protected(ProtectedKind.WORKPLACE, "Ash Bakery"),
        Protected(ProtectedKind.REFUGE, "Beech House"),
        Protected(ProtectedKind.ADDRESS, "1 Nowhere Lane"),
        Protected(ProtectedKind.POSTCODE, "ZZ7 7ZZ"),
        Protected(ProtectedKind.TELEPHONE, "07700 900777"),
        Protected(ProtectedKind.NEW_NAME, "Ann Other"),
        Protected(ProtectedKind.EMAIL, "ann@example.org"),
        Protected(ProtectedKind.PLATE, "AB10 CDE"),
    }


def test_what_was_put_right_is_protected_still_and_what_was_taken_back_is_not(cast: Cast) -> None:
    dyad = idva_case(cast).dyad
    row = number_of(dyad, cast.idva, number="07700 900001")
    said = actions.NewTelephone(number="07700 900002")
    actions.correct(row=row, said=said, seen=row.pk, by=cast.idva, now=NOW)
    mistake = number_of(dyad, cast.idva, number="07700 900003")
    actions.take_back(row=mistake, seen=mistake.pk, by=cast.idva, now=NOW)
    numbers = {
        each.text
        for each in protected_strings([subject_of(dyad)])
        if each.kind is ProtectedKind.TELEPHONE
    }
    assert numbers == {"07700 900001", "07700 900002"}


def test_his_own_texts_are_not_protected_from_him(cast: Cast) -> None:
    dyad = idva_case(cast).dyad
    address_of(dyad, cast.case_manager, role=HIS, lines="5 His Street", postcode="ZZ5 5ZZ")
    assert "5 His Street" not in {each.text for each in protected_strings([subject_of(dyad, HIS)])}


def test_he_knows_what_is_his_and_what_of_hers_is_marked(cast: Cast) -> None:
    dyad = idva_case(cast).dyad
    address_of(dyad, cast.case_manager, role=HIS, lines="5 His Street", postcode="ZZ5 5ZZ")
    address_of(dyad, cast.idva, lines="6 Old Home", postcode="", known_to_him=Certainty.YES)
    address_of(dyad, cast.idva, lines="7 Shared", postcode="", shared_with_him=Certainty.YES)
    address_of(dyad, cast.idva, lines="8 New Home", postcode="ZZ8 8ZZ")
    number_of(dyad, cast.idva, number="07700 900008", known_to_him=Certainty.UNSURE)
    detail_of(dyad, cast.idva, DetailKind.EMAIL, "old@example.org", known_to_him=Certainty.YES)
    known = {each.text for each in known_to_him(subject_of(dyad, HERS), subject_of(dyad, HIS))}
    assert known == {
        "5 His Street",
        "ZZ5 5ZZ",
        "ZZ1 1AA",
        "6 Old Home",
        "7 Shared",
        "old@example.org",
    }
