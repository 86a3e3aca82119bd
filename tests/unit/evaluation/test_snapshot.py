import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pandas as pd
import pytest

from drive.evaluation import EvaluationError
from drive.evaluation.snapshot import SnapshotError, SnapshotHeader, read, write
from drive.vocabulary.snapshot import TABLES
from tests.unit.evaluation.conftest import Tables, allocation, tables_of


def test_what_is_read_is_what_was_written(tables: Tables, tmp_path: Path, header: SnapshotHeader):
    written = write(tables, tmp_path / "s", header=header)
    found = read(tmp_path / "s")
    assert found.content_hash == written.content_hash
    assert found.header == header
    assert found.row_counts["allocations"] == 2
    for table in TABLES:
        pd.testing.assert_frame_equal(found[table.name], written[table.name])


def test_the_order_of_rows_does_not_change_the_hash(
    tables: Tables, tmp_path: Path, header: SnapshotHeader
):
    first = write(tables, tmp_path / "a", header=header)
    turned = {name: table.iloc[::-1] for name, table in tables.items()}
    assert write(turned, tmp_path / "b", header=header).content_hash == first.content_hash


def test_how_a_database_hands_over_a_value_does_not_change_the_hash(
    tmp_path: Path, header: SnapshotHeader
):
    key = UUID(int=7)
    plain = allocation(str(key), "p1", arm="drive")
    other = {**plain, "allocation_id": key, "block": 1.0, "p_assignment": "0.125"}
    hashes = {
        write(tables_of(allocations=[row]), tmp_path / str(n), header=header).content_hash
        for n, row in enumerate((plain, other))
    }
    assert len(hashes) == 1


@pytest.mark.parametrize("empty", [None, "", float("nan"), pd.NA])
def test_an_empty_cell_is_empty_however_it_is_written(
    tmp_path: Path, header: SnapshotHeader, empty: Any
):
    row = {**allocation("a", "p1", arm="drive"), "arm": empty, "block": empty}
    snapshot = write(tables_of(allocations=[row]), tmp_path, header=header)
    assert snapshot["allocations"][["arm", "block"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("column", "value"),
    [("arm", "control"), ("month", "2017-06"), ("block", 2), ("position", None)],
)
def test_any_change_of_a_cell_changes_the_hash(
    tmp_path: Path, header: SnapshotHeader, column: str, value: Any
):
    row = allocation("a", "p1", arm="drive")
    before = write(tables_of(allocations=[row]), tmp_path, header=header).content_hash
    changed = tables_of(allocations=[{**row, column: value}])
    assert write(changed, tmp_path, header=header).content_hash != before


def test_the_hash_covers_the_promise_that_figures_are_published_and_not_the_day(
    tables: Tables, tmp_path: Path, header: SnapshotHeader
):
    first = write(tables, tmp_path, header=header).content_hash
    later = replace(header, frozen_on=header.frozen_on.replace(year=2018), code_version="other")
    assert write(tables, tmp_path, header=later).content_hash == first
    published = replace(header, published_figures=True)
    assert write(tables, tmp_path, header=published).content_hash != first


def test_the_dictionary_describes_every_column(
    tables: Tables, tmp_path: Path, header: SnapshotHeader
):
    write(tables, tmp_path, header=header)
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    fields = {r["path"]: [f["name"] for f in r["schema"]["fields"]] for r in package["resources"]}
    assert fields == {f"{table.name}.parquet": table.column_names for table in TABLES}
    (resource,) = [r for r in package["resources"] if r["name"] == "allocations"]
    (arm,) = [f for f in resource["schema"]["fields"] if f["name"] == "arm"]
    assert arm["constraints"]["enum"] == ["drive", "control"]
    assert (resource["rows"], resource["schema"]["primaryKey"]) == (2, ["allocation_id"])
    assert resource["schema"]["foreignKeys"][0]["reference"]["resource"] == "perpetrators"


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "word": ({"arm": "treatment"}, "'treatment', which is not one of its words"),
    "integer": ({"block": "one"}, "column block holds a value that is not a integer"),
    "fraction": ({"block": 1.5}, "not a integer"),
    "key": ({"allocation_id": None}, "allocation_id is empty or stands twice"),
}


@pytest.mark.parametrize(("change", "message"), BAD.values(), ids=BAD)
def test_a_table_that_does_not_fit_is_not_written(
    tmp_path: Path, header: SnapshotHeader, change: dict[str, Any], message: str
):
    row = {**allocation("a", "p1", arm="drive"), **change}
    with pytest.raises(SnapshotError, match=message):
        write(tables_of(allocations=[row]), tmp_path, header=header)
    assert not (tmp_path / "datapackage.json").exists()


