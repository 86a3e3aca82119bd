"""Designs and allocations made by walking the real actions."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from drive.vocabulary.allocation import AllocationMethod, Arm
from drive.web.allocation.actions import (
    Asked,
    Chosen,
    Drawn,
    HistoricAllocation,
    Locked,
    activate,
    draw,
    import_historic,
    lock,
    set_design,
)
from drive.web.allocation.exceptions import NothingToDraw
from drive.web.allocation.models import Allocation, Batch, DesignPeriod, EligibilityDecision, Trial
from drive.web.organisations.models import Site
from tests.cast import NOW, Cast
from tests.factories.referrals import HEARD_ON, hearing

BEGAN_ON = date(2016, 4, 1)
TODAY = NOW.date()


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What several batches led to."""

    decisions: list[EligibilityDecision]
    allocations: list[Allocation]


SALT = "three dice: 4 1 6 2 5"


def trial(cast: Cast) -> Trial:
    """Return the trial that runs, activated now if none did."""
    running = Trial.objects.filter(closed_at=None).first()
    return running or activate(by=cast.allocator, now=NOW)


def design(
    cast: Cast, chosen: Chosen, site: Site | None = None, *, starts_on: date = BEGAN_ON
) -> DesignPeriod:
    """Set a design; before any hearing is recorded."""
    trial(cast)
    return set_design(
        site=site or cast.essex, starts_on=starts_on, chosen=chosen, by=cast.allocator, now=NOW
    )


def ratio(
    cast: Cast, site: Site | None = None, *, starts_on: date = BEGAN_ON, control: int = 8
) -> DesignPeriod:
    """Set a ratio; before any hearing is recorded."""
    return design(cast, Chosen(ratio=(1, control)), site, starts_on=starts_on)


def lottery(cast: Cast, site: Site | None = None, *, starts_on: date = BEGAN_ON) -> DesignPeriod:
    """Let the free places decide from a day on."""
    chosen = Chosen(method=AllocationMethod.LOTTERY)
    return design(cast, chosen, site, starts_on=starts_on)


def locked(cast: Cast, site: Site | None = None, *, today: date = TODAY, **asked: object) -> Locked:
    """Lock a batch, as the allocator does."""
    wanted = Asked(**asked)  # type: ignore[arg-type]
    return lock(site=site or cast.essex, asked=wanted, by=cast.allocator, now=NOW, today=today)


def salted(cast: Cast, batch: Batch, *, salt: str = SALT, today: date = TODAY) -> Drawn:
    """Draw a locked batch with the salt of a second person."""
    return draw(batch=batch, salt=salt, by=cast.second_allocator, now=NOW, today=today)


def drawn(cast: Cast, site: Site | None = None, **asked: Any) -> Outcome:
    """Lock and draw until nothing waits, and return all that came of it.

    Raises
    ------
    NothingToDraw
        If nothing waited to begin with.
    """
    decisions: list[EligibilityDecision] = []
    allocations: list[Allocation] = []
    while True:
        try:
            made = locked(cast, site, **asked)
        except NothingToDraw:
            if not decisions:
                raise
            return Outcome(decisions=decisions, allocations=allocations)
        decisions += made.excluded
        if made.batch:
            result = salted(cast, made.batch)
            decisions += result.decisions
            allocations += result.allocations


def allocation(
    cast: Cast,
    number: int = 1,
    *,
    arm: Arm = Arm.DRIVE,
    allocated_on: date = date(2017, 6, 14),
    heard_on: date = HEARD_ON,
) -> Allocation:
    """Record a hearing and an allocation of its perpetrator, made in the past."""
    heard = hearing(cast, number, heard_on=heard_on)
    row = HistoricAllocation(hearing=heard, arm=arm, allocated_on=allocated_on)
    return import_historic(rows=[row], by=cast.allocator, now=NOW)[0]
