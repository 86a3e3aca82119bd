"""What may be said of the people on record who are shown while a hearing is entered."""

from collections.abc import Iterable
from uuid import UUID

NONE = "none"
UNSURE = "unsure"


def shown_together(shown: Iterable[tuple[str, Iterable[UUID]]]) -> str:
    """Return a text that is equal when the same people are shown again for the same roles."""
    return ";".join(f"{role}:{','.join(key.hex for key in keys)}" for role, keys in shown)
