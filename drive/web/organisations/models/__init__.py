"""Sites, agencies, who is whom in them, what they agreed to share, and what there is locally."""

from drive.web.organisations.models.agreements import Provision, SharingAgreement
from drive.web.organisations.models.directory import (
    Absence,
    AgencyContact,
    Rung,
    Standing,
    Team,
)
from drive.web.organisations.models.sites import Agency, Site, Succession

__all__ = [
    "Absence",
    "Agency",
    "AgencyContact",
    "Provision",
    "Rung",
    "SharingAgreement",
    "Site",
    "Standing",
    "Succession",
    "Team",
]
