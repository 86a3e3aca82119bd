"""The forms about facts, what crosses, and the chronology."""

from drive.web.information.forms.crossing import QuietForm, ReleaseEventsForm, ReleaseForm
from drive.web.information.forms.facts import (
    CorrectFactForm,
    CorroborateForm,
    DeriveForm,
    FactForm,
    ReasonForm,
    WishForm,
)
from drive.web.information.forms.overriding import OverrideForm

__all__ = [
    "CorrectFactForm",
    "CorroborateForm",
    "DeriveForm",
    "FactForm",
    "OverrideForm",
    "QuietForm",
    "ReasonForm",
    "ReleaseEventsForm",
    "ReleaseForm",
    "WishForm",
]
