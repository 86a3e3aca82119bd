"""What follows from known values on a case seen whole: what is open, printed, and meant."""

from drive.web.case_record.rules.closing import OpenItem, open_items
from drive.web.case_record.rules.printing import PrintedPart
from drive.web.case_record.rules.search import Known, Match, Sought, matches, read_search

__all__ = [
    "Known",
    "Match",
    "OpenItem",
    "PrintedPart",
    "Sought",
    "matches",
    "open_items",
    "read_search",
]
