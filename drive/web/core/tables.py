"""Making the tables of an empty database at once, and not by every change that there ever was.

Django makes the models anew for each change in turn, which takes a minute by now. What the changes
lead to and what the models say is the same: `tests/integration/upgrades` compares them.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model


def is_empty() -> bool:
    """Say whether the database has no table yet."""
    return not connection.introspection.table_names()


def make_tables() -> None:
    """Make every table as the models have it, and note each change as made: all or nothing."""
    write_tables(apps.get_models(), MigrationLoader(connection).disk_migrations)


def write_tables(models: Iterable[type[Model]], changes: Iterable[tuple[str, str]]) -> None:
    """Make the tables of some models in an empty database, and note these changes as made."""
    recorder = MigrationRecorder(connection)
    with connection.schema_editor(atomic=True) as editor:
        for model in models:
            if model._meta.managed and not model._meta.proxy and not model._meta.swapped:
                editor.create_model(model)
        editor.create_model(recorder.Migration)
        for app, name in changes:
            recorder.record_applied(app, name)
