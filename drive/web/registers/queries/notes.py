"""The notes for which an entry speaks: they count its work, and it is told once."""

from __future__ import annotations

from uuid import UUID

from drive.vocabulary.work import LinkedTo
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.registers.registry.every import REGISTERS


def notes_of_entries(case: DriveCase, actor: User) -> set[UUID]:
    """Return the keys of the notes of a case that count an entry, and tell of nothing else."""
    found: set[UUID] = set()
    for register in REGISTERS.values():
        if register.counts:
            rows = register.rows.visible_to(actor).filter(
                drive_case=case, superseded_by=None, taken_back=False
            )
            rows = rows.exclude(note__linked_kind=LinkedTo.REQUEST)
            found.update(rows.exclude(note=None).values_list("note", flat=True))
    return found
