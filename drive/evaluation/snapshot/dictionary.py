"""The data dictionary of a snapshot, as a Frictionless data package."""

from __future__ import annotations

from typing import Any

from drive.evaluation.snapshot.words import words_of
from drive.vocabulary.columns import Column, ColumnKind, Table
from drive.vocabulary.snapshot import TABLES

DESCRIPTOR_NAME = "datapackage.json"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES: dict[ColumnKind, str] = {
    "key": "string",
    "word": "string",
    "text": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
}


def file_name(table: Table) -> str:
    """Return the name of a table's file within the folder."""
    return f"{table.name}.parquet"


def descriptor(*, header: dict[str, Any], files: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the text of ``datapackage.json``.

    Parameters
    ----------
    header : dict
        What is said of the snapshot as a whole; kept under ``drive``.
    files : dict
        For each table its ``rows``, ``bytes`` and ``hash``.
    """
    return {
        "$schema": _PROFILE,
        "name": "drive-snapshot",
        "title": "Drive: pseudonymised snapshot for the evaluation",
        "description": (
            "One Parquet file for each table. Keys are pseudonyms, ages are in years and times "
            "are days from allocation. An empty cell stands beside a status that says why."
        ),
        "created": header["frozen_on"],
        "drive": header,
        "resources": [_resource(table, files[table.name]) for table in TABLES],
    }


def _resource(table: Table, file: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": table.name.replace("_", "-"),
        "path": file_name(table),
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "description": f"A row is {table.row}.",
        **file,
        "schema": {
            "fields": [_field(table, column) for column in table.columns],
            "primaryKey": [table.column_names[0]],
            "foreignKeys": _foreign_keys(table),
        },
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.name == table.column_names[0]:
        constraints = {"required": True, "unique": True}
    words = words_of(table.name, column.name)
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.kind],
        "description": column.meaning,
    }
    if words is not None:
        constraints["enum"] = [word.value for word in words]
        field["categories"] = [{"value": word.value, "label": word.label} for word in words]
    if constraints:
        field["constraints"] = constraints
    return field


def _foreign_keys(table: Table) -> list[dict[str, Any]]:
    """Return the references of a table: a key column that is another table's first column."""
    owners = {each.column_names[0]: each.name for each in TABLES}
    return [
        {
            "fields": [column.name],
            "reference": {
                "resource": owners[column.name].replace("_", "-"),
                "fields": [column.name],
            },
        }
        for column in table.columns[1:]
        if column.kind == "key" and column.name in owners
    ]
