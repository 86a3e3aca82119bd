"""What only the whole case can tell: what is open, what comes next, what can go into a pack."""

from drive.web.case_record.queries.cases import (
    SILENT_AFTER,
    Assessed,
    CaseLine,
    Silent,
    assessed,
    found_by,
    keys_by_due,
    lines,
    open_items,
    pair_to_report_on,
    pinned_on,
    silent_cases,
    who_could_look,
    whole,
)

__all__ = [
    "SILENT_AFTER",
    "Assessed",
    "CaseLine",
    "Silent",
    "assessed",
    "found_by",
    "keys_by_due",
    "lines",
    "open_items",
    "pair_to_report_on",
    "pinned_on",
    "silent_cases",
    "who_could_look",
    "whole",
]
