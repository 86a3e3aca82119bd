"""Writing a snapshot into a folder and reading it back, checked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from drive.evaluation.errors import SnapshotError
from drive.evaluation.snapshot.canonical import canonical_table, completed, content_hash
from drive.evaluation.snapshot.dictionary import DESCRIPTOR_NAME, descriptor, file_name
from drive.vocabulary.columns import Table
from drive.vocabulary.snapshot import READABLE_VERSIONS, SCHEMA_VERSION, TABLES


@dataclass(frozen=True, kw_only=True)
class SnapshotHeader:
    """What is said of a snapshot as a whole.

    Parameters
    ----------
    frozen_on : datetime.date
        The day of the freeze; not part of the content hash.
    code_version : str
        The version of the code that wrote it; not part of the content hash.
    published_figures : bool
        Whether its historic rows rebuild figures that are already published: only then are
        small numbers of those rows printed. Part of the content hash.
    note : str
        One line for the reader.
    """

    frozen_on: date
    code_version: str
    published_figures: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """Frozen tables, with what is said of them and their content hash."""

    tables: Mapping[str, pd.DataFrame] = field(repr=False)
    header: SnapshotHeader
    content_hash: str
    path: Path

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return one table."""
        return self.tables[name]

    @property
    def row_counts(self) -> dict[str, int]:
        """The number of rows of each table."""
        return {table.name: len(self.tables[table.name]) for table in TABLES}


def write(tables: Mapping[str, pd.DataFrame], out: Path, *, header: SnapshotHeader) -> Snapshot:
    """Write the tables into a folder, with their data dictionary and content hash.

    Parameters
    ----------
    tables : Mapping[str, pandas.DataFrame]
        One frame for each table of ``drive.vocabulary.snapshot``, with exactly its columns,
        in any row order. An empty text counts as an empty cell.
    out : pathlib.Path
        The folder; made if it is not there. A snapshot that stands in it is replaced.
    header : SnapshotHeader
        What is said of the snapshot as a whole.

    Returns
    -------
    Snapshot
        The snapshot as ``read`` would return it.

    Raises
    ------
    SnapshotError
        If a table is missing or does not fit its definition, or the folder cannot be written.
    """
    absent = [table.name for table in TABLES if table.name not in tables]
    if absent:
        raise SnapshotError(f"The snapshot lacks the tables {', '.join(absent)}.")
    canonical = {table.name: canonical_table(tables[table.name], table) for table in TABLES}
    digest = content_hash(canonical, published_figures=header.published_figures)
    try:
        _write_files(canonical, out, header=_header_values(header, digest))
    except OSError as problem:
        raise SnapshotError(f"The snapshot cannot be written to {out}: {problem}.") from problem
    return Snapshot(tables=canonical, header=header, content_hash=digest, path=out)


def read(path: Path) -> Snapshot:
    """Read a snapshot and check its version, its files and its content hash.

    A column that came with a later version than the snapshot's is empty.

    Raises
    ------
    SnapshotError
        If the folder or a file is missing or damaged, or the version is another.
    """
    description = _description(path)
    said = description["drive"]
    version = said["schema_version"]
    tables = {table.name: _read_table(path, table.as_of(version), description) for table in TABLES}
    digest = content_hash(tables, published_figures=said["published_figures"], version=version)
    if digest != said["content_hash"]:
        raise SnapshotError(
            f"The snapshot in {path} is not what was frozen: its content hash is "
            f"{digest[:12]}, its dictionary says {said['content_hash'][:12]}."
        )
    whole = {table.name: completed(tables[table.name], table) for table in TABLES}
    return Snapshot(tables=whole, header=_header(said), content_hash=digest, path=path)


def _header_values(header: SnapshotHeader, digest: str) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "content_hash": digest,
        "frozen_on": header.frozen_on.isoformat(),
        "code_version": header.code_version,
        "published_figures": header.published_figures,
        "note": header.note,
    }


def _header(said: Mapping[str, Any]) -> SnapshotHeader:
    return SnapshotHeader(
        frozen_on=date.fromisoformat(said["frozen_on"]),
        code_version=said["code_version"],
        published_figures=said["published_figures"],
        note=said["note"],
    )


def _write_files(tables: Mapping[str, pd.DataFrame], out: Path, *, header: dict[str, Any]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    dictionary = out / DESCRIPTOR_NAME
    dictionary.unlink(missing_ok=True)  # half a snapshot must not look like a whole one
    files = {}
    for table in TABLES:
        file = out / file_name(table)
        tables[table.name].to_parquet(file, index=False, compression="zstd")
        content = file.read_bytes()
        files[table.name] = {
            "rows": len(tables[table.name]),
            "bytes": len(content),
            "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        }
    text = json.dumps(descriptor(header=header, files=files), ensure_ascii=False, indent=2)
    dictionary.write_text(text + "\n", encoding="utf-8")


def _description(path: Path) -> dict[str, Any]:
    if not path.is_dir():
        raise SnapshotError(f"There is no snapshot folder at {path}.")
    try:
        description = json.loads((path / DESCRIPTOR_NAME).read_text(encoding="utf-8"))
        version = description["drive"]["schema_version"]
    except FileNotFoundError as problem:
        raise SnapshotError(f"{path} is not a snapshot: it has no {DESCRIPTOR_NAME}.") from problem
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise SnapshotError(f"{path / DESCRIPTOR_NAME} is damaged and cannot be read.") from problem
    if version not in READABLE_VERSIONS:
        raise SnapshotError(
            f"The snapshot in {path} has version {version}; this program reads "
            f"{' and '.join(READABLE_VERSIONS)}."
        )
    if missing := _missing_words(description):
        raise SnapshotError(f"{path / DESCRIPTOR_NAME} is damaged: it lacks {missing}.")
    return dict(description)


def _missing_words(description: Mapping[str, Any]) -> str:
    expected = ("content_hash", "frozen_on", "code_version", "published_figures", "note")
    return ", ".join(name for name in expected if name not in description["drive"])


def _read_table(path: Path, table: Table, description: Mapping[str, Any]) -> pd.DataFrame:
    file = path / file_name(table)
    if not file.is_file():
        raise SnapshotError(f"The snapshot in {path} lacks the file {file.name}.")
    said = {each.get("path"): each.get("hash") for each in description.get("resources", [])}
    found = f"sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}"
    if said.get(file.name) != found:
        raise SnapshotError(f"The file {file.name} in {path} is damaged or was changed.")
    try:
        return canonical_table(pd.read_parquet(file), table)
    except (OSError, ValueError) as problem:
        raise SnapshotError(f"The file {file.name} in {path} cannot be read.") from problem
