"""Opening what somebody wrote in an entry, and what an entry points to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from drive.vocabulary.word import Word
from drive.web.accounts.models import User
from drive.web.core.sealing import unseal_field
from drive.web.registers.models import Entry, words_in
from drive.web.registers.registry.declaration import Opened

if TYPE_CHECKING:
    from drive.web.registers.registry.declaration import Register

Called = Mapping[str, Mapping[UUID, tuple[str, bool]]]
"""By field and origin, what a row is called, and whether that came from her or her Idva."""


def open_words(row: Entry) -> dict[str, str]:
    """Return by field what somebody wrote in an entry, opened where it is sealed."""
    names = words_in(row)
    if not row.sealed_text:
        return {name: getattr(row, name) for name in names}
    kept: dict[str, str] = json.loads(unseal_field(row, "sealed_text"))
    return {name: kept.get(name, "") for name in names}


def opened(register: Register, rows: Iterable[Any], actor: User) -> list[Opened]:
    """Return rows of a register as they are read, in one query more for each kind they point to."""
    found = list(rows)
    called = called_to(register, found, actor)
    return [open_one(row, called) for row in found]


def called_to(register: Register, rows: Iterable[Any], actor: User) -> Called:
    """Return by field and origin what the latest rows are called to which some rows point."""
    found = list(rows)
    return {
        name: _calls(other, {getattr(row, name).origin for row in found}, actor)
        for name, other in register.offers.items()
    }


def open_one(row: Any, called: Called) -> Opened:
    """Return a row as it is read."""
    return Opened(
        row=row,
        words=open_words(row),
        about={name: words for name, (words, _sealed) in _pointed(row, called).items()},
        victim_side=is_victim_side(row, called),
    )


def is_victim_side(row: Any, called: Called) -> bool:
    """Return whether a row, or one to which it points, came from her or her Idva."""
    return bool(row.sealed_text) or any(sealed for _, sealed in _pointed(row, called).values())


def _pointed(row: Any, called: Called) -> dict[str, tuple[str, bool]]:
    found = {name: calls.get(getattr(row, name).origin) for name, calls in called.items()}
    return {name: each for name, each in found.items() if each}


def _calls(register: Register, origins: set[UUID], actor: User) -> dict[UUID, tuple[str, bool]]:
    latest = register.rows.visible_to(actor).filter(origin__in=origins, superseded_by=None)
    return {
        each.row.origin: (register.name(each), each.victim_side)
        for each in opened(register, latest, actor)
    }


def values_of(register: Register, row: Any) -> dict[str, Any]:
    """Return what a row says by the fields of its form, as a form starts with it."""
    words = open_words(row)
    return {
        name: words[name] if name in words else _value(getattr(row, name), field)
        for name, field in register.form.base_fields.items()
        if name not in {"seen", "key"}
    }


def _value(value: Any, field: Any) -> Any:
    if hasattr(field, "read"):
        return field.read(value)
    if isinstance(value, Entry):
        return str(value.origin)
    if isinstance(value, str) and "," in value:
        return value.split(",")
    return value.value if isinstance(value, Word) else value
