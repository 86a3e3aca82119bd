"""What he says, beside what is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from drive.vocabulary.registers import Admission
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.registers.queries.entries import standing
from drive.web.registers.queries.words import opened
from drive.web.registers.registry.declaration import Opened
from drive.web.registers.registry.work import KNOWN, REVISITS
from drive.web.registers.rules import days


@dataclass(frozen=True, kw_only=True)
class Account:
    """One known incident, and each time it was raised, the latest first."""

    incident: Opened
    said: list[Opened]

    @property
    def first_admission(self) -> date | None:
        """The first day on which something of it was admitted."""
        return first_admission(self.said)

    @property
    def last_raised(self) -> date | None:
        """The last day on which it was raised."""
        return max((each.row.happened_on for each in self.said), default=None)


def accounts(case: DriveCase, actor: User) -> list[Account]:
    """Return every known incident of a case with what he said of it, the latest incident first."""
    incidents = opened(KNOWN, standing(KNOWN, case, actor), actor)
    revisits = opened(REVISITS, standing(REVISITS, case, actor), actor)
    return [
        Account(
            incident=incident,
            said=[each for each in revisits if each.row.incident.origin == incident.row.origin],
        )
        for incident in incidents
    ]


def first_admission(said: Iterable[Opened]) -> date | None:
    """Return the first day on which something was admitted, of any incident."""
    return days.first_admission(
        (each.row.happened_on, Admission(each.row.admission)) for each in said
    )
