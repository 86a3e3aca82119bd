"""One of the 48 completed cases, while the printed facts are dealt out to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from drive.simulation.pilot.needs import Needs
from drive.simulation.pilot.rated import Ratings
from drive.simulation.pilot.records import StudySite
from drive.vocabulary.answers import YesNo
from drive.vocabulary.casework import NonContactReason, RiskChangeCm
from drive.vocabulary.people import OffenceHistory


@dataclass
class CompletedCase:
    """Facts of one case; None where the report has no answer.

    ``profile`` holds a code and the source's own word for each question of the profile.
    """

    contacted: bool
    behaviour_change: bool
    has_risen: bool = False
    study_site: StudySite = "site_1"
    needs: Needs = field(default_factory=dict)
    offences: OffenceHistory | None = None
    profile: dict[str, tuple[str, str] | None] = field(default_factory=dict)
    non_contact: tuple[NonContactReason, ...] = ()
    risk: RiskChangeCm | None = None
    ratings: Ratings = field(default_factory=dict)
    insights_intake: bool = False
    insights_exit: bool = False

    @property
    def has_needs(self) -> bool | None:
        """Whether any need is recorded; None if nothing is known of the four."""
        if not any(self.needs.values()):
            return None
        return YesNo.YES in self.needs.values()
