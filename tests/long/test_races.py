"""The long race: 16 processes, everybody asked for twice by each of them, 10,000 requests.

While it runs a list of each kind comes to its end and the next one begins.
"""

from pathlib import Path

import pytest

from drive.web.allocation.models import Batch, SealedList
from tests.cast import make_cast
from tests.integration.web.allocation.finish import faults, line_up, settle
from tests.integration.web.allocation.pressing import DRAWN
from tests.integration.web.allocation.racing import TIMES, Raced, lanes, race

PROCESSES = 16
PEOPLE = 313
REQUESTS = PROCESSES * TIMES * PEOPLE
DRAWN_BEFORE = 200
KILLED_EVERY = 25

pytestmark = pytest.mark.django_db(transaction=True)


def raced(folder: Path, *, seed: int, killed_every: int | None = None) -> Raced:
    cast = make_cast()
    hearings = line_up(cast, PEOPLE, drawn_before=DRAWN_BEFORE)
    running = list(lanes(cast, hearings, folder, processes=PROCESSES, seed=seed))
    result = race(running, seed=seed, killed_every=killed_every)
    left = settle(cast)
    print(f"\n{result}; {left} batches were left locked")
    assert result.failures == []
    assert result.said.total() == REQUESTS >= 10_000
    assert SealedList.objects.filter(site=cast.essex, used__gte=1).count() > 1
    if killed_every is None:
        assert left == 0
    return result


def test_sixteen_processes_allocate_everybody_once(tmp_path: Path) -> None:
    result = raced(tmp_path, seed=16)
    assert result.said[DRAWN] == Batch.objects.filter(drawn_at__isnull=False).count() - 1
    assert faults() == []


def test_sixteen_processes_that_are_killed_allocate_everybody_once(tmp_path: Path) -> None:
    result = raced(tmp_path, seed=17, killed_every=KILLED_EVERY)
    assert result.kills > REQUESTS // KILLED_EVERY // 2
    assert faults() == []
