"""Commit to a seed and to a list in public without giving anything of them away; reveal later."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from typing import Any

from drive.randomisation.entropy import as_bytes

SEED_BYTES = 32


class SeedTooShort(ValueError):
    """The seed could be found by trying; the text says how long it has to be."""


def check_seed(seed: bytes) -> None:
    """Refuse a seed that could be guessed from its commitment.

    A commitment hides the seed only as far as nobody can try them all: a trial's seed is 32
    bytes of the operating system's entropy. Whole numbers serve simulations.

    Raises
    ------
    SeedTooShort
        If it has fewer than 32 bytes.
    """
    if len(seed) < SEED_BYTES:
        raise SeedTooShort(
            f"The seed of a trial is {SEED_BYTES} bytes from the operating system; "
            f"{len(seed)} were given."
        )


def commit(seed: int | bytes) -> str:
    """What is published of a seed at activation: its SHA-256 under a label, in hexadecimal."""
    return hashlib.sha256(b"drive allocation seed\n" + as_bytes(seed)).hexdigest()


def opens(commitment: str, seed: int | bytes) -> bool:
    """Whether a revealed seed is the one that was committed to."""
    return hmac.compare_digest(commitment, commit(seed))


def seal_list(
    seed: int | bytes, key: Iterable[str | int], rows: Iterable[Mapping[str, Any]]
) -> str:
    """What is published of a list when its period opens, in hexadecimal.

    A bare hash would not do: of a lottery of 2 among 10 there are 45 lists, and the few positions
    left at the end of any list can be tried out in a second. The list is therefore hashed under
    a key derived from the seed, which is revealed with it.

    Parameters
    ----------
    seed
        The sealed seed.
    key
        The key of the list's plan.
    rows
        Its positions as plain values, in order.
    """
    blind = hmac.new(as_bytes(seed), repr(tuple(key)).encode(), hashlib.sha256).digest()
    text = json.dumps(list(rows), sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hmac.new(blind, text.encode("ascii"), hashlib.sha256).hexdigest()
