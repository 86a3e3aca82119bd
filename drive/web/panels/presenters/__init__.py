"""Words and component parameters of the pages of the panels."""

from drive.web.panels.presenters.hearings import (
    about_him,
    came_of_it,
    decisions_table,
    earlier_table,
    hearings_table,
    prospect_table,
    results_table,
    way_in_words,
)
from drive.web.panels.presenters.lotteries import lotteries_table, lottery_facts, lottery_of
from drive.web.panels.presenters.panels import about, panels_table, waiting_table

__all__ = [
    "about",
    "about_him",
    "came_of_it",
    "decisions_table",
    "earlier_table",
    "hearings_table",
    "lotteries_table",
    "lottery_facts",
    "lottery_of",
    "panels_table",
    "prospect_table",
    "results_table",
    "waiting_table",
    "way_in_words",
]
