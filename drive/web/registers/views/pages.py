"""What every page of the registers needs: the register that an address names, and the case."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest

from drive.web.accounts.policy import actor_of, find, require
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters import case_frame
from drive.web.core.clock import today
from drive.web.registers.registry.declaration import Register
from drive.web.registers.registry.every import REGISTERS


def frame(request: HttpRequest, case: DriveCase) -> dict[str, Any]:
    """Return the strip and the tabs of a case, with ours marked."""
    return case_frame(case, actor_of(request), active="registers:index", today=today())


def register_at(name: str) -> Register:
    """Return the register that an address names."""
    if name not in REGISTERS:
        raise Http404("not found")
    return REGISTERS[name]


def writable(request: HttpRequest, name: str) -> Register:
    """Return the register that an address names, for somebody who writes in it."""
    register = register_at(name)
    require(actor_of(request), register.permission)
    return register


def entry_of(request: HttpRequest, register: Register, case: DriveCase, entry_id: UUID) -> Any:
    """Return an entry of a case."""
    entry = find(request, register.model, pk=entry_id)
    if entry.drive_case_id != case.pk:
        raise Http404("not found")
    return entry
