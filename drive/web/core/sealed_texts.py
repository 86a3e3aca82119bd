"""All sealed texts of a compartment, wherever they lie: counted by key, and sealed anew."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from django.apps import apps
from django.db import models

from drive.web.core.keys import SealingError
from drive.web.core.sealing import SealedTextField, names_key, place_of, seal, unseal

_AT_ONCE = 200


@dataclass(frozen=True)
class Walked:
    """How many texts were sealed anew, and how many did not open and were left."""

    done: int
    closed: int


class Texts(Protocol):
    """The texts of one compartment."""

    @property
    def compartment(self) -> str:
        """The compartment."""

    def naming(self, key: str) -> int:
        """Return how many texts were made with a key."""

    def seal_anew(self, key: str) -> Walked:
        """Make each text that another key made again, with this one."""


@dataclass(frozen=True)
class SealedColumn:
    """A sealed field of a table."""

    model: type[models.Model]
    field: str
    compartment: str

    @property
    def rows(self) -> models.QuerySet[Any]:
        """The rows that hold a sealed text."""
        return self.model._base_manager.exclude(**{self.field: ""})


def sealed_columns() -> list[SealedColumn]:
    """Return every sealed field of every table."""
    return [
        SealedColumn(model, field.name, field.compartment)
        for model in apps.get_models()
        if not model._meta.proxy
        for field in model._meta.local_fields
        if isinstance(field, SealedTextField)
    ]


def compartments() -> list[str]:
    """Return the compartments that some table has texts of."""
    return sorted({column.compartment for column in sealed_columns()})


@dataclass(frozen=True)
class FieldTexts:
    """The texts of a compartment that lie in sealed fields."""

    compartment: str

    def naming(self, key: str) -> int:
        """Return how many texts were sealed with a key."""
        begins = names_key(key)
        return sum(
            column.rows.filter(**{f"{column.field}__startswith": begins}).count()
            for column in self._columns()
        )

    def seal_anew(self, key: str) -> Walked:
        """Seal each text that another key sealed with this one, one by one.

        A text that somebody writes meanwhile is left to that: it is sealed with the new key
        already.
        """
        each = [_column_anew(column, key) for column in self._columns()]
        return Walked(sum(walk.done for walk in each), sum(walk.closed for walk in each))

    def _columns(self) -> list[SealedColumn]:
        return [each for each in sealed_columns() if each.compartment == self.compartment]


def _column_anew(column: SealedColumn, key: str) -> Walked:
    done, closed = 0, 0
    for primary_key, old in _old_texts(column, key):
        bound_to = place_of(column.model, column.field, primary_key)
        try:
            text = unseal(old, compartment=column.compartment, bound_to=bound_to)
        except SealingError:
            closed += 1
            continue
        new = seal(text, compartment=column.compartment, bound_to=bound_to)
        there = column.rows.filter(pk=primary_key, **{column.field: old})
        done += there.update(**{column.field: new})
    return Walked(done, closed)


def _old_texts(column: SealedColumn, key: str) -> Iterator[tuple[Any, str]]:
    """Give the key and the text of each row that another key sealed."""
    old = column.rows.exclude(**{f"{column.field}__startswith": names_key(key)}).order_by("pk")
    last = None
    while True:
        batch = old if last is None else old.filter(pk__gt=last)
        found = list(batch.values_list("pk", flat=True)[:_AT_ONCE])
        # One text at a time: a sealed document may be as large as a file may be.
        for primary_key in found:
            yield from old.filter(pk=primary_key).values_list("pk", column.field)
        if len(found) < _AT_ONCE:
            return
        last = found[-1]
