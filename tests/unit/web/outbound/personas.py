"""Synthetic people whom the scanner has to protect: invented names, reserved numbers and areas."""

from __future__ import annotations

from pathlib import Path

from drive.vocabulary.vault import ProtectedKind as Kind
from drive.web.outbound.rules.scanner import Protected

_PEOPLE = Path(__file__).with_name("personas.txt")
_KINDS = (
    Kind.NAME, Kind.NEW_NAME, Kind.ADDRESS, Kind.POSTCODE, Kind.TELEPHONE, Kind.EMAIL,
    Kind.SCHOOL, Kind.GP, Kind.WORKPLACE, Kind.REFUGE, Kind.PLATE,
)  # fmt: skip


def personas() -> list[dict[Kind, str]]:
    """Return what is protected of each person, by its kind."""
    return [
        dict(zip(_KINDS, line.split("|"), strict=True))
        for line in _PEOPLE.read_text(encoding="utf-8").splitlines()
    ]


def protected_of(persona: dict[Kind, str]) -> list[Protected]:
    """Return the same as the scanner takes it."""
    return [Protected(kind, text) for kind, text in persona.items()]
