"""An area is not an address: addresses are kept in the vault and nowhere else."""

from __future__ import annotations

import re

_POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b", re.IGNORECASE)
_STREET = re.compile(
    r"\b\d+[a-z]?,?\s+(?:[\w'’-]+\s+){1,4}"
    r"(?:street|st|road|rd|avenue|ave|lane|close|drive|way|court|crescent|terrace|gardens|place)\b",
    re.IGNORECASE,
)


def looks_like_an_address(text: str) -> bool:
    """Return whether a text holds a postcode, or the number of a house and its street."""
    return bool(_POSTCODE.search(text) or _STREET.search(text))
