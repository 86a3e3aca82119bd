"""One evaluation of the rebuilt first year, shared by all tests of the method."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from drive.evaluation import EvaluationSummary, evaluate
from drive.evaluation.snapshot import SnapshotHeader, write
from drive.simulation.pilot import build
from tests.spec.evaluation.frames import frames

TODAY = date(2017, 6, 30)
HEADER = SnapshotHeader(frozen_on=TODAY, code_version="spec", published_figures=True)


@dataclass(frozen=True)
class Evaluated:
    """What one evaluation left behind."""

    summary: EvaluationSummary
    folder: Path
    header: dict[str, Any]
    results: Mapping[str, dict[str, Any]]


@pytest.fixture(scope="session")
def pilot_tables() -> dict[str, pd.DataFrame]:
    """The tables of the rebuilt first year."""
    return frames(build(seed=2017))


@pytest.fixture(scope="session")
def evaluated(
    pilot_tables: dict[str, pd.DataFrame], tmp_path_factory: pytest.TempPathFactory
) -> Evaluated:
    """The evaluation of the rebuilt first year."""
    folder = tmp_path_factory.mktemp("pilot")
    write(pilot_tables, folder / "snapshot", header=HEADER)
    return run(folder / "snapshot", folder / "report")


def run(snapshot: Path, out: Path) -> Evaluated:
    """Evaluate a snapshot and read the results back."""
    summary = evaluate(snapshot, out, code_version="spec", seed=2017, today=TODAY)
    content = json.loads(summary.results_file.read_text("utf-8"))
    results = {result["id"]: result for result in content["results"]}
    assert len(results) == len(content["results"])
    return Evaluated(summary, out, content["header"], results)
