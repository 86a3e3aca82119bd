"""What linkage may ask of the vault, inside its job: whether two people share an address or number.

No page asks this. The keys are compared and thrown away; they are written nowhere.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from drive.web.core.sealing import unseal_field
from drive.web.vault.models import Address, Telephone

_AT_ONCE = 500


@dataclass(frozen=True, kw_only=True)
class Keys:
    """A postcode and a number in one spelling; empty where there is none."""

    postcode: str = ""
    telephone: str = ""


class KeysOfPeople:
    """The keys of people by the moment at which each was recorded."""

    def __init__(self, subjects: Iterable[UUID]) -> None:
        wanted = list(dict.fromkeys(subjects))
        self._postcodes = _by_subject(Address, "sealed_postcode", wanted)
        self._telephones = _by_subject(Telephone, "sealed_number", wanted)

    def of(self, subject: UUID, *, recorded_at: datetime) -> Keys:
        """Return what was recorded of somebody at a moment; where nothing was, the latest."""
        return Keys(
            postcode=_plain_postcode(_at(self._postcodes.get(subject, {}), recorded_at)),
            telephone=_plain_number(_at(self._telephones.get(subject, {}), recorded_at)),
        )


_Texts = dict[datetime, str]


def _by_subject(model: Any, field: str, subjects: list[UUID]) -> dict[UUID, _Texts]:
    found: dict[UUID, _Texts] = {}
    for row in _rows(model, subjects):
        text = unseal_field(row, field)
        if text.strip():
            found.setdefault(row.subject_id, {})[row.recorded_at] = text
    return found


def _rows(model: Any, subjects: list[UUID]) -> Iterator[Any]:
    for first in range(0, len(subjects), _AT_ONCE):
        some = subjects[first : first + _AT_ONCE]
        yield from model.objects.filter(subject_id__in=some).order_by("recorded_at")


def _at(texts: _Texts, moment: datetime) -> str:
    return texts.get(moment) or next(reversed(texts.values()), "")


def _plain_postcode(text: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", text.upper())


def _plain_number(text: str) -> str:
    return re.sub(r"[^0-9+]", "", text)
