"""A criminal-justice hold: direct work only, case by case, reviewed and never without end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from drive.vocabulary.strategy import HoldState

HOLD_TRANSITIONS: dict[HoldState, tuple[HoldState, ...]] = {
    HoldState.PROPOSED: (HoldState.IN_FORCE, HoldState.NOT_AGREED),
    HoldState.IN_FORCE: (HoldState.IN_FORCE, HoldState.LIFTED),
    HoldState.NOT_AGREED: (),
    HoldState.LIFTED: (),
}
"""From where a hold may go where. A review keeps it in force or lifts it; no day ends it."""

SCOPE = "Direct work only: indirect work goes on."
"""What a hold stops. The blanket holds of the first year put severe delays on everything, and were
to be taken case by case instead (Year-1 report, lines 2002-2013)."""

LONGEST_WEEKS = 8
"""A hold is looked at again within two months, before the assessment that follows can be missed:
29 of 48 were never contacted, and reasons stood unchanged to the end (Year-1 report, lines
1278-1295)."""


def latest_review(today: date) -> date:
    """Return the last day on which a hold that is decided today may be reviewed."""
    return today + timedelta(weeks=LONGEST_WEEKS)


@dataclass(frozen=True, kw_only=True)
class OnHold:
    """Since when direct work is on hold, and when that is reviewed."""

    since: date
    review_on: date

    def days(self, today: date) -> int:
        """Return for how many days it has been on hold."""
        return (today - self.since).days

    def is_due(self, today: date) -> bool:
        """Return whether it has come to its review."""
        return self.review_on <= today
