"""When the service user counts as out of contact."""

from __future__ import annotations

from collections.abc import Iterable

from drive.vocabulary.casework import NonContactCause

ATTEMPTS_UNTIL_QUIET = 3

CAUSES_OF_SILENCE = frozenset(
    {
        NonContactCause.CANNOT_LOCATE,
        NonContactCause.DECLINED_CONTACT,
        NonContactCause.NO_RESPONSE,
        NonContactCause.MOVED,
    }
)
"""The causes that say that he keeps away, and not that the team waits."""


def has_gone_quiet(latest_first: Iterable[bool]) -> bool:
    """Return whether the last attempts, each with whether it succeeded, reached nobody."""
    latest = list(latest_first)[:ATTEMPTS_UNTIL_QUIET]
    return len(latest) == ATTEMPTS_UNTIL_QUIET and not any(latest)
