"""What changes Insights lists and the standing of their rows."""

from drive.web.cleaning.actions.deciding import decide_row, set_aside_rows
from drive.web.cleaning.actions.erasing import discard_list, purge_expired
from drive.web.cleaning.actions.linking import link_again
from drive.web.cleaning.actions.lists import import_list, note_unreadable
from drive.web.cleaning.actions.reading import read_list

__all__ = [
    "decide_row",
    "discard_list",
    "import_list",
    "link_again",
    "note_unreadable",
    "purge_expired",
    "read_list",
    "set_aside_rows",
]
