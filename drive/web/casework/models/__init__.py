"""The Drive case and what is recorded on it."""

from drive.web.casework.models.cases import (
    CASEWORK_ACCESS,
    Capacity,
    CaseAssignment,
    CaseStateChange,
    DriveCase,
    casework_access,
)
from drive.web.casework.models.clock import (
    ChangeDecision,
    OffLoading,
    PlannedChange,
    PlannedEnd,
    SiteClock,
)
from drive.web.casework.models.closing import (
    CaseClosure,
    LateDecision,
    LateInformation,
    WhoseRisk,
)
from drive.web.casework.models.consultations import (
    Consultation,
    ConsultationReply,
    VictimSurvivorVoice,
)
from drive.web.casework.models.contact import NonContactRecord, SuContact
from drive.web.casework.models.handover import Handover
from drive.web.casework.models.holds import Hold, HoldStep
from drive.web.casework.models.notes import ActivityTag, CaseNote
from drive.web.casework.models.planned import PlannedContact
from drive.web.casework.models.strategies import (
    ContactStrategy,
    MaracFeedback,
    StrategyDecision,
    StrategyShare,
    StrategyStep,
)

__all__ = [
    "CASEWORK_ACCESS",
    "ActivityTag",
    "Capacity",
    "CaseAssignment",
    "CaseClosure",
    "CaseNote",
    "CaseStateChange",
    "ChangeDecision",
    "Consultation",
    "ConsultationReply",
    "ContactStrategy",
    "DriveCase",
    "Handover",
    "Hold",
    "HoldStep",
    "LateDecision",
    "LateInformation",
    "MaracFeedback",
    "NonContactRecord",
    "OffLoading",
    "PlannedChange",
    "PlannedContact",
    "PlannedEnd",
    "SiteClock",
    "StrategyDecision",
    "StrategyShare",
    "StrategyStep",
    "SuContact",
    "VictimSurvivorVoice",
    "WhoseRisk",
    "casework_access",
]
