"""The unit of the draw: one perpetrator, or the co-perpetrators of one hearing."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain
from uuid import UUID

from drive.web.allocation.rules.doors import Door


def units_of(doors: Iterable[Door]) -> list[list[Door]]:
    """Return those who may be drawn as units: co-perpetrators of one hearing draw one arm.

    A perpetrator is in one unit only; whoever has an arm already is in none. Units are in the
    order of their first hearing.
    """
    units: list[list[Door]] = []
    for door in doors:
        if not door.eligibility.may_be_drawn:
            continue
        joined = [unit for unit in units if any(_together(door, each) for each in unit)]
        rest = [unit for unit in units if unit not in joined]
        units = [*rest, sorted([door, *chain.from_iterable(joined)], key=_order)]
    return sorted(units, key=lambda unit: _order(unit[0]))


def name_of(unit: Sequence[Door]) -> str:
    """Return the name under which a unit is drawn: the key of its first hearing."""
    return unit[0].waiting.hearing.hex


def companions(doors: Iterable[Door]) -> dict[UUID, datetime]:
    """Return the hearings that wait with a held co-perpetrator, and since when he is held."""
    doors = list(doors)
    waits: dict[tuple[UUID, UUID], datetime] = {}
    for each in (door.waiting for door in doors if door.is_held):
        if each.held_since:
            waits[each.discussion] = min(
                each.held_since, waits.get(each.discussion, each.held_since)
            )
    return {
        door.waiting.hearing: waits[door.waiting.discussion]
        for door in doors
        if door.eligibility.may_be_drawn and door.waiting.discussion in waits
    }


def _together(one: Door, other: Door) -> bool:
    return one.waiting.discussion == other.waiting.discussion


def _order(door: Door) -> tuple[object, ...]:
    return door.waiting.heard_on, door.waiting.hearing