def test_missing_tables_and_strange_columns_are_named(
    tables: Tables, tmp_path: Path, header: SnapshotHeader
):
    without = {name: table for name, table in tables.items() if name != "work"}
    with pytest.raises(SnapshotError, match="lacks the tables work"):
        write(without, tmp_path, header=header)
    tables["work"] = pd.DataFrame(columns=["work_id", "secret"])
    with pytest.raises(SnapshotError, match="unknown columns secret"):
        write(tables, tmp_path, header=header)


def test_a_folder_that_is_a_file_is_refused(tables: Tables, tmp_path: Path, header: SnapshotHeader):
    (tmp_path / "file").write_text("here already")
    with pytest.raises(SnapshotError, match="cannot be written"):
        write(tables, tmp_path / "file", header=header)


def _no_folder(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))


def _no_dictionary(path: Path) -> None:
    (path / "datapackage.json").unlink()


def _no_file(path: Path) -> None:
    (path / "work.parquet").unlink()


def _cut_short(path: Path) -> None:
    file = path / "allocations.parquet"
    file.write_bytes(file.read_bytes()[:-10])


def _broken_dictionary(path: Path) -> None:
    (path / "datapackage.json").write_text("{")


def _edit(path: Path, **values: Any) -> None:
    file = path / "datapackage.json"
    package = json.loads(file.read_text("utf-8"))
    package["drive"].update(values)
    file.write_text(json.dumps(package))


def _other_version(path: Path) -> None:
    _edit(path, schema_version="99")


def _lifted_suppression(path: Path) -> None:
    _edit(path, published_figures=True)


def _lost_word(path: Path) -> None:
    file = path / "datapackage.json"
    file.write_text(file.read_text("utf-8").replace('"content_hash"', '"hash"'))


DAMAGE = [
    (_no_folder, "There is no snapshot folder at"),
    (_no_dictionary, "is not a snapshot: it has no datapackage.json"),
    (_no_file, "lacks the file work.parquet"),
    (_cut_short, "allocations.parquet in .* is damaged or was changed"),
    (_broken_dictionary, "datapackage.json is damaged and cannot be read"),
    (_other_version, "has version 99; this program reads 1 and 2"),
    (_lifted_suppression, "is not what was frozen"),
    (_lost_word, "lacks content_hash"),
]


@pytest.fixture
def snapshot(tables: Tables, tmp_path: Path, header: SnapshotHeader) -> Path:
    """A whole snapshot, to be damaged."""
    write(tables, tmp_path / "snapshot", header=header)
    return tmp_path / "snapshot"


@pytest.mark.parametrize(("damage", "message"), DAMAGE, ids=[d.__name__ for d, _ in DAMAGE])
def test_a_damaged_snapshot_is_refused_in_one_line(snapshot: Path, damage: Any, message: str):
    damage(snapshot)
    with pytest.raises(SnapshotError, match=message) as refusal:
        read(snapshot)
    assert isinstance(refusal.value, EvaluationError)
    assert "\n" not in str(refusal.value)


def _as_version_1(path: Path) -> None:
    """Make a snapshot what the first version of the schema would have written."""
    later = ("person_id", "void_duplicate", "victim_survivor_turn")
    later += ("repeat_at_allocation", "serial_at_allocation")
    digest = hashlib.sha256(b"drive snapshot 1 False\n")
    package = json.loads((path / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        file = path / resource["path"]
        frame = pd.read_parquet(file)
        frame = frame.drop(columns=[name for name in later if name in frame.columns])
        digest.update(f"table {file.stem} {','.join(frame.columns)}\n".encode())
        for cells in frame.astype(object).where(frame.notna(), other=None).to_numpy().tolist():
            digest.update(json.dumps(cells, separators=(",", ":")).encode() + b"\n")
        frame.to_parquet(file, index=False)
        resource["hash"] = f"sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}"
    package["drive"] |= {"schema_version": "1", "content_hash": digest.hexdigest()}
    (path / "datapackage.json").write_text(json.dumps(package), "utf-8")


def test_a_snapshot_of_the_first_version_is_read_with_the_new_columns_empty(
    snapshot: Path, header: SnapshotHeader
):
    _as_version_1(snapshot)
    found = read(snapshot)
    assert found.header == header
    for table in TABLES:
        assert list(found[table.name].columns) == table.column_names
    new = found["allocations"][["void_duplicate", "repeat_at_allocation"]]
    assert len(new) == 2
    assert new.isna().all(axis=None)
    file = snapshot / "dyads.parquet"
    file.write_bytes(file.read_bytes()[:-4])
    with pytest.raises(SnapshotError, match="damaged or was changed"):
        read(snapshot)
