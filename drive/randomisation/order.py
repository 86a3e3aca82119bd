"""Who of a locked batch meets which position: an order that nobody can choose."""

import hashlib
import hmac
from collections.abc import Iterable

SHORTEST_SALT = 8


class SaltTooShort(ValueError):
    """The salt leaves too little open; the text says how long it has to be."""


def in_chance_order(units: Iterable[str], salt: bytes) -> list[str]:
    """The units of a batch in the order in which they take the next positions.

    The batch is locked first and the salt comes from a second person afterwards: somebody who
    holds both the server and the key can read the arms, but not choose whom they meet.

    Parameters
    ----------
    units
        The names of the draw units; the order in which they are given does not matter.
    salt
        At least 8 bytes, entered once the batch is locked.

    Raises
    ------
    SaltTooShort
        If the salt has fewer than 8 bytes.
    ValueError
        If a unit is named twice.
    """
    if len(salt) < SHORTEST_SALT:
        raise SaltTooShort(f"The salt has {len(salt)} bytes; {SHORTEST_SALT} are needed at least.")
    named = list(units)
    if len(set(named)) < len(named):
        raise ValueError("A unit is named twice in the batch.")
    return sorted(named, key=lambda unit: (_mark(salt, unit), unit))


def _mark(salt: bytes, unit: str) -> bytes:
    return hmac.new(salt, unit.encode(), hashlib.sha256).digest()
