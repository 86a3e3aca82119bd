"""What a table of a snapshot is made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

ColumnKind = Literal["key", "word", "text", "integer", "number", "boolean"]


@dataclass(frozen=True)
class Column:
    """One column: its name, its kind, what it means, and since which version there is it."""

    name: str
    kind: ColumnKind
    meaning: str
    since: str = "1"


@dataclass(frozen=True)
class Table:
    """One table: its name, what a row is, and its columns, the first being the sort key."""

    name: str
    row: str
    columns: tuple[Column, ...]

    @property
    def column_names(self) -> list[str]:
        """The names in order."""
        return [column.name for column in self.columns]

    def as_of(self, version: str) -> Table:
        """Return the table as it was in a version of the schema."""
        there = tuple(column for column in self.columns if int(column.since) <= int(version))
        return replace(self, columns=there)
