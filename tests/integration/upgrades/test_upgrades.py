"""A database of each earlier version opens in this one, and nothing in it is lost."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.transaction import atomic

from drive.web.core.tables import is_empty, make_tables, write_tables
from tests.integration.upgrades.keep import KEPT

RENAMED = {"allocation.block": "allocation.sealedlist"}

VERSIONS = sorted(KEPT.glob("*.json.gz"))


Schema = dict[str, tuple[set[Any], Counter[Any]]]


@pytest.fixture
def schema_of_models(transactional_db: None) -> Schema:
    """What stands in the database of the tests, which is made from the models."""
    found = _schema()
    assert len(found) > 100
    return found


@pytest.fixture
def empty_database(
    schema_of_models: Schema, django_db_blocker: Any, settings: Any, tmp_path: Path
) -> Iterator[None]:
    """Turn the one connection to a database with nothing in it, of the kind the tests use."""
    # Every other test does without migrations; what they lead to is compared here.
    settings.MIGRATION_MODULES = {}
    postgres = connection.vendor == "postgresql"
    of_the_tests = connection.settings_dict["NAME"]
    name = f"old_{uuid4().hex}" if postgres else str(tmp_path / "old.sqlite3")
    with django_db_blocker.unblock():
        if postgres:
            _on_the_server(f'CREATE DATABASE "{name}"')
        _turn_to(name)
        yield
        _turn_to(of_the_tests)
        if postgres:
            _on_the_server(f'DROP DATABASE "{name}"')


def _turn_to(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name


def _on_the_server(command: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(command)


def test_a_new_database_is_made_at_once_and_needs_no_change(
    schema_of_models: Schema, empty_database: None
) -> None:
    assert is_empty()
    make_tables()
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    assert _schema() == schema_of_models


def test_tables_are_made_all_or_none(empty_database: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OperationalError("the disk is full")

    monkeypatch.setattr(MigrationRecorder, "record_applied", fails)
    with pytest.raises(OperationalError):
        make_tables()
    assert is_empty()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Open the last two of the kept databases; with `--thorough` every one.

    The first takes a minute, nearly all of it Django's making of models for each migration.
    """
    if "path" in metafunc.fixturenames:
        thorough = metafunc.config.getoption("--thorough")
        chosen = VERSIONS if thorough else VERSIONS[-2:]
        metafunc.parametrize("path", chosen, ids=lambda path: path.name.partition(".")[0])


def test_an_earlier_database_opens(
    path: Path, schema_of_models: Schema, empty_database: None, django_db_blocker: Any
) -> None:
    kept = json.loads(gzip.decompress(path.read_bytes()))
    _fill(kept)
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    for label, table in kept["tables"].items():
        # A migration may add rows, such as folders of cases that had none; it loses nothing.
        assert _keys_today(label) >= {_key(table, row) for row in table["rows"]}, label
    connection.check_constraints()
    assert _schema() == schema_of_models


def _schema() -> Schema:
    """Return the columns and the constraints of our tables; what differs in name alone is one."""
    found: Schema = {}
    with connection.cursor() as cursor:
        ours = {
            model._meta.db_table
            for model in apps.get_models(include_auto_created=True)
            if model._meta.app_config.name.startswith("drive.")
        }
        for table in ours & set(connection.introspection.table_names(cursor)):
            columns = connection.introspection.get_table_description(cursor, table)
            constraints = connection.introspection.get_constraints(cursor, table)
            found[table] = (
                {(each.name, each.type_code, each.null_ok) for each in columns},
                Counter(map(_constraint, constraints.values())),
            )
    return found


def _constraint(about: dict[str, Any]) -> tuple[Any, ...]:
    kinds = ("primary_key", "unique", "foreign_key", "check", "index")
    return (tuple(about["columns"]), *(about[kind] for kind in kinds))


def _fill(kept: dict[str, Any]) -> None:
    """Bring the database to the version that was, and its rows into it."""
    loader = MigrationLoader(connection)
    last = [(app, name) for app, name in kept["migrations"]]
    then = loader.project_state(last).apps
    made = {change for each in last for change in loader.graph.forwards_plan(each)}
    write_tables(then.get_models(), made)
    # Keys between tables are checked at the end of the transaction, so any order will do.
    with atomic():
        for label, table in kept["tables"].items():
            model = then.get_model(label)
            model._base_manager.bulk_create(
                [model(**_as_typed(model, table["columns"], row)) for row in table["rows"]]
            )


def _as_typed(model: Any, columns: list[str], row: list[Any]) -> dict[str, Any]:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return {
        name: value if fields[name].is_relation else fields[name].to_python(value)
        for name, value in zip(columns, row, strict=True)
    }


def _key(table: dict[str, Any], row: list[Any]) -> str:
    return str(row[table["columns"].index("id")] if "id" in table["columns"] else row[0])


def _keys_today(label: str) -> set[str]:
    model = apps.get_model(RENAMED.get(label, label))
    return {str(key) for key in model._base_manager.values_list("pk", flat=True)}
