"""Whether a dyad that comes back to a Marac is a repeat."""

from collections.abc import Iterable
from datetime import date

from drive.web.core.dates import add_months

REPEAT_WITHIN_MONTHS = 12


def is_repeat(heard_on: date, other_hearings: Iterable[date]) -> bool:
    """Return whether the same two people were heard before, within twelve months.

    Both the older and the present SafeLives rule count twelve months from the last hearing:
    whoever comes back later is a new referral.

    Parameters
    ----------
    heard_on : datetime.date
        The hearing in question.
    other_hearings : iterable of datetime.date
        When the same dyad was heard; days that are not earlier do not count.
    """
    return any(
        earlier < heard_on <= add_months(earlier, REPEAT_WITHIN_MONTHS)
        for earlier in other_hearings
    )
