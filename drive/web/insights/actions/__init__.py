"""Every change of the Idva's record."""

from drive.web.insights.actions.cases import close_case, hand_over, open_case
from drive.web.insights.actions.forms import submit_form
from drive.web.insights.actions.moving import transfer
from drive.web.insights.actions.support import (
    NewPlan,
    NewSupport,
    note_support,
    set_engagement,
    write_plan,
)

__all__ = [
    "NewPlan",
    "NewSupport",
    "close_case",
    "hand_over",
    "note_support",
    "open_case",
    "set_engagement",
    "submit_form",
    "transfer",
    "write_plan",
]
