"""What rooms above do after a contact. They name it here, since nothing here knows of them."""

from datetime import datetime
from typing import Protocol

from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase


class AfterContact(Protocol):
    """Something done in the transaction of a contact or an attempt."""

    def __call__(self, *, case: DriveCase, by: User, now: datetime) -> None:
        """Do it."""


AFTER_CONTACT: list[AfterContact] = []
"""Done after each contact or attempt, in this order; each room adds its own when it starts."""
