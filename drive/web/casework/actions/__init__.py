"""Every change of a Drive case: opening, holding, moving, noting, contacting, closing."""

from drive.web.casework.actions.cases import assign, close, move_to, open_case
from drive.web.casework.actions.contacts import (
    NewContact,
    record_contact,
    record_contacts,
    record_non_contact,
)
from drive.web.casework.actions.notes import Activity, NewNote, add_note, add_notes

__all__ = [
    "Activity",
    "NewContact",
    "NewNote",
    "add_note",
    "add_notes",
    "assign",
    "close",
    "move_to",
    "open_case",
    "record_contact",
    "record_contacts",
    "record_non_contact",
]
