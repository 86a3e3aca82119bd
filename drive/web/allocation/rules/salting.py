"""From when a batch may be drawn without a second person, and what a salt must be."""

from datetime import date

from drive.web.core.working_days import working_days_between

SHORTEST_SALT = 8
"""Characters; what one person alone thinks up must not be guessed by another."""
WAIT_FOR_A_SECOND_PERSON = 1
"""Working days. After them the system's own entropy serves, and the batch says so."""


def may_use_system_entropy(locked_on: date, today: date) -> bool:
    """Return whether a second person was waited for long enough."""
    return working_days_between(locked_on, today) >= WAIT_FOR_A_SECOND_PERSON
