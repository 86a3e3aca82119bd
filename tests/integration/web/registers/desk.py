"""What the tests of the registers share."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django.urls import reverse

from drive.vocabulary.tasks import TaskKind
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.registers.registry.declaration import Register
from drive.web.registers.registry.every import REGISTERS
from drive.web.tasks.queries import tasks_of
from tests.cast import Cast

TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)

EVERY = sorted(REGISTERS)
LASTING = sorted(slug for slug, register in REGISTERS.items() if register.lasts)
COUNTED = sorted(slug for slug, register in REGISTERS.items() if register.counts)


def words(page: bytes) -> str:
    """Return what a page says."""
    text = page.decode()
    return " ".join(TAGS.sub(" ", text[text.index("<main") :]).split())


def to(name: str, case: DriveCase, register: Register, row: Any = None) -> str:
    """Return the address of a page of a register."""
    keys = [case.pk, register.slug, *([row.pk] if row is not None else [])]
    return reverse(f"registers:{name}", args=keys)


def writer(cast: Cast, register: Register) -> User:
    """Return somebody who writes in a register."""
    return cast.service_manager if register.permission == "registers.review" else cast.case_manager


def waiting(actor: User) -> list[TaskKind]:
    """Return what the actor has to do."""
    return [TaskKind(task.kind) for task in tasks_of(actor)]


def on(name: str, day: date) -> dict[str, str]:
    """Return a day as it is typed."""
    return {
        f"{name}-day": str(day.day),
        f"{name}-month": str(day.month),
        f"{name}-year": str(day.year),
    }
