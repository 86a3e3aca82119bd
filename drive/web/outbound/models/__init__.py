"""What is to leave, how far it came, who gets it, and the ledger of what left."""

from drive.web.outbound.models.leaks import AskedIdva, LeakageIncident, SafetyReview
from drive.web.outbound.models.ledger import Release, ReleaseKind
from drive.web.outbound.models.notices import Digest, Notice
from drive.web.outbound.models.outgoing import (
    Outgoing,
    OutgoingPair,
    OutgoingReview,
    OutgoingStep,
    OverrideAsked,
    QueuedMail,
    Recipient,
)

__all__ = [
    "AskedIdva",
    "Digest",
    "LeakageIncident",
    "Notice",
    "Outgoing",
    "OutgoingPair",
    "OutgoingReview",
    "OutgoingStep",
    "OverrideAsked",
    "QueuedMail",
    "Recipient",
    "Release",
    "ReleaseKind",
    "SafetyReview",
]
