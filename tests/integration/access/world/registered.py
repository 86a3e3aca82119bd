"""Kept in the registers: one entry in each, and one that her Idva told."""

from __future__ import annotations

from typing import Any

from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.registers.registry.every import REGISTERS
from drive.web.tasks.models import Task
from tests.factories.registers import TYPED, entry_in

_ENDS = {"ends_on-day": "30", "ends_on-month": "9", "ends_on-year": "2017"}


def registered(users: dict[str, User], case: DriveCase) -> dict[str, Any]:
    """Record an entry in every register of a case; a lever is told by the Idva and has an end."""
    made = {}
    for slug in TYPED:
        manages = REGISTERS[slug].permission == "registers.review"
        by = users["service_manager" if manages else "case_manager"]
        told = {"informant": "idva", "text": "toldlever11", **_ENDS} if slug == "levers" else {}
        made[slug] = entry_in(slug, case, by, **told)
    return made


def lever_ended(case: DriveCase) -> Task:
    """Return the task of looking again at a lever."""
    return Task.objects.get(about=case.pk, kind=TaskKind.LEVER_ENDED)
