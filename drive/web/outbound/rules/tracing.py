"""The trace of a leak: who had something, in time order, and from what each could infer it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from drive.vocabulary.facts import Tells
from drive.vocabulary.outbound import Exposure


@dataclass(frozen=True)
class Contact:
    """That somebody had one thing in hand or before their eyes."""

    at: datetime
    who: str
    how: Exposure
    thing: Any
    """The key of what it was."""


@dataclass(frozen=True)
class Traced:
    """One row of a trace: that somebody had something, and what that tells of what leaked."""

    contact: Contact
    tells: Tells

    @property
    def itself(self) -> bool:
        """Whether it was the very thing, and not something from which it can be inferred."""
        return self.tells is Tells.ITSELF


def trace(contacts: Iterable[Contact], tells: Mapping[Any, Tells]) -> list[Traced]:
    """Return who had what tells a thing, the earliest first; each contact once.

    Parameters
    ----------
    contacts : iterable of Contact
        Who had what. What tells nothing of the thing is left aside.
    tells : mapping
        By key, everything from which the thing can be known, and what that is.
    """
    # An event that names both a fact and its version is one contact, with the very thing.
    had: dict[tuple[datetime, str, Exposure, Tells], Contact] = {}
    for contact in contacts:
        if contact.thing in tells:
            what = tells[contact.thing]
            had.setdefault((contact.at, contact.who, contact.how, what), contact)
    return [
        Traced(contact, what)
        for (*_order, what), contact in sorted(had.items(), key=lambda each: each[0])
    ]
