"""The draw: who may be drawn is decided and the arms are given in one locked transaction."""

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from drive.randomisation import next_block
from drive.randomisation.entropy import stream
from drive.vocabulary.allocation import AllocationOrigin, AllocationOutcome, Arm
from drive.web.accounts.models import User
from drive.web.allocation.actions.deciding import open_doors, write_decisions
from drive.web.allocation.exceptions import NoRatio
from drive.web.allocation.models import Allocation, Block, DesignPeriod, EligibilityDecision
from drive.web.allocation.queries import periods_of
from drive.web.allocation.rules import Door, period_in_force
from drive.web.audit.actions import record_change
from drive.web.core.sealing import seal_field, unseal_field
from drive.web.organisations.models import Site
from drive.web.people.actions import follow_up_each_from

COMPARTMENT = "randomisation"


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """What one draw did: every decision, and the allocations among them."""

    decisions: list[EligibilityDecision]
    allocations: list[Allocation]


@transaction.atomic
def draw(
    *,
    site: Site,
    recorded_until: datetime,
    by: User,
    now: datetime,
    today: date,
    mark: str | None = None,
) -> Drawn:
    """Decide on the hearings of a site that were recorded until a moment, and draw.

    Nothing is decided on a hearing while it is open who its perpetrator is: it waits, without a
    row of its own. `mark` is that of the hearings that a page showed.

    Raises
    ------
    NoRatio
        If no ratio is set for the site.
    NothingToDraw
        If no hearing waits that can be decided on; somebody else may have drawn a moment ago.
    WaitingChanged
        If others wait now than those that were shown.
    """
    Site.objects.select_for_update().get(pk=site.pk)
    periods = periods_of(site)
    if not periods:
        raise NoRatio(f"Set the ratio of {site.name} first: there is nothing to draw with.")
    doors = open_doors(site, recorded_until, mark=mark, today=today)
    decisions = write_decisions(doors, by=by, now=now)
    drawn = [door for door in doors if door.eligibility.may_be_drawn]
    allocations = _allocate(drawn, periods, by=by, now=now, today=today)
    _follow_up(doors, today)
    record_change("allocation.draw", *decisions, by=by, now=now)
    return Drawn(decisions=decisions, allocations=allocations)


def _allocate(
    doors: Sequence[Door],
    periods: Sequence[DesignPeriod],
    *,
    by: User,
    now: datetime,
    today: date,
) -> list[Allocation]:
    by_start = {period.starts_on: period for period in periods}
    allocations = []
    for start, period in by_start.items():
        of_period = [
            door.waiting.perpetrator
            for door in doors
            if period_in_force(by_start, door.waiting.heard_on) == start
        ]
        places = _places(period, len(of_period), by=by, now=now)
        for perpetrator_id, place in zip(_in_chance_order(of_period), places, strict=True):
            allocations.append(
                Allocation(
                    perpetrator_id=perpetrator_id,
                    arm=place.arm,
                    allocated_on=today,
                    origin=AllocationOrigin.DRAWN,
                    p_assignment=period.p_assignment,
                    block=place.block,
                    position=place.position,
                    recorded_at=now,
                    recorded_by=by,
                )
            )
    return Allocation.objects.bulk_create(allocations)


def _in_chance_order(perpetrators: Sequence[UUID]) -> list[UUID]:
    # Who meets which position is left to a salt made after the batch is locked, so that nobody
    # who orders a list can choose.
    salt = os.urandom(32)
    return sorted(perpetrators, key=lambda key: hashlib.sha256(salt + key.bytes).digest())


@dataclass(frozen=True, kw_only=True)
class _Place:
    """One position of a block, opened."""

    block: Block
    position: int
    arm: Arm


def _places(period: DesignPeriod, number: int, *, by: User, now: datetime) -> list[_Place]:
    """Open the next positions of a period, making a block whenever one is used up."""
    places: list[_Place] = []
    while len(places) < number:
        block = _current_block(period) or _new_block(period, by=by, now=now)
        arms = json.loads(unseal_field(block, "sealed_arms", compartment=COMPARTMENT))
        opened = range(block.used, min(block.used + number - len(places), block.size))
        places += [_Place(block=block, position=at + 1, arm=Arm(arms[at])) for at in opened]
        block.used = opened.stop
        block.save(update_fields=["used"])
    return places


def _current_block(period: DesignPeriod) -> Block | None:
    blocks = Block.objects.select_for_update().filter(period=period).order_by("-number")
    latest = blocks.first()
    return latest if latest and latest.used < latest.size else None


def _new_block(period: DesignPeriod, *, by: User, now: datetime) -> Block:
    latest = Block.objects.filter(site=period.site_id).order_by("-number").first()
    number = latest.number + 1 if latest else 1
    chance = stream(os.urandom(32), str(period.pk), number)
    made = next_block(chance, (period.drive_share, period.control_share), period.block_multiples)
    block = Block(
        period=period,
        site_id=period.site_id,
        number=number,
        size=made.size,
        recorded_at=now,
        recorded_by=by,
    )
    seal_field(block, "sealed_arms", json.dumps(made.arms), compartment=COMPARTMENT)
    block.save(force_insert=True)
    return block


def _follow_up(doors: Sequence[Door], today: date) -> None:
    """Follow up every dyad of the hearings decided on from today on: the same in both arms."""
    decided = (AllocationOutcome.EXCLUDED_ALREADY_ALLOCATED, None)
    follow_up_each_from(
        {door.waiting.perpetrator: today for door in doors if door.eligibility.outcome in decided}
    )
