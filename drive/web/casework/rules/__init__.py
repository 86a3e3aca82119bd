"""What follows from known values on a Drive case: steps, references, loads, contact, the clock."""

from drive.vocabulary.answers import InformationSource
from drive.web.casework.rules.cases import (
    next_reference,
    next_steps,
    ordinary_steps,
    reference_prefix,
)
from drive.web.casework.rules.clock import MONTHS_OF_WORK
from drive.web.casework.rules.contact import (
    ContactState,
    NonContact,
    contact_state,
    may_stand,
    review_of_reason,
)
from drive.web.casework.rules.loads import Load, Weighed, load, weight
from drive.web.recording.rules import LONGEST_NOTE

SEALED_INFORMANTS = frozenset({InformationSource.VICTIM_SURVIVOR, InformationSource.IDVA})
"""Whose words lie sealed: he must never learn from a record what she said."""

__all__ = [
    "LONGEST_NOTE",
    "MONTHS_OF_WORK",
    "SEALED_INFORMANTS",
    "ContactState",
    "Load",
    "NonContact",
    "Weighed",
    "contact_state",
    "load",
    "may_stand",
    "next_reference",
    "next_steps",
    "ordinary_steps",
    "reference_prefix",
    "review_of_reason",
    "weight",
]
