"""Blind indexes: keyed hashes by which equal addresses find each other, and nothing is opened.

Their key is apart from the one that seals: whoever had it alone could compare, not read.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import Q

from drive.vocabulary.vault import DetailKind
from drive.web.audit.actions import Actor, record_change
from drive.web.core.keys import SealingError, current_key
from drive.web.core.sealed_texts import Walked
from drive.web.core.sealing import unseal_field
from drive.web.vault import rules
from drive.web.vault.models import Address, Detail, Telephone

COMPARTMENT = "location_index"

_SAME: Mapping[str, Callable[[str], str]] = {
    DetailKind.EMAIL: rules.same_email,
    DetailKind.PLATE: rules.same_plate,
}


def blind(what: str, text: str) -> str:
    """Return the index of a text that is in one spelling already; empty for an empty text."""
    if not text:
        return ""
    name, key = current_key(COMPARTMENT)
    return f"{name}${hmac.new(key, f'{what}|{text}'.encode(), sha256).hexdigest()}"


def index_address(row: Address, lines: str, postcode: str) -> None:
    """Set the indexes of an address; where only a postcode is known, no whole address is."""
    row.index_whole = blind("address", rules.same_address(lines, postcode)) if lines.strip() else ""
    row.index_postcode = blind("postcode", rules.same_postcode(postcode))


def index_telephone(row: Telephone, number: str) -> None:
    """Set the index of a number."""
    row.index_number = blind("number", rules.same_number(number))


def index_detail(row: Detail, text: str) -> None:
    """Set the index of another detail."""
    row.index_text = blind(row.kind, _SAME.get(row.kind, rules.same_words)(text))


def _address_anew(row: Address) -> None:
    lines, postcode = (unseal_field(row, name) for name in ("sealed_lines", "sealed_postcode"))
    index_address(row, lines, postcode)


@dataclass(frozen=True)
class _Indexed:
    """A table with an index, and how a row of it is marked again."""

    model: type[Any]
    fields: tuple[str, ...]
    again: Callable[[Any], None]

    def with_key(self, key: str) -> Q:
        """Return the condition of the rows that were marked with a key."""
        marked = Q(pk__in=[])
        for name in self.fields:
            marked |= Q(**{f"{name}__startswith": f"{key}$"})
        return marked

    @property
    def unmarked(self) -> Q:
        """The condition of the rows that have no index."""
        return Q(**dict.fromkeys(self.fields, ""))


_TABLES = (
    _Indexed(Address, ("index_whole", "index_postcode"), _address_anew),
    _Indexed(
        Telephone,
        ("index_number",),
        lambda row: index_telephone(row, unseal_field(row, "sealed_number")),
    ),
    _Indexed(
        Detail,
        ("index_text",),
        lambda row: index_detail(row, unseal_field(row, "sealed_text")),
    ),
)


@transaction.atomic
def fill_indexes(*, by: Actor | None, now: datetime) -> int:
    """Mark the rows that have no index, such as those from before there were any."""
    walked = _mark(lambda table: table.unmarked)
    record_change("vault.fill_indexes", by=by, now=now, fields=f"{walked.done} rows")
    return walked.done


class IndexTexts:
    """The blind indexes, as their key is changed: every row is marked again, all at once."""

    compartment = COMPARTMENT

    def naming(self, key: str) -> int:
        """Return how many rows were marked with a key."""
        return sum(table.model.objects.filter(table.with_key(key)).count() for table in _TABLES)

    @transaction.atomic
    def seal_anew(self, key: str) -> Walked:
        """Mark each row with a new key; until that is done, all compare by the old one."""
        return _mark(lambda table: ~table.with_key(key))


def _mark(wanted: Callable[[_Indexed], Q]) -> Walked:
    done, closed = 0, 0
    for table in _TABLES:
        for row in table.model.objects.filter(wanted(table)).iterator(chunk_size=500):
            try:
                table.again(row)
            except SealingError:
                closed += 1
                continue
            changed = {name: getattr(row, name) for name in table.fields}
            done += table.model.objects.filter(pk=row.pk).update(**changed)
    return Walked(done, closed)
