import json
from datetime import date
from pathlib import Path

import pytest

from drive.evaluation import EvaluationError, EvaluationSummary, SnapshotError, evaluate
from drive.evaluation.snapshot import SnapshotHeader, write
from tests.unit.evaluation.conftest import Tables, tables_of

TODAY = date(2017, 6, 30)


def _evaluate(snapshot: Path, out: Path, *, internal: bool = False) -> EvaluationSummary:
    return evaluate(snapshot, out, code_version="1", seed=3, today=TODAY, internal=internal)


def test_a_programme_that_has_just_begun_is_evaluated_without_outcomes(
    tables: Tables, tmp_path: Path, header: SnapshotHeader
):
    write(tables, tmp_path / "s", header=header)
    summary = _evaluate(tmp_path / "s", tmp_path / "out")
    assert (summary.compared, summary.agree, summary.differ) == (0, 0, 0)
    content = json.loads(summary.results_file.read_text("utf-8"))
    shown = {result["id"]: result["estimate"] for result in content["results"]}
    assert shown["P1.drive.essex.allocated.drawn"] == {"suppressed": "small number"}
    assert "nothing is compared with print" in summary.report.read_text("utf-8")


def test_an_internal_report_shows_small_numbers(
    tables: Tables, tmp_path: Path, header: SnapshotHeader
):
    write(tables, tmp_path / "s", header=header)
    summary = _evaluate(tmp_path / "s", tmp_path / "out", internal=True)
    content = json.loads(summary.results_file.read_text("utf-8"))
    shown = {result["id"]: result["estimate"] for result in content["results"]}
    assert shown["P1.drive.essex.allocated.drawn"] == 1
    assert "watermark" in summary.report.read_text("utf-8")


def test_a_snapshot_without_allocations_is_refused(tmp_path: Path, header: SnapshotHeader):
    write(tables_of(), tmp_path / "s", header=header)
    with pytest.raises(EvaluationError, match="holds no allocation"):
        _evaluate(tmp_path / "s", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_missing_snapshot_is_refused(tmp_path: Path):
    with pytest.raises(SnapshotError, match="There is no snapshot folder"):
        _evaluate(tmp_path / "nowhere", tmp_path / "out")


def test_a_folder_that_cannot_be_written_is_refused(
    tables: Tables, tmp_path: Path, header: SnapshotHeader
):
    write(tables, tmp_path / "s", header=header)
    (tmp_path / "out").write_text("a file")
    with pytest.raises(EvaluationError, match="cannot be written"):
        _evaluate(tmp_path / "s", tmp_path / "out")
