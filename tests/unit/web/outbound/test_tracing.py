"""The trace of a leak against a slow and plain way of saying the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.facts import Tells
from drive.vocabulary.outbound import Exposure
from drive.web.outbound.rules.tracing import Contact, trace

START = datetime(2017, 6, 1, tzinfo=UTC)
KEYS = st.integers(0, 7)
TELLS = st.dictionaries(KEYS, st.sampled_from(list(Tells)))
CONTACTS = st.lists(
    st.builds(
        Contact,
        at=st.integers(0, 50).map(lambda hours: START + timedelta(hours=hours)),
        who=st.sampled_from("ABC"),
        how=st.sampled_from(list(Exposure)),
        thing=KEYS,
    ),
    max_size=12,
)


@given(CONTACTS, TELLS)
def test_everybody_who_had_it_stands_once_in_time_order(
    contacts: list[Contact], tells: dict[int, Tells]
) -> None:
    rows = trace(contacts, tells)
    shown = [(row.contact.at, row.contact.who, row.contact.how, row.tells) for row in rows]
    expected = {
        (each.at, each.who, each.how, tells[each.thing]) for each in contacts if each.thing in tells
    }
    assert set(shown) == expected
    assert len(shown) == len(expected)
    assert [row.contact.at for row in rows] == sorted(row.contact.at for row in rows)
    assert all(row.itself == (row.tells is Tells.ITSELF) for row in rows)
