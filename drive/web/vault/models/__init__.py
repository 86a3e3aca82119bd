"""Where people live and how they may be reached, sealed; who keeps it, and who looked at it."""

from drive.web.vault.models.details import Address, Detail, Kept, Telephone
from drive.web.vault.models.reveals import Reveal, SafeContactPlan
from drive.web.vault.models.subjects import Keeper, Subject, VaultRow

__all__ = [
    "Address",
    "Detail",
    "Keeper",
    "Kept",
    "Reveal",
    "SafeContactPlan",
    "Subject",
    "Telephone",
    "VaultRow",
]
