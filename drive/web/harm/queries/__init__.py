"""What was reported, by whom it may be read, and what the monitor sees of it."""

from drive.web.harm.queries.counts import (
    Allocated,
    allocated_in_each_arm,
    corrections,
    deliveries,
    events_in_columns,
    judged_in_drive,
)
from drive.web.harm.queries.notices import (
    Noticed,
    noticed,
    unacknowledged,
    waits_for_acknowledgement,
)
from drive.web.harm.queries.reports import (
    account_of,
    dyads_to_report_on,
    her_if_known,
    judgement_of,
    recorded_since,
    reports,
    reports_as,
)

__all__ = [
    "Allocated",
    "Noticed",
    "account_of",
    "allocated_in_each_arm",
    "corrections",
    "deliveries",
    "dyads_to_report_on",
    "events_in_columns",
    "her_if_known",
    "judged_in_drive",
    "judgement_of",
    "noticed",
    "recorded_since",
    "reports",
    "reports_as",
    "unacknowledged",
    "waits_for_acknowledgement",
]
