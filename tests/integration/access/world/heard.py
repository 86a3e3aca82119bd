"""Heard and drawn."""

from __future__ import annotations

from datetime import date

from drive.vocabulary.allocation import Arm
from drive.web.allocation.actions import HistoricAllocation, import_historic
from drive.web.allocation.models import Allocation
from drive.web.people.actions import TypedPerson
from drive.web.referrals.actions import (
    NewHearing,
    ReferredPerson,
    record_hearings,
)
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW, Cast
from tests.factories.referrals import core_data, take_for_compared
from tests.integration.access.world.numbers import (
    ALLOCATED,
    ALLOCATED_ON,
    CONTROL,
    HEARD_ON,
    IN_SUSSEX,
)


def _person(role: str, number: int) -> ReferredPerson:
    born_on = date(1970 if role == "His" else 1990, 1 + number % 12, number)
    return ReferredPerson(
        typed=TypedPerson(
            forename=f"{role}forename{number}",
            surname=f"{role}surname{number}",
            date_of_birth=born_on,
            synthetic=True,
        ),
        address=f"1 {role}street{number}",
        postcode=f"ZZ{number} 1AA",
        telephone=f"07700900{number}",
    )


def record(cast: Cast, numbers: list[int], *, heard_on: date = HEARD_ON) -> dict[int, MaracHearing]:
    rows = [
        NewHearing(
            marac=cast.west_sussex_marac if number in IN_SUSSEX else cast.essex_marac,
            heard_on=heard_on,
            perpetrator=_person("His", number),
            victim_survivor=_person("Her", number),
            answers=core_data(relationship="ex_partner"),
        )
        for number in numbers
    ]
    made = record_hearings(hearings=rows, source="a list", by=cast.allocator, now=NOW)
    take_for_compared(made)
    return dict(zip(numbers, made, strict=True))


def allocated(cast: Cast, hearings: dict[int, MaracHearing]) -> dict[int, Allocation]:
    rows = [
        HistoricAllocation(
            hearing=hearings[number],
            arm=Arm.CONTROL if number == CONTROL else Arm.DRIVE,
            allocated_on=ALLOCATED_ON,
        )
        for number in ALLOCATED
    ]
    made = import_historic(rows=rows, by=cast.allocator, now=NOW)
    return dict(zip(ALLOCATED, made, strict=True))
