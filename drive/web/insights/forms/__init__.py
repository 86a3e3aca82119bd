"""The Idva's forms, the same in both arms."""

from drive.web.insights.forms.cases import (
    ClashForm,
    CloseCaseForm,
    IdvaChooser,
    OpenCaseForm,
    TransferForm,
)
from drive.web.insights.forms.entry import InsightsEntryForm
from drive.web.insights.forms.support import (
    PRESETS,
    AdditionForm,
    EngagementForm,
    PlanForm,
    SupportForm,
    engagement_before,
    first_values,
    plan_before,
    preset_values,
)

__all__ = [
    "PRESETS",
    "AdditionForm",
    "ClashForm",
    "CloseCaseForm",
    "EngagementForm",
    "IdvaChooser",
    "InsightsEntryForm",
    "OpenCaseForm",
    "PlanForm",
    "SupportForm",
    "TransferForm",
    "engagement_before",
    "first_values",
    "plan_before",
    "preset_values",
]
