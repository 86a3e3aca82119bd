"""The door of the draw, what holds it, and what becomes of a second draw."""

from drive.web.allocation.rules.choosing import choose
from drive.web.allocation.rules.doors import Door, Waiting, decide, period_in_force
from drive.web.allocation.rules.history import Heard, History, history_at
from drive.web.allocation.rules.holding import (
    TOLD_AFTER_WORKING_DAYS,
    Holding,
    days_held,
    holding,
)
from drive.web.allocation.rules.salting import (
    SHORTEST_SALT,
    WAIT_FOR_A_SECOND_PERSON,
    may_use_system_entropy,
)
from drive.web.allocation.rules.units import companions, name_of, units_of
from drive.web.allocation.rules.voids import Draw, later_draws

__all__ = [
    "SHORTEST_SALT",
    "TOLD_AFTER_WORKING_DAYS",
    "WAIT_FOR_A_SECOND_PERSON",
    "Door",
    "Draw",
    "Heard",
    "History",
    "Holding",
    "Waiting",
    "choose",
    "companions",
    "days_held",
    "decide",
    "history_at",
    "holding",
    "later_draws",
    "may_use_system_entropy",
    "name_of",
    "period_in_force",
    "units_of",
]
