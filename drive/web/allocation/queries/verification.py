"""Whether everything that was drawn is what the sealed seed gives, and nothing was done to it.

Before a trial is closed this runs where the keys are and says yes or no; afterwards anybody who
has the seed can derive the same.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from drive.randomisation import OpenedLists, chain, generate, in_chance_order, verify_draws
from drive.randomisation.verification import Draw
from drive.vocabulary.allocation import AllocationMethod, AllocationOrigin, Arm
from drive.web.allocation.models import (
    Allocation,
    Batch,
    DrawRecord,
    DrawUnit,
    EligibilityDecision,
    LockedHearing,
    SealedList,
    Trial,
    Withdrawal,
)
from drive.web.allocation.queries.arms import standing
from drive.web.allocation.queries.heads import heads_of
from drive.web.allocation.queries.opened import lists_of, opened_list
from drive.web.allocation.queries.sealed import arms_in, log_key_of, seed_of
from drive.web.people.queries import roots_of

Row = Mapping[str, Any]
Where = tuple[str, int, int]  # site, list, position


@dataclass(frozen=True, kw_only=True)
class Check:
    """One thing that was looked at, how many of it, and where it is not as it should be."""

    name: str
    looked_at: int
    problems: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether all of it is as it should be."""
        return not self.problems


def verify_trial(trial: Trial, *, heads: Iterable[chain.Head] = ()) -> list[Check]:
    """Check the log, the tables against the log, the lists against the seed, and every draw.

    Parameters
    ----------
    trial
        Running or closed.
    heads
        Heads that somebody outside wrote down, besides those that are kept here.
    """
    records = list(DrawRecord.objects.filter(trial=trial).order_by("number"))
    rows = [record.row for record in records]
    given = [*heads_of(trial), *heads]
    lists = lists_of(trial)
    drawn = [row for row in rows if row.get("kind") == "drawn"]
    return [
        _check("The log is whole", len(records), _broken(trial, records, given)),
        _check("Every draw stands in the log as it was made", len(drawn), _moved(trial, drawn)),
        _check("Every decision stands in the log", len(rows), _undecided(trial, rows)),
        _check("Every withdrawal stands in the log", *_withdrawn(trial, rows)),
        _check("Every list is what the seed gives", len(lists), _wrong_lists(trial, lists, rows)),
        _check("Every draw is what the seed gives", len(drawn), _wrong_draws(trial, lists, drawn)),
        _check("The salt gave everybody a place", len(drawn), _wrong_order(rows)),
        _check("Nobody was drawn twice", *_drawn_twice()),
    ]


def _check(name: str, looked_at: int, problems: Iterable[str]) -> Check:
    return Check(name=name, looked_at=looked_at, problems=tuple(problems))


def _broken(
    trial: Trial, records: Sequence[DrawRecord], heads: Sequence[chain.Head]
) -> Iterator[str]:
    links = [chain.Link(each.number, each.row, each.seal) for each in records]
    yield from chain.check(links, key=log_key_of(trial), heads=heads).problems
    first = records[0].row if records else {}
    if first.get("commitment") != trial.commitment:
        yield "The log does not begin with the commitment that was published."


def _moved(trial: Trial, drawn: Sequence[Row]) -> Iterator[str]:
    logged = {_where(row): row for row in drawn}
    units = DrawUnit.objects.filter(sealed_list__trial=trial)
    found = {
        (unit.sealed_list.site.code, unit.sealed_list.number, unit.position): unit
        for unit in units.select_related("sealed_list__site", "batch__period")
    }
    given = _Given(people=_people_of(trial), allocated=_allocated(trial))
    for where in sorted(logged.keys() | found.keys()):
        if where not in found:
            yield f"{_words(where)}: the log has a draw here, the tables have none."
        elif where not in logged:
            yield f"{_words(where)}: the tables have a draw here, the log has none."
        else:
            yield from _compared(logged[where], found[where], given)


@dataclass(frozen=True, kw_only=True)
class _Given:
    """Who was locked as which unit of a batch, and what each unit's people were allocated."""

    people: Mapping[tuple[UUID | None, int | None], set[str]]
    allocated: Mapping[UUID, dict[str, str]]


def _compared(row: Row, unit: DrawUnit, given: _Given) -> Iterator[str]:
    where = _words(_where(row))
    if (row["arm"], row["p"]) != (unit.arm, unit.p_assignment):
        yield f"{where}: the arm or its probability is not the one in the log."
    if set(row["perpetrators"]) != given.people.get((unit.batch_id, unit.number), set()):
        yield f"{where}: another perpetrator stands here than in the log."
    by_panel = unit.batch is not None and unit.batch.period.method == AllocationMethod.PANEL
    without = by_panel and unit.arm == Arm.CONTROL
    wanted = {} if without else dict.fromkeys(row["perpetrators"], unit.arm)
    if given.allocated.get(unit.pk, {}) != wanted:
        yield f"{where}: an allocation is not what was drawn."


def _people_of(trial: Trial) -> dict[tuple[UUID | None, int | None], set[str]]:
    people: dict[tuple[UUID | None, int | None], set[str]] = {}
    locked = LockedHearing.objects.filter(batch__trial=trial)
    for batch, unit, perpetrator in locked.values_list("batch", "unit", "perpetrator"):
        people.setdefault((batch, unit), set()).add(str(perpetrator))
    return people


