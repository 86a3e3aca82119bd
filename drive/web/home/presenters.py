"""What needs me today: one function a role, composed from the queries of lower apps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from drive.web.accounts.models import User
from drive.web.accounts.roles import Role


@dataclass(frozen=True)
class Panel:
    """One list on the home page.

    ``entries`` are dictionaries with ``text``, ``href`` and, where useful, ``hint`` and ``tag``
    (the parameters of a tag). ``empty`` is said when there are none.
    """

    heading: str
    entries: list[dict[str, Any]] = field(default_factory=list)
    empty: str = ""


Presenter = Callable[[User, date], list[Panel]]

PANELS: dict[Role, Presenter] = {}
"""Which function makes the panels of a role; a role without one has the links of its sections."""


def panels_for(actor: User, today: date) -> list[Panel]:
    """Return the panels of all the roles that the actor holds."""
    return [
        panel
        for role in Role
        if role in actor.roles and role in PANELS
        for panel in PANELS[role](actor, today)
    ]
