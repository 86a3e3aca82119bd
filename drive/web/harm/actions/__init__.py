"""Recording serious events, putting them right, judging them, and the notices to the monitor."""

from drive.web.harm.actions.judging import judge
from drive.web.harm.actions.notices import acknowledge, give_waiting
from drive.web.harm.actions.recording import NewEvent, correct, record, take_back

__all__ = [
    "NewEvent",
    "acknowledge",
    "correct",
    "give_waiting",
    "judge",
    "record",
    "take_back",
]
