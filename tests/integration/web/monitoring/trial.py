"""A trial of some size, made by walking the real actions."""

from datetime import date

from drive.vocabulary.allocation import Arm
from drive.web.allocation.actions import HistoricAllocation, import_historic
from drive.web.allocation.models import Allocation
from drive.web.casework.actions import open_case
from drive.web.casework.models import DriveCase
from tests.cast import NOW, Cast
from tests.factories.referrals import hearings

ALLOCATED_ON = date(2017, 6, 14)


def imported(cast: Cast, numbers: range, arm: Arm, **about: object) -> list[Allocation]:
    """Record hearings whose perpetrators were allocated in the past."""
    heard = hearings(cast, numbers, **about)  # type: ignore[arg-type]
    rows = [HistoricAllocation(hearing=each, arm=arm, allocated_on=ALLOCATED_ON) for each in heard]
    return import_historic(rows=rows, by=cast.allocator, now=NOW)


def opened(cast: Cast, allocations: list[Allocation]) -> list[DriveCase]:
    """Open a case for each allocation to Drive."""
    return [
        open_case(
            allocation=each,
            case_manager=cast.case_manager,
            idva_lead=cast.idva,
            opened_on=max(ALLOCATED_ON, each.allocated_on),
            by=cast.service_manager,
            now=NOW,
        )
        for each in allocations
    ]
