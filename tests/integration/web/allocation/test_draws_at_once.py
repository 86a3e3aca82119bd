"""Several people draw at one moment: each perpetrator is allocated once, each block is exact."""

import threading
from collections.abc import Callable
from contextlib import suppress

import pytest
from django.db import connection

from drive.web.allocation import queries
from drive.web.allocation.exceptions import BatchSettled, NothingToDraw
from drive.web.allocation.models import Allocation, SealedList, Trial
from drive.web.organisations.models import Site
from drive.web.people.queries import roots_of
from tests.cast import Cast, make_cast
from tests.factories.allocation import drawn, ratio
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
            with suppress(NothingToDraw, BatchSettled):
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


def draw_all(cast: Cast, site: Site | None = None) -> Callable[[], object]:
    return lambda: drawn(cast, site)


@pytest.mark.django_db(transaction=True)
def test_threads_that_draw_at_once_never_share_a_position_or_a_person() -> None:
    cast = make_cast()
    ratio(cast, control=2)
    made = hearings(cast, range(THREADS * EACH))

    def more_hearings_then_draw(first: int) -> Callable[[], None]:
        def act() -> None:
            hearings(cast, range(first, first + EACH))
            drawn(cast)

        return act

    acts = [draw_all(cast), *(more_hearings_then_draw(1000 * at) for at in range(1, THREADS))]
    assert at_once(acts) == []
    assert at_once([draw_all(cast)]) == []

    people = Allocation.objects.values_list("perpetrator__person", flat=True)
    assert len(people) == len(set(people)) == len(made) + (THREADS - 1) * EACH
    for sealed in SealedList.objects.all():
        positions = sealed.units.order_by("position").values_list("position", flat=True)
        assert list(positions) == list(range(1, sealed.used + 1))
    checks = queries.verify_trial(Trial.objects.get())
    assert [words for check in checks for words in check.problems] == []


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

    acts = [draw_all(cast, site) for site in (cast.essex, cast.west_sussex)]
    assert at_once(acts) == []
    at_once(acts)  # whoever was in a batch that had to be released waits again
    roots = roots_of(Allocation.objects.values_list("perpetrator__person", flat=True))
    assert len(roots) == len(set(roots.values())) == len(pairs)
