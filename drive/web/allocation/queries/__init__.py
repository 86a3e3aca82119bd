"""Finding what waits for a draw, the arms that people hold, and the log."""

from drive.web.allocation.queries.arms import (
    arms_of,
    holds_draws,
    is_void,
    live_voids,
    standing,
)
from drive.web.allocation.queries.designs import historic_arms, predictability_of
from drive.web.allocation.queries.drawn import drawn_list
from drive.web.allocation.queries.heads import heads_of
from drive.web.allocation.queries.log import log, narrowed
from drive.web.allocation.queries.opened import design_of, lists_of, opened_list
from drive.web.allocation.queries.published import Published, published_trials, trials
from drive.web.allocation.queries.verification import Check, batches_of, verify_trial
from drive.web.allocation.queries.waiting import (
    MOST_AT_ONCE,
    Line,
    SiteToday,
    as_waiting,
    doors_of,
    heard_of,
    hearings_of,
    line_of,
    locked_people,
    mark_of,
    open_batches,
    periods_of,
    settled_batches,
    sites_of_the_trial,
    sites_today,
    undecided,
    units_of_batch,
)

__all__ = [
    "MOST_AT_ONCE",
    "Check",
    "Line",
    "Published",
    "SiteToday",
    "arms_of",
    "as_waiting",
    "batches_of",
    "design_of",
    "doors_of",
    "drawn_list",
    "heads_of",
    "heard_of",
    "hearings_of",
    "historic_arms",
    "holds_draws",
    "is_void",
    "line_of",
    "lists_of",
    "live_voids",
    "locked_people",
    "log",
    "mark_of",
    "narrowed",
    "open_batches",
    "opened_list",
    "periods_of",
    "predictability_of",
    "published_trials",
    "settled_batches",
    "sites_of_the_trial",
    "sites_today",
    "standing",
    "trials",
    "undecided",
    "units_of_batch",
    "verify_trial",
]
