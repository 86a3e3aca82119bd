"""What follows from known values on an Idva case. The same in both arms."""

from drive.web.insights.rules.capacity import (
    DAYS_LOOKED_BACK,
    Capacity,
    Carried,
    capacity,
)
from drive.web.insights.rules.coming import (
    NOT_ENGAGED_YET,
    Attempt,
    Standing,
    Step,
    coming_up,
    next_try,
)
from drive.web.insights.rules.follow_up import (
    WINDOW_AFTER,
    due_at,
    follow_ups,
    is_follow_up,
    window_problem,
)
from drive.web.insights.rules.series import (
    due_in_series,
    order_problem,
    stages_open,
)

__all__ = [
    "DAYS_LOOKED_BACK",
    "NOT_ENGAGED_YET",
    "WINDOW_AFTER",
    "Attempt",
    "Capacity",
    "Carried",
    "Standing",
    "Step",
    "capacity",
    "coming_up",
    "due_at",
    "due_in_series",
    "follow_ups",
    "is_follow_up",
    "next_try",
    "order_problem",
    "stages_open",
    "window_problem",
]
