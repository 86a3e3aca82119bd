"""The draw: how many a second, beside a bare insert on the same database.

Each database is made for this and thrown away. Most of the hearings decided on before are copies:
a draw finds as many rows as it would, and they take seconds to make.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count, cycle
from statistics import median
from time import perf_counter, process_time
from typing import Any

from bench.databases import begin, on_each

DECIDED = (100, 1_000, 10_000)
BATCHES = (1, 10, 100)
ROUNDS = 5
INSERTS = 50
DRAWN_FIRST = 50


def comparisons() -> dict[str, dict[str, Callable[[], object]]]:
    """Print the figures: a draw needs a hearing that waits, so it is not repeated in rounds."""
    on_each("draws")
    return {}


def measure_here() -> None:
    """Measure on the database that the environment names, which must be empty."""
    begin()
    from django.db import connection

    from tests.cast import make_cast
    from tests.factories.allocation import drawn, ratio

    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bare (number integer PRIMARY KEY, words text NOT NULL)")
    cast = make_cast()
    ratio(cast, control=2)
    numbers, bare = count(1), count(1)
    _hearings(cast, DRAWN_FIRST, numbers)
    drawn(cast)
    for decided in DECIDED:
        _copy(decided - _decided())
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        _print_rounds(connection.vendor, _rounds(cast, numbers, bare))


def _decided() -> int:
    from drive.web.allocation.models import EligibilityDecision

    return EligibilityDecision.objects.count()


def _copy(number: int) -> None:
    """Copy hearings that were decided on, with their people and their arms."""
    from drive.vocabulary.allocation import AllocationOrigin
    from drive.web.allocation.models import Allocation, EligibilityDecision
    from drive.web.people.models import Dyad, Perpetrator, Person, VictimSurvivor
    from drive.web.referrals.models import MaracHearing
    from tests.factories.many import copied

    models = (
        *(Person, Perpetrator, VictimSurvivor, Dyad),
        *(MaracHearing, EligibilityDecision, Allocation),
    )
    made: dict[Any, list[Any]] = {model: [] for model in models}

    def another(row: Any, **changes: Any) -> Any:
        made[type(row)].append(copied(row, **changes))
        return made[type(row)][-1]

    held = Allocation.objects.filter(origin=AllocationOrigin.DRAWN)[:DRAWN_FIRST]
    for allocation, _ in zip(cycle(held), range(number), strict=False):
        decision = EligibilityDecision.objects.get(perpetrator=allocation.perpetrator)
        dyad = decision.hearing.dyad
        him = another(dyad.perpetrator, person_id=another(dyad.perpetrator.person).pk)
        her = another(dyad.victim_survivor, person_id=another(dyad.victim_survivor.person).pk)
        pair = another(dyad, perpetrator_id=him.pk, victim_survivor_id=her.pk)
        heard = another(decision.hearing, dyad_id=pair.pk)
        another(decision, hearing_id=heard.pk, perpetrator_id=him.pk)
        historic = {"origin": AllocationOrigin.HISTORIC, "unit_id": None}
        another(allocation, perpetrator_id=him.pk, **historic)
    for model, rows in made.items():
        model.objects.bulk_create(rows, batch_size=500)


@dataclass(frozen=True)
class Taken:
    """What one batch, or one bare insert, took: seconds, and those that this process worked."""

    seconds: float
    worked: float


def _rounds(cast: Any, numbers: Iterator[int], bare: Iterator[int]) -> dict[int, list[Taken]]:
    """Return what each round took: one bare insert (under 0), and a batch of each size."""
    from tests.factories.allocation import locked, salted

    def lock_and_draw() -> None:
        batch = locked(cast).batch
        if batch is None:
            raise RuntimeError("Nobody was locked.")
        salted(cast, batch)

    taken: dict[int, list[Taken]] = {size: [] for size in (0, *BATCHES)}
    for _ in range(ROUNDS):
        inserts = _taken(lambda: _insert_bare(bare))
        taken[0].append(Taken(inserts.seconds / INSERTS, inserts.worked / INSERTS))
        for size in BATCHES:
            _hearings(cast, size, numbers)
            taken[size].append(_taken(lock_and_draw))
    return taken


def _taken(way: Callable[[], object]) -> Taken:
    began, worked = perf_counter(), process_time()
    way()
    return Taken(perf_counter() - began, process_time() - worked)


def _insert_bare(bare: Iterator[int]) -> None:
    from django.db import connection, transaction

    for _ in range(INSERTS):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("INSERT INTO bare VALUES (%s, %s)", [next(bare), "as a draw would"])


def _hearings(cast: Any, number: int, numbers: Iterator[int]) -> None:
    from tests.factories.referrals import hearings

    first = next(numbers)
    hearings(cast, range(first, first + number))
    for _ in range(number - 1):
        next(numbers)


def _print_rounds(vendor: str, taken: dict[int, list[Taken]]) -> None:
    decided = _decided()
    made = ROUNDS * sum(BATCHES)
    inserts = taken.pop(0)
    print(f"\ndraws: {vendor}, {decided - made:,} to {decided:,} hearings decided on")
    print(f"  {1 / median(each.seconds for each in inserts):9,.0f} bare inserts a second")
    for size, batches in taken.items():
        a_second = size / median(each.seconds for each in batches)
        # Each round by its own inserts, so that a busy moment counts for neither.
        beside = zip(inserts, batches, strict=True)
        ratio = median(insert.seconds * size / each.seconds for insert, each in beside)
        worked = median(each.worked for each in batches)
        print(
            f"  {a_second:9,.1f} draws a second, {ratio:.4f} x the inserts, in batches of {size}: "
            f"{worked * 1000:,.0f} ms of this process's own work to lock and draw one",
            flush=True,
        )
