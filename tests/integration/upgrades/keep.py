"""Keep a small database of this version: `python -m tests.integration.upgrades.keep part_2`.

It holds the world of the access tests: every kind of object, made through the real actions, all
of it synthetic. What is sealed in it stays shut for ever, since its keys are thrown away.
"""

import gzip
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

KEPT = Path(__file__).parent / "kept"
MADE_BY_MIGRATIONS = {"contenttypes.contenttype", "auth.permission"}


def main(name: str) -> None:
    """Build the world in a database of its own, and write it down."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(
            DJANGO_SETTINGS_MODULE="drive.web.project.settings",
            DATABASE_URL=f"sqlite:///{folder}/drive.sqlite3",
            DRIVE_VAR=folder,
            DRIVE_TASKS="immediate",
        )
        import django

        django.setup()
        _build_world()
        text = json.dumps(kept(), default=str, separators=(",", ":"))
    # No time stamp inside, so that the same world is the same file.
    (KEPT / f"{name}.json.gz").write_bytes(gzip.compress(text.encode(), mtime=0))


def _build_world() -> None:
    from django.core.management import call_command
    from django.test import override_settings

    from tests.cast import NOW, make_cast
    from tests.integration.access.world import build

    hasher = "django.contrib.auth.hashers.MD5PasswordHasher"
    with override_settings(DRIVE_TODAY=NOW.date(), PASSWORD_HASHERS=[hasher]):
        call_command("migrate", verbosity=0)
        build(make_cast())


def kept() -> dict[str, Any]:
    """Return the last migration of each app, and the rows of each table as plain values."""
    from django.apps import apps
    from django.core.serializers.json import DjangoJSONEncoder
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    tables = {
        model._meta.label_lower: _rows(model)
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and model._meta.label_lower not in MADE_BY_MIGRATIONS
    }
    leaves = MigrationLoader(connection).graph.leaf_nodes()
    return {
        "migrations": sorted(leaves),
        "tables": json.loads(json.dumps(tables, cls=DjangoJSONEncoder)),
    }


def _rows(model: Any) -> dict[str, Any]:
    names = [field.attname for field in model._meta.concrete_fields]
    rows = model._base_manager.order_by("pk").values_list(*names)
    return {"columns": names, "rows": [list(row) for row in rows]}


if __name__ == "__main__":
    main(sys.argv[1])
