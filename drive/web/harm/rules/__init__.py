"""What can be recorded, when a notice is late, and how reports are counted as events."""

from drive.web.harm.rules.checking import LONGEST_ACCOUNT, Problem, Said, problem_in
from drive.web.harm.rules.counting import (
    DAYS_APART,
    Column,
    Counted,
    InColumn,
    Place,
    Report,
    column_on,
    events_among,
    in_columns,
    months_between,
)
from drive.web.harm.rules.moments import TimeProblem, moment_of
from drive.web.harm.rules.notices import HOURS, Delivery, Tally, due_at, tally

__all__ = [
    "DAYS_APART",
    "HOURS",
    "LONGEST_ACCOUNT",
    "Column",
    "Counted",
    "Delivery",
    "InColumn",
    "Place",
    "Problem",
    "Report",
    "Said",
    "Tally",
    "TimeProblem",
    "column_on",
    "due_at",
    "events_among",
    "in_columns",
    "moment_of",
    "months_between",
    "problem_in",
    "tally",
]
