"""The rungs of an agency, from whoever does the work to the board."""

from __future__ import annotations

from drive.vocabulary.directory import ContactRole

LADDER = tuple(ContactRole)
"""The roles, from the bottom to the top."""

USUAL_WAIT = 5
"""Working days that one waits at a rung for which nothing else was settled."""

_IN_WORDS = {
    ContactRole.PRACTITIONER: "practitioner",
    ContactRole.MANAGER: "manager",
    ContactRole.SINGLE_POINT: "single point of contact",
    ContactRole.STRATEGIC_LEAD: "strategic lead",
    ContactRole.BOARD: "member of the board",
}


def role_in_words(role: ContactRole) -> str:
    """Return a role as it stands within a sentence."""
    return _IN_WORDS[role]


def from_rung(role: ContactRole) -> tuple[ContactRole, ...]:
    """Return a rung and those above it."""
    return LADDER[LADDER.index(role) :]
