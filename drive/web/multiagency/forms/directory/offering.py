"""Letting a field offer rows of the directory."""

from collections.abc import Callable, Iterable
from typing import Any


def offer_rows(field: Any, rows: Iterable[Any], named: Callable[[Any], str] = str) -> None:
    """Let a field offer rows by their names; its value is the row."""
    by_key = {str(row.pk): row for row in rows}
    field.choices = [(key, named(row)) for key, row in by_key.items()]
    field.coerce = by_key.get
