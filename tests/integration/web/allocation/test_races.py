"""Processes draw the same people at once, and are killed: each is allocated once, without a gap."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from drive.web.allocation.exceptions import NothingToDraw
from drive.web.allocation.models import Batch
from tests.cast import Cast, make_cast
from tests.factories.allocation import locked, ratio, salted
from tests.factories.referrals import hearings
from tests.integration.web.allocation.finish import faults, line_up, settle
from tests.integration.web.allocation.pressing import DRAWN
from tests.integration.web.allocation.racing import TIMES, lanes, race

PROCESSES = 4
PEOPLE = 40

pytestmark = pytest.mark.django_db(transaction=True)


def test_processes_that_draw_at_once_allocate_everybody_once(tmp_path: Path) -> None:
    cast = make_cast()
    asked = line_up(cast, PEOPLE)
    raced = race(list(lanes(cast, asked, tmp_path, processes=PROCESSES, seed=1)), seed=1)
    assert raced.failures == []
    assert raced.said.total() == PROCESSES * TIMES * PEOPLE
    assert raced.said[DRAWN] == Batch.objects.filter(drawn_at__isnull=False).count()
    assert settle(cast) == 0
    assert faults() == []


def test_processes_that_are_killed_lose_no_draw_and_make_none_twice(tmp_path: Path) -> None:
    cast = make_cast()
    asked = line_up(cast, PEOPLE)
    running = list(lanes(cast, asked, tmp_path, processes=PROCESSES, seed=2))
    raced = race(running, seed=2, killed_every=20)
    assert raced.failures == []
    assert raced.said.total() == PROCESSES * TIMES * PEOPLE
    assert raced.kills
    settle(cast)
    assert faults() == []


def test_a_button_pressed_twice_is_refused_before_anybody_who_waits_is_locked(cast: Cast) -> None:
    ratio(cast)
    first, waiting = hearings(cast, range(2))
    batch = locked(cast, hearing=first.pk).batch
    assert batch
    salted(cast, batch)
    with CaptureQueriesContext(connection) as asked, pytest.raises(NothingToDraw):
        locked(cast, hearing=first.pk)
    assert asked.captured_queries
    assert not [each for each in asked.captured_queries if "people_person" in each["sql"]]
    assert locked(cast, hearing=waiting.pk).batch
