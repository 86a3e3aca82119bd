"""What agencies are asked for, what becomes of it, and what the police send."""

from drive.web.multiagency.models.details import (
    DvdsApplication,
    DvdsDisclosure,
    DvdsOutcome,
    MaracReferralAgain,
)
from drive.web.multiagency.models.extracts import ExtractLooked, ExtractRow, PoliceExtract
from drive.web.multiagency.models.requests import Request, RequestStep

__all__ = [
    "DvdsApplication",
    "DvdsDisclosure",
    "DvdsOutcome",
    "ExtractLooked",
    "ExtractRow",
    "MaracReferralAgain",
    "PoliceExtract",
    "Request",
    "RequestStep",
]
