"""The mark of a copy: a short code that stands on it, and tells afterwards whose copy it was."""

from __future__ import annotations

import re
from uuid import UUID

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: without I, L, O and U, which are misread."""
_LETTERS = 8
_MISREAD = str.maketrans("OILU", "011V")
_MARK = re.compile(r"\bDP[\s-]*((?:[0-9A-Z][\s-]?){9})(?![0-9A-Z])", re.IGNORECASE)


def mark_of(copy: UUID) -> str:
    """Return the mark of one copy: eight letters and one that checks them.

    Parameters
    ----------
    copy : UUID
        The key of the ledger's row, of which forty bits are taken.
    """
    number = copy.int >> 88
    letters = "".join(_ALPHABET[(number >> 5 * place) & 31] for place in range(_LETTERS))
    whole = letters + _check(letters)
    return f"DP-{whole[:3]}-{whole[3:6]}-{whole[6:]}"


def marks_in(text: str) -> list[str]:
    """Return the marks that stand in a text, as `mark_of` writes them; misread letters are mended.

    What does not check is left out.
    """
    found = []
    for match in _MARK.finditer(text):
        whole = re.sub(r"[\s-]", "", match.group(1)).upper().translate(_MISREAD)
        if whole[-1] == _check(whole[:-1]):
            found.append(f"DP-{whole[:3]}-{whole[3:6]}-{whole[6:]}")
    return list(dict.fromkeys(found))


def _check(letters: str) -> str:
    weighed = sum((place + 1) * _ALPHABET.index(letter) for place, letter in enumerate(letters))
    return _ALPHABET[weighed % 31]
