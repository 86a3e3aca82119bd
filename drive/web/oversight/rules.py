"""How often the work on a case is looked at."""

from __future__ import annotations

from datetime import date, timedelta

BETWEEN_SUPERVISIONS = timedelta(weeks=6)
"""An own choice: the sources ask for regular supervision and name no interval."""


def supervision_due_on(opened_on: date, last_held_on: date | None) -> date:
    """Return the day by which a case is to be looked at again."""
    return (last_held_on or opened_on) + BETWEEN_SUPERVISIONS
