"""The Drive case and what is recorded on it."""

from drive.web.casework.models.cases import (
    CASEWORK_ACCESS,
    Capacity,
    CaseAssignment,
    CaseStateChange,
    DriveCase,
)
from drive.web.casework.models.closing import CaseClosure, WhoseRisk
from drive.web.casework.models.contact import NonContactRecord, SuContact
from drive.web.casework.models.notes import ActivityTag, CaseNote

__all__ = [
    "CASEWORK_ACCESS",
    "ActivityTag",
    "Capacity",
    "CaseAssignment",
    "CaseClosure",
    "CaseNote",
    "CaseStateChange",
    "DriveCase",
    "NonContactRecord",
    "SuContact",
    "WhoseRisk",
]
