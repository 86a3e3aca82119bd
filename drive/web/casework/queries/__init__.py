"""Finding Drive cases and what stands on them."""

from drive.web.casework.queries.cases import (
    cases_of_void_draws,
    cases_seen_by,
    closed_ones,
    current_assignments,
    dyads_of,
    held,
    held_by,
    in_step_down,
    loads_of,
    open_cases_seen_by,
    reads_casework,
    state_of,
    still_open,
    waiting_allocations,
)
from drive.web.casework.queries.contact import (
    contact_states,
    contacts_with,
    non_contact,
    reasons_on,
    without_reason,
)
from drive.web.casework.queries.notes import (
    last_entry,
    notes_on,
    text_of,
    who_in,
)

__all__ = [
    "cases_of_void_draws",
    "cases_seen_by",
    "closed_ones",
    "contact_states",
    "contacts_with",
    "current_assignments",
    "dyads_of",
    "held",
    "held_by",
    "in_step_down",
    "last_entry",
    "loads_of",
    "non_contact",
    "notes_on",
    "open_cases_seen_by",
    "reads_casework",
    "reasons_on",
    "state_of",
    "still_open",
    "text_of",
    "waiting_allocations",
    "who_in",
    "without_reason",
]
