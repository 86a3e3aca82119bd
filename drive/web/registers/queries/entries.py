"""Finding the entries of a case."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.registers.models import Entry

if TYPE_CHECKING:
    from drive.web.registers.registry.declaration import Register

AT_MOST = 200
"""So many entries of one register are counted on the page of a case."""


def standing(register: Register, case: DriveCase, actor: User) -> QuerySet[Any]:
    """Return the entries of a register that stand, the newest first."""
    return _read(register, actor).filter(drive_case=case, superseded_by=None, taken_back=False)


def lasting(register: Register, case: DriveCase, actor: User, day: date) -> QuerySet[Any]:
    """Return the entries of a register that have begun and not ended on a day."""
    return standing(register, case, actor).filter(
        Q(ends_on=None) | Q(ends_on__gte=day), happened_on__lte=day
    )


def latest_of(register: Register, entry: Entry) -> Any:
    """Return the row that stands now in the place of an entry."""
    rows = register.rows.filter(origin=entry.origin, superseded_by=None)
    return rows.select_related("recorded_by", "drive_case", "note", *register.offers).get()


def history_of(register: Register, entry: Entry, actor: User) -> QuerySet[Any]:
    """Return every row of an entry, the newest first."""
    return _read(register, actor).filter(origin=entry.origin).order_by("-recorded_at", "pk")


def _read(register: Register, actor: User) -> QuerySet[Any]:
    pointed = list(register.offers)
    return register.rows.visible_to(actor).select_related("recorded_by", *pointed)


def newest(register: Register, case: DriveCase, actor: User) -> list[Any]:
    """Return the entries of a register for the page of a case, without what is sealed."""
    return list(standing(register, case, actor).defer("sealed_text")[:AT_MOST])
