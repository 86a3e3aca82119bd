"""The forms of a case seen whole."""

from drive.web.case_record.forms.cases import (
    CloseForm,
    FindForm,
    KeepOutForm,
    PrintForm,
    TimelineFilterForm,
)
from drive.web.case_record.forms.packs import (
    DecideForm,
    HandOutPackForm,
    OpenPackForm,
    SignForm,
)

__all__ = [
    "CloseForm",
    "DecideForm",
    "FindForm",
    "HandOutPackForm",
    "KeepOutForm",
    "OpenPackForm",
    "PrintForm",
    "SignForm",
    "TimelineFilterForm",
]
