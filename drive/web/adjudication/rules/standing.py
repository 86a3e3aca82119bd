"""Who may be an adjudicator: somebody who can know neither the people nor the arm."""

from __future__ import annotations

from collections.abc import Collection

from drive.web.accounts.roles import Role

KNOWS_NEITHER = frozenset({Role.CODER, Role.COMMISSIONER, Role.PARTNER})
"""The roles in which nobody learns of a case or of an arm."""


def why_not(roles: Collection[Role], *, roles_before: Collection[Role], held: bool) -> str:
    """Return why somebody may not rate narratives; empty if nothing stands against it.

    Parameters
    ----------
    roles, roles_before : collection of Role
        Those held now, and all that were ever held.
    held : bool
        Whether a pair was ever theirs to work with.
    """
    if Role.CODER not in roles:
        return "A narrative is rated by a qualitative coder."
    if held:
        return "Whoever has worked with a case cannot rate narratives."
    if set(roles_before) - KNOWS_NEITHER:
        return "Whoever has had a role that knows cases or arms cannot rate narratives."
    return ""
