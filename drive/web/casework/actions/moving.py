"""Where a case stands: the row that every step of it writes."""

from datetime import date, datetime

from drive.vocabulary.casework import CaseState
from drive.web.accounts.models import User
from drive.web.casework.models import CaseStateChange, DriveCase


def step_case(
    case: DriveCase, state: CaseState, day: date, *, by: User, now: datetime
) -> CaseStateChange:
    """Write where a case stands from a day on."""
    last = case.state_changes.order_by("-sequence").values_list("sequence", flat=True).first()
    return CaseStateChange.objects.create(
        drive_case=case,
        state=state,
        happened_on=day,
        sequence=(last or 0) + 1,
        recorded_at=now,
        recorded_by=by,
    )
