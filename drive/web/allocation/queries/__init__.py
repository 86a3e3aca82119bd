"""Finding what waits for a draw, the arms that people hold, and the log."""

from drive.web.allocation.queries.arms import (
    arms_of,
    holds_draws,
    is_void,
    live_voids,
    standing,
)
from drive.web.allocation.queries.log import log, narrowed
from drive.web.allocation.queries.waiting import (
    MOST_AT_ONCE,
    Line,
    SiteToday,
    doors_of,
    heard_of,
    hearings_of,
    line_of,
    periods_of,
    sites_of_the_trial,
    sites_today,
    undecided,
)

__all__ = [
    "MOST_AT_ONCE",
    "Line",
    "SiteToday",
    "arms_of",
    "doors_of",
    "heard_of",
    "hearings_of",
    "holds_draws",
    "is_void",
    "line_of",
    "live_voids",
    "log",
    "narrowed",
    "periods_of",
    "sites_of_the_trial",
    "sites_today",
    "standing",
    "undecided",
]
