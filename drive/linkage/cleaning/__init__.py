"""Which rows of an Insights list to set aside: proposals with reasons, for a person to decide."""

from drive.linkage.cleaning.proposals import CleaningReason, Proposal, propose, unreadable
from drive.linkage.cleaning.rows import InsightsRow, read_day, tidy

__all__ = [
    "CleaningReason",
    "InsightsRow",
    "Proposal",
    "propose",
    "read_day",
    "tidy",
    "unreadable",
]
