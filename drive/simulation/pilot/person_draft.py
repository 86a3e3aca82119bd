"""A perpetrator and victim-survivor of the cohort, while they are being put together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from drive.simulation.pilot.completed_case import CompletedCase
from drive.simulation.pilot.records import SiteCode
from drive.vocabulary.allocation import Arm
from drive.vocabulary.people import Gender, RelationshipType

INTIMATE = frozenset(
    {
        RelationshipType.PARTNER,
        RelationshipType.EX_PARTNER,
        RelationshipType.INTERMITTENT_PARTNER,
    }
)
FAMILY = frozenset({RelationshipType.FAMILY_ADULT, RelationshipType.FAMILY_MINOR})


@dataclass(eq=False)
class Draft:
    """One perpetrator to be; None stands for what the report counts as missing.

    ``victim_gender_label`` is the word of the source where it is not that of the code.
    """

    site: SiteCode
    arm: Arm
    completed: CompletedCase | None = None
    gender: Gender | None = None
    relationship: RelationshipType | None = None
    age: int | None = None
    victim_gender: Gender | None = None
    victim_gender_label: str = ""
    victim_age: int | None = None
    has_intake: bool = False
    has_exit: bool = False
    heard_on: date = date.min
    allocated_on: date = date.min
    key: str = ""

    @property
    def is_intimate(self) -> bool:
        """Whether the two are or were partners."""
        return self.relationship in INTIMATE

    @property
    def is_family(self) -> bool:
        """Whether the two are of one family."""
        return self.relationship in FAMILY
