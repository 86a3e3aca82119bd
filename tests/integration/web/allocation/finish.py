"""Who is in a race, and whether everybody came out of it with one allocation of the seed."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import groupby
from uuid import UUID

from drive.randomisation import generate
from drive.vocabulary.allocation import Arm
from drive.web.allocation import queries
from drive.web.allocation.actions import release
from drive.web.allocation.exceptions import NothingToDraw
from drive.web.allocation.models import (
    Allocation,
    Batch,
    DrawRecord,
    DrawUnit,
    EligibilityDecision,
    SealedList,
    Trial,
)
from drive.web.allocation.queries.sealed import seed_of
from drive.web.audit.models import Event
from drive.web.people.queries import roots_of
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW, Cast
from tests.factories.allocation import drawn, ratio, salted
from tests.factories.merges import made_one, perpetrator
from tests.factories.referrals import hearings

IN_WEST_SUSSEX = 10_000
FEW = 3


def line_up(cast: Cast, number: int, *, drawn_before: int = 0) -> list[UUID]:
    """Record the hearings of a race at two sites, and set the designs of both.

    Among them are co-perpetrators, and human beings who stand on record twice: some at one site,
    some at both.

    Parameters
    ----------
    number
        Hearings; a quarter of them in West Sussex.
    drawn_before
        How many more perpetrators of Essex were drawn already.
    """
    ratio(cast, control=1)
    ratio(cast, cast.west_sussex, control=2)
    if drawn_before:
        hearings(cast, range(2000, 2000 + drawn_before))
        drawn(cast)
    together = [
        each
        for pair in range(FEW)
        for each in hearings(cast, range(1000 + 2 * pair, 1002 + 2 * pair), victim_survivor=pair)
    ]
    there = range(IN_WEST_SUSSEX, IN_WEST_SUSSEX + number // 4)
    essex = hearings(cast, range(100, 100 + number - len(together) - len(there)))
    sussex = hearings(cast, there, in_west_sussex=True)
    for at in range(FEW):
        made_one(cast, perpetrator(essex[2 * at]), perpetrator(essex[2 * at + 1]))
        made_one(cast, perpetrator(essex[-1 - at]), perpetrator(sussex[at]))
    return _mixed([*together, *essex], sussex)


def _mixed(some: list[MaracHearing], others: list[MaracHearing]) -> list[UUID]:
    """Return the keys of both, spread evenly."""
    spread = [(at / len(part), part[at].pk) for part in (some, others) for at in range(len(part))]
    return [key for _, key in sorted(spread)]


def settle(cast: Cast) -> int:
    """Draw or release what a kill left locked and draw whoever waits; return how many batches."""
    left = list(Batch.objects.filter(drawn_at=None, released_at=None))
    for number, batch in enumerate(left):
        if number % 2:
            release(batch=batch, reason="nobody came", by=cast.allocator, now=NOW)
        else:
            salted(cast, batch)
    for site in (cast.essex, cast.west_sussex):
        with suppress(NothingToDraw):
            drawn(cast, site)
    return len(left)


def faults() -> list[str]:
    """Return whatever is not as it must be when all requests are made."""
    trial = Trial.objects.get()
    return [
        *_faults_of_people(),
        *_faults_of_lists(),
        *_faults_of_blocks(trial),
        *_faults_of_batches(trial),
        *(words for check in queries.verify_trial(trial) for words in check.problems),
    ]


def _faults_of_people() -> Iterator[str]:
    heard = MaracHearing.objects.values_list("pk", "dyad__perpetrator__person")
    roots = roots_of(person for _, person in heard)
    standing = Counter(
        roots[person] for person in Allocation.objects.values_list("perpetrator__person", flat=True)
    )
    for person in set(roots.values()):
        if standing[person] != 1:
            yield f"{person} has {standing[person]} allocations."
    undecided = {hearing for hearing, _ in heard} - set(
        EligibilityDecision.objects.values_list("hearing", flat=True)
    )
    yield from (f"Hearing {hearing} was not decided on." for hearing in undecided)


def _faults_of_lists() -> Iterator[str]:
    for each in SealedList.objects.all():
        positions = list(each.units.order_by("position").values_list("position", flat=True))
        if positions != list(range(1, each.used + 1)):
            yield f"List {each.number} of {each.site.code} has a gap or gave a position twice."


def _faults_of_blocks(trial: Trial) -> Iterator[str]:
    """Count the arms of each block that was used up, as the seed cuts the lists into blocks."""
    arms = {
        (unit.sealed_list.site.code, unit.sealed_list.number, unit.position): unit.arm
        for unit in DrawUnit.objects.select_related("sealed_list__site")
    }
    derived = generate(queries.design_of(trial), seed_of(trial)).positions
    complete = 0
    for name, block in groupby(derived, key=lambda each: (each.stratum, each.period, each.block)):
        places = list(block)
        met = [arms.get((each.stratum, each.period, each.position)) for each in places]
        if None in met or len(places) < places[0].block_size:
            continue
        complete += 1
        if met.count(Arm.DRIVE) != round(places[0].block_size * places[0].p_assignment):
            yield f"Block {name} is not balanced."
    if not complete:
        yield "No block was used up, so nothing was seen of their balance."


def _faults_of_batches(trial: Trial) -> Iterator[str]:
    records = list(DrawRecord.objects.filter(trial=trial).values_list("number", flat=True))
    if not records or records != list(range(1, trial.head_number + 1)):
        yield f"The log has {len(records)} rows and says {trial.head_number}."
    numbers = sorted(Batch.objects.values_list("number", flat=True))
    if numbers != list(range(1, len(numbers) + 1)):
        yield "A batch is missing, or two have one number."
    drawn_batches = Batch.objects.filter(drawn_at__isnull=False).count()
    events = Event.objects.filter(action="allocation.draw").count()
    if events != drawn_batches:
        yield f"{drawn_batches} batches were drawn, and the audit speaks of {events}."
    if Batch.objects.filter(drawn_at=None, released_at=None).exists():
        yield "A batch is still open."
