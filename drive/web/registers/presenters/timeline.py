"""Entries in the timeline of a case."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext

from drive.vocabulary.timeline import TimelineKind
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.casework.presenters.timeline import Entry
from drive.web.registers.queries.entries import standing
from drive.web.registers.queries.words import (
    Called,
    called_to,
    is_victim_side,
    open_one,
    open_words,
)
from drive.web.registers.registry.declaration import Opened, Register
from drive.web.registers.registry.every import REGISTERS


def timeline_items(case: DriveCase, actor: User) -> Iterable[Entry]:
    """Give every entry that stands on a case, and once more the end of what has ended."""
    for register in REGISTERS.values():
        rows = list(standing(register, case, actor))
        called = called_to(register, rows, actor) if rows else {}
        for row in rows:
            yield _entry(register, row, called)
            if _has_ended(register, row):
                yield _end(register, row)


def _entry(register: Register, row: Any, called: Called) -> Entry:
    return Entry(
        what=register.titled(row),
        kind=TimelineKind.REGISTER,
        on=row.happened_on,
        at=row.recorded_at,
        by=row.recorded_by,
        key=row.origin,
        text=lambda: in_words(open_one(row, called)),
        major=register.is_major(row),
        victim_side=is_victim_side(row, called),
        href=reverse("registers:entry", args=[row.drive_case_id, register.slug, row.pk]),
    )


def _has_ended(register: Register, row: Any) -> bool:
    """Return whether the end was over when it was recorded: what lies ahead has not happened."""
    return register.lasts and row.ends_on and row.ends_on <= localtime(row.recorded_at).date()


def _end(register: Register, row: Any) -> Entry:
    return Entry(
        what=gettext("Ended: %s") % register.titled(row),
        kind=TimelineKind.REGISTER,
        on=row.ends_on,
        at=row.recorded_at,
        by=row.recorded_by,
        key=row.pk,
        text=lambda: open_words(row)["ending"],
        major=register.is_major(row),
        victim_side=bool(row.sealed_text),
        href=reverse("registers:entry", args=[row.drive_case_id, register.slug, row.pk]),
    )


def in_words(entry: Opened) -> str:
    """Return what an entry is about and says, each on its own line."""
    said = (words for name, words in entry.words.items() if name != "ending")
    return "\n".join(text for text in (*entry.about.values(), *said) if text)
