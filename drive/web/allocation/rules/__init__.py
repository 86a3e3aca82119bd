"""The door of the draw, what holds it, and what becomes of a second draw."""

from drive.web.allocation.rules.doors import Door, Waiting, decide, period_in_force
from drive.web.allocation.rules.history import Heard, History, history_at
from drive.web.allocation.rules.holding import (
    TOLD_AFTER_WORKING_DAYS,
    Holding,
    days_held,
    holding,
)
from drive.web.allocation.rules.voids import Draw, later_draws

__all__ = [
    "TOLD_AFTER_WORKING_DAYS",
    "Door",
    "Draw",
    "Heard",
    "History",
    "Holding",
    "Waiting",
    "days_held",
    "decide",
    "history_at",
    "holding",
    "later_draws",
    "period_in_force",
]
