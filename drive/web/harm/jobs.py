"""What waits for a monitor to be named."""

from datetime import datetime

from drive.web.core.jobs import chore
from drive.web.harm import actions


@chore
def give_waiting_notices(moment: datetime) -> None:
    """Put before the monitor what was recorded while there was none."""
    actions.give_waiting(now=moment)
