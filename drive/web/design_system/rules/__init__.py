"""How what people type is read: dates and text."""

from drive.web.design_system.rules.dates import MONTHS, Boxes, UnreadableDate, read_date, spread
from drive.web.design_system.rules.text import on_one_line, readable

__all__ = [
    "MONTHS",
    "Boxes",
    "UnreadableDate",
    "on_one_line",
    "read_date",
    "readable",
    "spread",
]
