"""The Idva's record, the same in both arms. Nothing here leads to an arm."""

from drive.web.insights.models.cases import IdvaAssignment, IdvaCase
from drive.web.insights.models.forms import (
    ExperienceRating,
    InsightsAnswer,
    InsightsForm,
    OwnWords,
)
from drive.web.insights.models.requests import (
    HerRequest,
    HerRequestStep,
    RecordsItem,
    RecordsRequest,
    RequestView,
)
from drive.web.insights.models.support import (
    Engagement,
    SafetyPlan,
    SupportGiven,
    SupportNote,
    Transfer,
)

__all__ = [
    "Engagement",
    "ExperienceRating",
    "HerRequest",
    "HerRequestStep",
    "IdvaAssignment",
    "IdvaCase",
    "InsightsAnswer",
    "InsightsForm",
    "OwnWords",
    "RecordsItem",
    "RecordsRequest",
    "RequestView",
    "SafetyPlan",
    "SupportGiven",
    "SupportNote",
    "Transfer",
]
