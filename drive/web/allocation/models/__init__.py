"""The design and its sealed lists, the batches and their draws, and what people were allocated."""

from drive.web.allocation.models.allocations import (
    Allocation,
    EligibilityDecision,
    LossToFollowUp,
    VoidedAllocation,
    Withdrawal,
)
from drive.web.allocation.models.batches import Batch, DrawRecord, DrawUnit, LockedHearing
from drive.web.allocation.models.design import DesignPeriod, SealedList, SitePlaces, Trial

__all__ = [
    "Allocation",
    "Batch",
    "DesignPeriod",
    "DrawRecord",
    "DrawUnit",
    "EligibilityDecision",
    "LockedHearing",
    "LossToFollowUp",
    "SealedList",
    "SitePlaces",
    "Trial",
    "VoidedAllocation",
    "Withdrawal",
]
