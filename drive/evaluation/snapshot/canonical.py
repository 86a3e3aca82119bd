"""One text for each row, whatever database or file it came from, and the hash over all rows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from drive.evaluation.errors import SnapshotError
from drive.evaluation.snapshot.words import words_of
from drive.vocabulary.columns import ColumnKind, Table
from drive.vocabulary.snapshot import SCHEMA_VERSION, TABLES

_DTYPES: dict[ColumnKind, str] = {
    "key": "string",
    "word": "string",
    "text": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
}

_CONVERT: dict[ColumnKind, Callable[[Any], Any]] = {
    "key": str,
    "word": str,
    "text": str,
    "number": float,
}

Column: TypeAlias = "pd.Series[Any]"


def canonical_table(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Return the frame with the table's columns, kinds and row order.

    Raises
    ------
    SnapshotError
        If a column is missing or unknown, a cell is not of its kind or not in its list of
        words, or the key is empty or stands twice.
    """
    _check_columns(frame, table)
    typed = pd.DataFrame(
        {
            column.name: _typed(frame[column.name], table=table.name, kind=column.kind)
            for column in table.columns
        }
    )
    _check_words(typed, table)
    _check_key(typed, table)
    order = sorted(range(len(typed)), key=row_texts(typed).__getitem__)
    return typed.iloc[order].reset_index(drop=True)


def completed(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Return the frame with every column of the table, those it lacks being empty."""
    missing = {
        column.name: pd.Series([pd.NA] * len(frame), dtype=_DTYPES[column.kind])
        for column in table.columns
        if column.name not in frame.columns
    }
    return frame.assign(**missing)[table.column_names]


def row_texts(frame: pd.DataFrame) -> list[str]:
    """Return one JSON list per row; an empty cell is null."""
    columns = [_json_cells(frame[name]) for name in frame.columns]
    return [f"[{','.join(cells)}]" for cells in zip(*columns, strict=True)]


def content_hash(
    tables: Mapping[str, pd.DataFrame], *, published_figures: bool, version: str = SCHEMA_VERSION
) -> str:
    """Return the SHA-256 over the canonical text of all tables.

    It is taken over the text of the rows and not over the Parquet bytes, so that it is the
    same on both databases and with every version of the file format. The promise that the
    figures are published is part of it, because it lifts the suppression of small numbers. The
    tables of an older version have the columns of that version.
    """
    digest = hashlib.sha256()
    digest.update(f"drive snapshot {version} {published_figures}\n".encode())
    for table in (each.as_of(version) for each in TABLES):
        digest.update(f"table {table.name} {','.join(table.column_names)}\n".encode())
        for text in row_texts(tables[table.name]):
            digest.update(f"{text}\n".encode())
    return digest.hexdigest()


def _json_cells(values: Column) -> list[str]:
    """Return each cell as JSON; most texts stand many times, so each is written once."""
    written: dict[Any, str] = {}
    for cell in values.unique():
        written[cell] = json.dumps(_plain(cell), ensure_ascii=False)
    return [written[cell] for cell in values]


def _plain(cell: Any) -> Any:
    """Return the cell as Python's own kind, which JSON writes in one way only."""
    if cell is pd.NA:
        return None
    return cell.item() if isinstance(cell, np.generic) else cell


def _typed(values: Column, *, table: str, kind: ColumnKind) -> Column:
    convert = _CONVERT.get(kind, _as_it_is)
    try:
        cells = [pd.NA if _is_empty(each) else convert(each) for each in values]
        return pd.Series(cells, dtype=_DTYPES[kind], name=values.name)
    except (TypeError, ValueError) as problem:
        message = f"Table {table}: column {values.name} holds a value that is not a {kind}."
        raise SnapshotError(message) from problem


def _is_empty(value: Any) -> bool:
    return bool(pd.isna(value)) or (isinstance(value, str) and not value)


def _as_it_is(value: Any) -> Any:
    return value


def _check_columns(frame: pd.DataFrame, table: Table) -> None:
    missing = [name for name in table.column_names if name not in frame.columns]
    unknown = [str(name) for name in frame.columns if name not in table.column_names]
    if missing or unknown:
        raise SnapshotError(
            f"Table {table.name}: missing columns {', '.join(missing) or 'none'}; "
            f"unknown columns {', '.join(unknown) or 'none'}."
        )


def _check_words(frame: pd.DataFrame, table: Table) -> None:
    for column in table.columns:
        words = words_of(table.name, column.name)
        if words is None:
            continue
        strange = set(frame[column.name].dropna()) - {word.value for word in words}
        if strange:
            raise SnapshotError(
                f"Table {table.name}: column {column.name} holds {min(strange)!r}, "
                "which is not one of its words."
            )


def _check_key(frame: pd.DataFrame, table: Table) -> None:
    key = frame[table.column_names[0]]
    if key.isna().any() or key.duplicated().any():
        raise SnapshotError(f"Table {table.name}: a {key.name} is empty or stands twice.")
