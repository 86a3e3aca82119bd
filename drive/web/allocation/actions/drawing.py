"""The draw of a locked batch: the salt settles who meets which position, in one transaction."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.randomisation import in_chance_order
from drive.vocabulary.allocation import (
    AllocationMethod,
    AllocationOrigin,
    AllocationOutcome,
    Arm,
    SaltSource,
)
from drive.web.accounts.models import User
from drive.web.allocation.actions.deciding import lock_people, write_decisions
from drive.web.allocation.actions.lists import Place, take, take_all
from drive.web.allocation.actions.locking import free, state_of
from drive.web.allocation.actions.log import append
from drive.web.allocation.exceptions import BatchSettled, NotASecondPerson, SaltRefused
from drive.web.allocation.models import (
    Allocation,
    Batch,
    DrawUnit,
    EligibilityDecision,
    LockedHearing,
)
from drive.web.allocation.queries import as_waiting, doors_of
from drive.web.allocation.rules import (
    SHORTEST_SALT,
    Door,
    may_use_system_entropy,
    name_of,
    units_of,
)
from drive.web.audit.actions import record_change
from drive.web.core.dates import LONDON
from drive.web.organisations.models import Site
from drive.web.people.actions import follow_up_each_from
from drive.web.referrals.models import MaracHearing

Unit = Sequence[Door]


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """What one draw did. Nobody was drawn if the batch had to be released instead."""

    batch: Batch
    decisions: list[EligibilityDecision]
    allocations: list[Allocation]


@transaction.atomic
def draw(*, batch: Batch, salt: str | None, by: User, now: datetime, today: date) -> Drawn:
    """Draw a locked batch with the salt of a second person, or with the system's own entropy.

    Everything is looked at again first: if since the lock a question arose about somebody, or he
    was drawn elsewhere, the batch is released and nobody is drawn.

    Parameters
    ----------
    salt
        What the second person entered; None for system entropy, after a working day.

    Raises
    ------
    BatchSettled
        If the batch was drawn or released already.
    NotASecondPerson
        If the salt is entered by whoever locked the batch.
    SaltRefused
        If it is too short, or a second person was not waited for.
    """
    Site.objects.select_for_update().get(pk=batch.site_id)
    batch = (
        Batch.objects.select_for_update(of=("self",))
        .select_related("site", "period", "trial", "lottery__site")
        .get(pk=batch.pk)
    )
    source = _check_salt(batch, salt, by, today)
    lock_people(batch.site)
    entries = list(LockedHearing.objects.filter(batch=batch))
    units = _units_now(batch, entries, today)
    if state_of(units) != batch.mark:
        reason = (
            "Since the lock it was asked or settled who somebody is, or he was drawn elsewhere."
        )
        free(batch, reason=reason, by=by, now=now)
        return Drawn(batch=batch, decisions=[], allocations=[])
    batch.salt, batch.salt_source = salt or os.urandom(16).hex(), source
    return _carry_out(batch, units, entries, by=by, now=now, today=today)


def _check_salt(batch: Batch, salt: str | None, by: User, today: date) -> SaltSource:
    if not batch.is_open:
        raise BatchSettled("This batch was drawn or released already.")
    if salt is None:
        if not may_use_system_entropy(batch.recorded_at.astimezone(LONDON).date(), today):
            raise SaltRefused(
                "A second person has until the end of the next working day to enter the salt. "
                "Only then may the draw go on without one."
            )
        return SaltSource.SYSTEM
    if by.pk == batch.recorded_by_id:
        raise NotASecondPerson(
            "You locked this batch, so somebody else enters the salt. That is why nobody can "
            "choose who meets which position."
        )
    if len(salt) < SHORTEST_SALT:
        raise SaltRefused(f"Enter {SHORTEST_SALT} characters or more.", field="salt")
    return SaltSource.SECOND_PERSON


def _units_now(batch: Batch, entries: Sequence[LockedHearing], today: date) -> list[list[Door]]:
    hearings = MaracHearing.objects.filter(pk__in=[entry.hearing_id for entry in entries])
    return units_of(doors_of(batch.site, as_waiting(hearings), today=today))


def _carry_out(
    batch: Batch,
    units: Sequence[Unit],
    entries: Sequence[LockedHearing],
    *,
    by: User,
    now: datetime,
    today: date,
) -> Drawn:
    known = {entry.hearing_id: entry.known for entry in entries}
    placed = _place(batch, units, by=by, now=now)
    without = _without_a_place(batch, placed)
    doors = [door for unit in units for door in unit]
    decisions = write_decisions(
        doors,
        trial=batch.trial,
        known=known,
        batch=batch,
        by=by,
        now=now,
        instead=dict.fromkeys(without, AllocationOutcome.NOT_DRAWN),
    )
    DrawUnit.objects.bulk_create(unit for _, unit in placed)
    allocations = Allocation.objects.bulk_create(
        _allocation(door, unit, by=by, now=now, today=today)
        for doors_of_unit, unit in placed
        for door in doors_of_unit
        if door.waiting.hearing not in without
    )
    follow_up_each_from({door.waiting.perpetrator: today for door in doors})
    head = append(batch.trial, _rows(batch, placed, now))
    batch.drawn_at, batch.drawn_by = now, by
    batch.head_number, batch.head_seal = head.count, head.seal
    batch.save(
        update_fields=["salt", "salt_source", "drawn_at", "drawn_by", "head_number", "head_seal"]
    )
    LockedHearing.objects.filter(batch=batch).update(is_live=False)
    record_change("allocation.draw", batch, *decisions, by=by, now=now)
    return Drawn(batch=batch, decisions=decisions, allocations=allocations)


def _without_a_place(batch: Batch, placed: Sequence[tuple[Unit, DrawUnit]]) -> set[UUID]:
    """Return the hearings that a service's lottery left without a place: they have no arm."""
    if batch.period.method != AllocationMethod.PANEL:
        return set()
    return {
        door.waiting.hearing for doors, unit in placed if unit.arm == Arm.CONTROL for door in doors
    }


