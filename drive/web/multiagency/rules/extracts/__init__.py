"""How a police extract is read: its columns, its rows, and the fact that each row is."""

from drive.web.multiagency.rules.extracts.headings import (
    COLUMNS,
    Columns,
    read_headings,
    understood,
)
from drive.web.multiagency.rules.extracts.rows import (
    Problem,
    ReadRow,
    Said,
    plain_reference,
    read_rows,
    said_again,
)
from drive.web.multiagency.rules.extracts.saying import independence_of, statement_of, topic_of

__all__ = [
    "COLUMNS",
    "Columns",
    "Problem",
    "ReadRow",
    "Said",
    "independence_of",
    "plain_reference",
    "read_headings",
    "read_rows",
    "said_again",
    "statement_of",
    "topic_of",
    "understood",
]