def _allocated(trial: Trial) -> dict[UUID, dict[str, str]]:
    allocated: dict[UUID, dict[str, str]] = {}
    made = Allocation.objects.filter(unit__sealed_list__trial=trial).order_by()
    for unit, perpetrator, arm in made.values_list("unit", "perpetrator", "arm"):
        allocated.setdefault(unit, {})[str(perpetrator)] = arm
    return allocated


def _undecided(trial: Trial, rows: Sequence[Row]) -> Iterator[str]:
    logged = {
        UUID(hearing): outcome
        for row in rows
        if row.get("kind") == "decided"
        for hearing, outcome in row["hearings"].items()
    }
    made = EligibilityDecision.objects.filter(recorded_at__gte=trial.recorded_at)
    if trial.closed_at:
        made = made.filter(recorded_at__lte=trial.closed_at)
    historic = Allocation.objects.filter(origin=AllocationOrigin.HISTORIC).values("perpetrator")
    found = dict(
        made.exclude(perpetrator__in=historic, batch=None, known={}).values_list(
            "hearing", "outcome"
        )
    )
    for hearing in sorted(logged.keys() | found.keys()):
        if logged.get(hearing) != found.get(hearing):
            yield f"Hearing {hearing}: the decision is not the one in the log."


def _withdrawn(trial: Trial, rows: Sequence[Row]) -> tuple[int, list[str]]:
    logged = {row["perpetrator"]: row["reason"] for row in rows if row.get("kind") == "withdrawn"}
    made = Withdrawal.objects.filter(allocation__unit__sealed_list__trial=trial)
    found = {
        str(perpetrator): reason
        for perpetrator, reason in made.values_list("allocation__perpetrator", "reason")
    }
    people = sorted(logged.keys() | found.keys())
    return len(people), [
        f"Perpetrator {person}: the withdrawal is not the one in the log."
        for person in people
        if logged.get(person) != found.get(person)
    ]


def _wrong_lists(trial: Trial, lists: Sequence[SealedList], rows: Sequence[Row]) -> Iterator[str]:
    published = {
        (row["list"]["stratum"], row["list"]["number"]): row
        for row in rows
        if row.get("kind") == "opened"
    }
    seed = seed_of(trial)
    for each in lists:
        opened = opened_list(each)
        where = f"List {each.number} of {each.site.name}"
        row = published.pop((opened.stratum, opened.number), None)
        listed = generate(OpenedLists([opened]), seed)
        seal = listed.seals(seed)[opened.stratum, opened.number]
        if row is None or row["list"] != opened.to_dict():
            yield f"{where} is not the list that was opened."
        if not seal == each.seal == (row or {}).get("seal"):
            yield f"{where} does not bear the seal that was published."
        if arms_in(each) != [position.arm for position in listed.positions]:
            yield f"{where} does not hold what the seed gives."
    for stratum, number in sorted(published):
        yield f"List {number} of {stratum} was opened and is missing."


def _wrong_draws(trial: Trial, lists: Sequence[SealedList], drawn: Sequence[Row]) -> Iterator[str]:
    if not lists:
        return
    draws = [
        Draw(
            unit=row["unit"],
            stratum=row["site"],
            period=row["list"],
            position=row["position"],
            arm=Arm(row["arm"]),
            p_assignment=row["p"],
        )
        for row in drawn
    ]
    design = OpenedLists(opened_list(each) for each in lists)
    seed = seed_of(trial)
    yield from verify_draws(draws, design, seed, commitment=trial.commitment).problems
    used = {(draw.stratum, draw.period): draw.position for draw in draws}
    for each in lists:
        if used.get((each.site.code, each.number), 0) != each.used:
            yield f"List {each.number} of {each.site.name}: {each.used} positions are marked used."


def _wrong_order(rows: Sequence[Row]) -> Iterator[str]:
    salts = {row["batch"]: row["salt"] for row in rows if row.get("kind") == "salted"}
    units: dict[int, list[str]] = {}
    for row in rows:
        if row.get("kind") == "drawn":
            units.setdefault(row["batch"], []).append(row["unit"])
    for batch, order in units.items():
        if batch not in salts or in_chance_order(order, salts[batch].encode()) != order:
            yield f"Batch {batch}: who met which position does not follow from its salt."


def _drawn_twice() -> tuple[int, list[str]]:
    people = list(standing().order_by().values_list("perpetrator__person", flat=True))
    roots = roots_of(people)
    times = Counter(roots[person] for person in people)
    twice = sorted(root for root, number in times.items() if number > 1)
    return len(people), [f"The person {root} holds two allocations." for root in twice]


def _where(row: Row) -> Where:
    return row["site"], row["list"], row["position"]


def _words(where: Where) -> str:
    site, number, position = where
    return f"Position {position} of list {number}, {site}"


def batches_of(trial: Trial) -> list[Batch]:
    """Return the batches of a trial that were drawn, with the head that each published."""
    drawn = Batch.objects.filter(trial=trial, drawn_at__isnull=False).select_related("site")
    return list(drawn.order_by("head_number"))