def _place(
    batch: Batch, units: Sequence[Unit], *, by: User, now: datetime
) -> list[tuple[Unit, DrawUnit]]:
    """Return each unit with what it draws, in the order that the salt gives."""
    numbers = {name_of(unit): number for number, unit in enumerate(units, start=1)}
    by_name: Mapping[str, Unit] = {name_of(unit): unit for unit in units}
    order = in_chance_order(by_name, batch.salt.encode())
    places = _places(batch, len(units), by=by, now=now)
    return [
        (
            by_name[name],
            DrawUnit(
                batch=batch,
                number=numbers[name],
                sealed_list=place.sealed_list,
                position=place.position,
                arm=place.arm,
                p_assignment=place.p_assignment,
                recorded_at=now,
                recorded_by=by,
            ),
        )
        for name, place in zip(order, places, strict=True)
    ]


def _places(batch: Batch, number: int, *, by: User, now: datetime) -> list[Place]:
    if batch.lottery is not None:
        return take_all(batch.lottery)
    return take(batch.period, batch.trial, number, by=by, now=now)


def _allocation(door: Door, unit: DrawUnit, *, by: User, now: datetime, today: date) -> Allocation:
    return Allocation(
        perpetrator_id=door.waiting.perpetrator,
        arm=Arm(unit.arm),
        allocated_on=today,
        origin=_origin(unit),
        p_assignment=unit.p_assignment,
        unit=unit,
        recorded_at=now,
        recorded_by=by,
    )


def _origin(unit: DrawUnit) -> AllocationOrigin:
    by_panel = unit.batch is not None and unit.batch.period.method == AllocationMethod.PANEL
    return AllocationOrigin.LOTTERY if by_panel else AllocationOrigin.DRAWN


def _rows(
    batch: Batch, placed: Sequence[tuple[Unit, DrawUnit]], now: datetime
) -> list[dict[str, object]]:
    """Return what the log says of a draw: the salt, and each unit with its position and arm."""
    salted = {
        "kind": "salted",
        "batch": batch.number,
        "salt": batch.salt,
        "source": batch.salt_source,
        "at": now.isoformat(),
    }
    return [salted, *(_row(batch, doors, unit, now) for doors, unit in placed)]


def _row(batch: Batch, doors: Unit, unit: DrawUnit, now: datetime) -> dict[str, object]:
    return {
        "kind": "drawn",
        "batch": batch.number,
        "unit": name_of(doors),
        "perpetrators": [str(door.waiting.perpetrator) for door in doors],
        "site": batch.site.code,
        "list": unit.sealed_list.number,
        "position": unit.position,
        "arm": str(unit.arm),
        "p": unit.p_assignment,
        "at": now.isoformat(),
    }
