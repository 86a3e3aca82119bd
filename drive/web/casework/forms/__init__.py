"""The forms of a Drive case."""

from drive.web.casework.forms.cases import AssignForm, MoveForm, OpenCaseForm
from drive.web.casework.forms.clock import (
    ChangeForm,
    DecideChangeForm,
    DecideLateForm,
    LateForm,
    OffLoadingForm,
)
from drive.web.casework.forms.contact import ContactForm, NonContactForm
from drive.web.casework.forms.days import today_first
from drive.web.casework.forms.holds import DecideHoldForm, HoldForm
from drive.web.casework.forms.notes import NoteForm, first_values
from drive.web.casework.forms.planning import PlanForm
from drive.web.casework.forms.presets import preset_named
from drive.web.casework.forms.strategy import (
    ConsultForm,
    DecideStrategyForm,
    ExpireForm,
    FeedbackForm,
    ReplyForm,
    ShareForm,
    StrategyForm,
    VoiceForm,
)

__all__ = [
    "AssignForm",
    "ChangeForm",
    "ConsultForm",
    "ContactForm",
    "DecideChangeForm",
    "DecideHoldForm",
    "DecideLateForm",
    "DecideStrategyForm",
    "ExpireForm",
    "FeedbackForm",
    "HoldForm",
    "LateForm",
    "MoveForm",
    "NonContactForm",
    "NoteForm",
    "OffLoadingForm",
    "OpenCaseForm",
    "PlanForm",
    "ReplyForm",
    "ShareForm",
    "StrategyForm",
    "VoiceForm",
    "first_values",
    "preset_named",
    "today_first",
]
