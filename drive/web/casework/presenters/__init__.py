"""Words of a Drive case."""

from drive.web.casework.presenters.contact import (
    channel_of,
    contact_in_words,
    contact_rows,
    reason_history_rows,
    reason_in_words,
    reason_rows,
)
from drive.web.casework.presenters.frame import (
    STATE_COLOURS,
    TABS,
    Tab,
    age_in_words,
    case_frame,
    state_tag,
)
from drive.web.casework.presenters.links import links_of
from drive.web.casework.presenters.loads import load_in_words, loads_in_words
from drive.web.casework.presenters.notes import note_card, work_in_words
from drive.web.casework.presenters.rows import allocation_rows, link

__all__ = [
    "STATE_COLOURS",
    "TABS",
    "Tab",
    "age_in_words",
    "allocation_rows",
    "case_frame",
    "channel_of",
    "contact_in_words",
    "contact_rows",
    "link",
    "links_of",
    "load_in_words",
    "loads_in_words",
    "note_card",
    "reason_history_rows",
    "reason_in_words",
    "reason_rows",
    "state_tag",
    "work_in_words",
]
