"""Fixed keys: the same record has the same key in every load, on every machine."""

from __future__ import annotations

from uuid import UUID, uuid5

NAMESPACE = UUID("6f1d2a3e-0c7b-5b1e-9f6a-201604010331")


def key_of(record: str) -> UUID:
    """Return the key of a record of the pilot from the stable text that names it."""
    return uuid5(NAMESPACE, record)
