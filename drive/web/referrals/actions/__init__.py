"""What changes lists and hearings."""

from drive.web.referrals.actions.hearings import (
    NewHearing,
    ReferredPerson,
    record_hearing,
    record_hearings,
)

__all__ = [
    "NewHearing",
    "ReferredPerson",
    "record_hearing",
    "record_hearings",
]
