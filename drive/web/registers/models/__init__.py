"""What is kept on a Drive case as dated entries."""

from drive.web.registers.models.children import Child, ChildEvent, ChildStatusChange
from drive.web.registers.models.entry import Entry, Spell, words_in
from drive.web.registers.models.law import Breach, Order, RiskEvent
from drive.web.registers.models.places import Adjustment, CustodySpell, Whereabouts
from drive.web.registers.models.plan import Advocacy, Lever, Pathway, PathwayReview
from drive.web.registers.models.work import (
    BehaviourSession,
    FamilyContact,
    KnownIncident,
    Payment,
    Revisit,
    SelfReport,
    SupportItem,
)

__all__ = [
    "Adjustment",
    "Advocacy",
    "BehaviourSession",
    "Breach",
    "Child",
    "ChildEvent",
    "ChildStatusChange",
    "CustodySpell",
    "Entry",
    "FamilyContact",
    "KnownIncident",
    "Lever",
    "Order",
    "Pathway",
    "PathwayReview",
    "Payment",
    "Revisit",
    "RiskEvent",
    "SelfReport",
    "Spell",
    "SupportItem",
    "Whereabouts",
    "words_in",
]
