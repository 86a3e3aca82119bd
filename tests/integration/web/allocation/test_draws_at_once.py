"""Several people draw at one moment: each perpetrator is allocated once, each block is exact."""

import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import date

import pytest
from django.db import connection

from drive.vocabulary.allocation import Arm
from drive.web.allocation.actions import draw
from drive.web.allocation.exceptions import NothingToDraw
from drive.web.allocation.models import Allocation, Block
from drive.web.organisations.models import Site
from drive.web.people.queries import roots_of
from tests.cast import NOW, make_cast
from tests.factories.allocation import ratio
from tests.factories.merges import made_one, perpetrator
from tests.factories.referrals import hearing, hearings

THREADS = 6
EACH = 15


def at_once(acts: list[Callable[[], object]]) -> list[BaseException]:
    """Run every act in a thread of its own, all beginning together; return what went wrong."""
    failed: list[BaseException] = []
    together = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> None:
        together.wait()
        try:
            # Whoever comes after the last hearing was drawn is told so, as is right.
            with suppress(NothingToDraw):
                act()
        except BaseException as error:  # noqa: BLE001 - the main thread must see it
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failed


@pytest.mark.django_db(transaction=True)
def test_threads_that_draw_at_once_never_share_a_position_or_a_person() -> None:
    cast = make_cast()
    ratio(cast, control=2)
    made = hearings(cast, range(THREADS * EACH))

    def one_draw() -> None:
        draw(
            site=cast.essex,
            recorded_until=NOW,
            by=cast.allocator,
            now=NOW,
            today=date(2017, 6, 30),
        )

    def more_hearings_then_draw(first: int) -> Callable[[], None]:
        def act() -> None:
            hearings(cast, range(first, first + EACH))
            one_draw()

        return act

    acts = [one_draw, *(more_hearings_then_draw(1000 * at) for at in range(1, THREADS))]
    assert at_once(acts) == []
    assert at_once([one_draw]) == []

    people = Allocation.objects.values_list("perpetrator__person", flat=True)
    assert len(people) == len(set(people)) == len(made) + (THREADS - 1) * EACH
    for block in Block.objects.all():
        given = Allocation.objects.filter(block=block)
        assert sorted(given.values_list("position", flat=True)) == list(range(1, block.used + 1))
        if block.used == block.size:
            arms = Counter(given.values_list("arm", flat=True))
            assert arms[Arm.CONTROL] == 2 * arms[Arm.DRIVE]
    unfinished = [block for block in Block.objects.all() if block.used < block.size]
    assert len(unfinished) <= 1


@pytest.mark.django_db(transaction=True)
def test_one_who_waits_at_two_sites_under_two_records_is_drawn_once() -> None:
    cast = make_cast()
    for site in (cast.essex, cast.west_sussex):
        ratio(cast, site, control=1)
    pairs = [
        (hearing(cast, number), hearing(cast, 100 + number, in_west_sussex=True))
        for number in range(8)
    ]
    for here, there in pairs:
        made_one(cast, perpetrator(here), perpetrator(there))

    def at(site: Site) -> Callable[[], object]:
        return lambda: draw(
            site=site,
            recorded_until=NOW,
            by=cast.allocator,
            now=NOW,
            today=date(2017, 6, 30),
        )

    assert at_once([at(cast.essex), at(cast.west_sussex)]) == []
    roots = roots_of(Allocation.objects.values_list("perpetrator__person", flat=True))
    assert len(roots) == len(set(roots.values())) == len(pairs)
