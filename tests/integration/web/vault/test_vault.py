"""What goes into the vault lies there sealed."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection

from drive.web.vault.actions import keep_address, keep_telephone
from drive.web.vault.models import Address, Telephone
from drive.web.vault.queries import Keys, KeysOfPeople
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


def test_an_address_and_a_number_are_not_readable_in_the_database(cast: Cast) -> None:
    person = uuid4()
    keep_address(
        subject_id=person,
        lines="1 Nowhere Lane",
        postcode="ZZ99 9ZZ",
        by=cast.coordinator,
        now=NOW,
    )
    keep_telephone(subject_id=person, number="07700 900123", by=cast.coordinator, now=NOW)
    with connection.cursor() as cursor:
        for table in (Address._meta.db_table, Telephone._meta.db_table):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - our own table's name
            text = str(cursor.fetchall())
            assert "Nowhere" not in text
            assert "ZZ99" not in text
            assert "900123" not in text


def keep(cast: Cast, person: UUID, postcode: str, number: str, *, minutes: int = 0) -> None:
    moment, by = NOW + timedelta(minutes=minutes), cast.coordinator
    keep_address(subject_id=person, lines="1 Nowhere Lane", postcode=postcode, by=by, now=moment)
    keep_telephone(subject_id=person, number=number, by=by, now=moment)


def test_linkage_is_given_one_spelling_and_no_address(cast: Cast) -> None:
    person = uuid4()
    keep(cast, person, "zz1  1aa", "07700 900-123")
    keys = KeysOfPeople([person]).of(person, recorded_at=NOW)
    assert keys == Keys(postcode="ZZ11AA", telephone="07700900123")


def test_the_keys_are_those_of_the_mention_else_the_latest(cast: Cast) -> None:
    person, other = uuid4(), uuid4()
    keep(cast, person, "ZZ1 1AA", "07700 900123")
    keep(cast, person, "ZZ2 2BB", "", minutes=5)
    found = KeysOfPeople([person, other])
    assert found.of(person, recorded_at=NOW).postcode == "ZZ11AA"
    assert found.of(person, recorded_at=NOW + timedelta(minutes=9)).postcode == "ZZ22BB"
    assert found.of(person, recorded_at=NOW + timedelta(minutes=5)).telephone == "07700900123"
    assert found.of(other, recorded_at=NOW) == Keys()
