"""What each child is to children's social care now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.registers.queries.entries import standing
from drive.web.registers.queries.words import opened
from drive.web.registers.registry.children import CHILDREN, STATUSES
from drive.web.registers.registry.declaration import Opened


@dataclass(frozen=True, kw_only=True)
class ChildNow:
    """A child, and the latest status; None where none is recorded."""

    child: Opened
    status: Any


def children_now(case: DriveCase, actor: User) -> list[ChildNow]:
    """Return the children of a case, each with the status that counts now."""
    latest: dict[Any, Any] = {}
    for row in standing(STATUSES, case, actor):
        latest.setdefault(row.child.origin, row)
    children = opened(CHILDREN, standing(CHILDREN, case, actor), actor)
    return [ChildNow(child=each, status=latest.get(each.row.origin)) for each in children]
