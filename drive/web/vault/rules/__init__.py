"""What makes two addresses or numbers the same, and how long something is shown."""

from drive.web.vault.rules.alike import (
    same_address,
    same_email,
    same_number,
    same_plate,
    same_postcode,
    same_words,
)
from drive.web.vault.rules.showing import MASK, SHIFT, SHOWN_FOR, shown_until, still_shown

__all__ = [
    "MASK",
    "SHIFT",
    "SHOWN_FOR",
    "same_address",
    "same_email",
    "same_number",
    "same_plate",
    "same_postcode",
    "same_words",
    "shown_until",
    "still_shown",
]
