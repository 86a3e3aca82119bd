"""What goes into the vault lies there sealed."""

from uuid import uuid4

import pytest
from django.db import connection

from drive.web.vault.actions import keep_address, keep_telephone
from drive.web.vault.models import Address, Telephone
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
