"""Many cases and notes, as copies of one that walked the real actions: for counting and timing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from itertools import islice
from typing import Any
from uuid import uuid4

from django.db import models

from drive.vocabulary.casework import ActivityCode, WorkMode
from drive.web.accounts.models import User
from drive.web.allocation.models import Allocation
from drive.web.casework.models import (
    ActivityTag,
    CaseAssignment,
    CaseNote,
    CaseStateChange,
    DriveCase,
)
from drive.web.people.models import Dyad, Holder, Perpetrator, Person, VictimSurvivor

AT_ONCE = 2_000


def copied(row: models.Model, **changes: Any) -> Any:
    """Return a row like another, under a key of its own; it is not saved."""
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return type(row)(**values | {"id": uuid4()} | changes)


def copies_of(case: DriveCase, count: int, *, case_manager: User | None = None) -> list[DriveCase]:
    """Make cases like one, each about people of its own, held by the same or another person."""
    made: dict[type, list[Any]] = {}
    for number in range(count):
        for row in _copy(case, f"ZZ-{_taken():04}", case_manager, number):
            made.setdefault(type(row), []).append(row)
    for model in _ORDER:
        model._default_manager.bulk_create(made.get(model, []), batch_size=AT_ONCE)
    return made.get(DriveCase, [])


_ORDER = (
    Person,
    Perpetrator,
    VictimSurvivor,
    Dyad,
    Holder,
    Allocation,
    DriveCase,
    CaseStateChange,
    CaseAssignment,
)
_numbers: Iterator[int] = iter(range(1, 10_000_000))


def _taken() -> int:
    return next(_numbers)


def _copy(
    case: DriveCase, reference: str, case_manager: User | None, number: int
) -> Iterable[models.Model]:
    person = copied(case.perpetrator.person, surname=f"Copy {number}")
    perpetrator = copied(case.perpetrator, person_id=person.pk)
    allocation = copied(case.allocation, perpetrator_id=perpetrator.pk)
    twin = copied(
        case, reference=reference, perpetrator_id=perpetrator.pk, allocation_id=allocation.pk
    )
    yield from (person, perpetrator, allocation, twin)
    for dyad in Dyad.objects.filter(perpetrator=case.perpetrator_id):
        yield from _pair(dyad, perpetrator, twin)
    for step in case.state_changes.all():
        yield copied(step, drive_case_id=twin.pk)
    for held in case.assignments.filter(ended_at=None):
        of_manager = case_manager is not None and held.capacity == "case_manager"
        user = case_manager.pk if of_manager and case_manager else held.user_id
        yield copied(held, drive_case_id=twin.pk, user_id=user)


def _pair(dyad: Dyad, perpetrator: Perpetrator, case: DriveCase) -> Iterable[models.Model]:
    person = copied(dyad.victim_survivor.person)
    survivor = copied(dyad.victim_survivor, person_id=person.pk)
    pair = copied(dyad, perpetrator_id=perpetrator.pk, victim_survivor_id=survivor.pk)
    yield from (person, survivor, pair)
    for holder in Holder.objects.filter(dyad=dyad, ended_at=None):
        yield copied(holder, dyad_id=pair.pk, on_behalf_of=case.pk)


def notes_like(note: CaseNote, cases: Iterable[DriveCase], each: int) -> int:
    """Write notes like one on each of some cases, on different days; return how many."""
    return _saved(
        CaseNote,
        (
            copied(
                note, drive_case_id=case.pk, happened_on=note.happened_on - timedelta(days=number)
            )
            for case in cases
            for number in range(each)
        ),
        after=lambda rows: ActivityTag.objects.bulk_create(
            ActivityTag(note=row, activity=ActivityCode.MEETING, mode=WorkMode.INDIRECT)
            for row in rows
        ),
    )


def _saved(
    model: type[models.Model],
    rows: Iterator[Any],
    *,
    after: Callable[[list[Any]], object],
) -> int:
    total = 0
    while batch := list(islice(rows, AT_ONCE)):
        model._default_manager.bulk_create(batch)
        after(batch)
        total += len(batch)
    return total
