"""The forms of monitoring."""

from drive.web.monitoring.forms.data_queries import AnswerForm, QueryForm, ResolveForm
from drive.web.monitoring.forms.flow import (
    FlowFileForm,
    FlowFilterForm,
    HiddenNumberField,
    PlacesForm,
    RecordPlacesForm,
    SiteFilterForm,
)

__all__ = [
    "AnswerForm",
    "FlowFileForm",
    "FlowFilterForm",
    "HiddenNumberField",
    "PlacesForm",
    "QueryForm",
    "RecordPlacesForm",
    "ResolveForm",
    "SiteFilterForm",
]
