"""What stands in the database, so that two moments can be compared."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model

ABOUT_THE_ATTEMPT = {"audit.Event", "recording.Draft"}
"""What may be written though the form was not saved: that it was tried, and the text."""

Contents = dict[str, Counter[tuple[Any, ...]]]


def tables() -> list[type[Model]]:
    """Return every table of the application."""
    return [
        model
        for config in apps.get_app_configs()
        if config.name.startswith("drive.web.")
        for model in config.get_models()
        if model._meta.label not in ABOUT_THE_ATTEMPT
    ]


def counts() -> dict[str, int]:
    """Return how many rows each table holds, in one statement."""
    models = tables()
    quoted = connection.ops.quote_name
    each = (f"(SELECT COUNT(*) FROM {quoted(one._meta.db_table)})" for one in models)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(each))
        found = cursor.fetchone()
    return {one._meta.label: number for one, number in zip(models, found, strict=True)}


def contents(labels: set[str] | None = None) -> Contents:
    """Return the rows of some tables, or of all."""
    return {
        one._meta.label: Counter(map(_plain, one._default_manager.values_list()))
        for one in tables()
        if labels is None or one._meta.label in labels
    }


def _plain(row: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(map(repr, row))
