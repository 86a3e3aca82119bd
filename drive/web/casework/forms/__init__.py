"""The forms of a Drive case."""

from drive.web.casework.forms.cases import AssignForm, MoveForm, OpenCaseForm
from drive.web.casework.forms.contact import ContactForm, NonContactForm
from drive.web.casework.forms.days import today_first
from drive.web.casework.forms.notes import NoteForm

__all__ = [
    "AssignForm",
    "ContactForm",
    "MoveForm",
    "NonContactForm",
    "NoteForm",
    "OpenCaseForm",
    "today_first",
]
