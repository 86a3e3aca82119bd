"""Designs and allocations made by walking the real actions."""

from datetime import date

from drive.vocabulary.allocation import Arm
from drive.web.allocation.actions import HistoricAllocation, import_historic, set_ratio
from drive.web.allocation.models import Allocation, DesignPeriod
from drive.web.organisations.models import Site
from tests.cast import NOW, Cast
from tests.factories.referrals import HEARD_ON, hearing

BEGAN_ON = date(2016, 4, 1)


def ratio(
    cast: Cast, site: Site | None = None, *, starts_on: date = BEGAN_ON, control: int = 8
) -> DesignPeriod:
    """Set a ratio; before any hearing is recorded."""
    return set_ratio(
        site=site or cast.essex,
        starts_on=starts_on,
        drive_share=1,
        control_share=control,
        by=cast.allocator,
        now=NOW,
    )


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
