"""The forms of assessments."""

from drive.web.assessments.forms.filling import (
    Filled,
    ForAll,
    Gap,
    LastLevels,
    filled,
    typed_again,
    written_out,
)
from drive.web.assessments.forms.submitting import DecideForm, ReviewRiseForm, SubmitForm

__all__ = [
    "DecideForm",
    "Filled",
    "ForAll",
    "Gap",
    "LastLevels",
    "ReviewRiseForm",
    "SubmitForm",
    "filled",
    "typed_again",
    "written_out",
]
