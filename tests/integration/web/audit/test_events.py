"""Audit events are written once."""

from uuid import uuid4

import pytest

from drive.web.audit.actions import record_change
from drive.web.audit.exceptions import AppendOnly
from drive.web.audit.models import Event
from drive.web.audit.queries import events_about, events_by, naming
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


def test_events_are_neither_changed_nor_deleted_in_bulk(cast: Cast) -> None:
    with pytest.raises(AppendOnly):
        Event.objects.all().update(action="nothing")
    with pytest.raises(AppendOnly):
        Event.objects.all().delete()


def test_events_are_found_by_what_they_are_about_and_by_whom(cast: Cast) -> None:
    about = uuid4()
    made = record_change("test.change", about, by=cast.idva, now=NOW)
    assert list(events_about(about)) == [made]
    assert not events_about(uuid4()).exists()
    assert made in events_by(cast.idva.pk)


def test_events_that_name_any_of_many_objects_are_found_at_once(cast: Cast) -> None:
    one, other = uuid4(), uuid4()
    made = record_change("test.change", one, other, by=cast.idva, now=NOW)
    record_change("test.change", uuid4(), by=cast.idva, now=NOW)
    [named] = naming([one, other, *(uuid4() for _ in range(400))])
    assert list(Event.objects.filter(named)) == [made]
    parts = list(naming([other, *(uuid4() for _ in range(1200))]))
    assert [event for part in parts for event in Event.objects.filter(part)] == [made]
    assert list(naming([])) == []
