"""A model is kept, and refused where it might mean something else."""

import json
from pathlib import Path

import pandas as pd
import pytest

from drive.linkage import Linkage, Model, ModelVersionError, link
from drive.simulation.households.generate import Households


def test_a_saved_model_gives_the_same_persons(
    made: Households, linked: Linkage, tmp_path: Path
) -> None:
    linked.model.save(tmp_path / "model.json")
    model = Model.load(tmp_path / "model.json")
    assert model.id == linked.model.id
    pd.testing.assert_frame_equal(link(made.records, model=model).persons, linked.persons)


@pytest.mark.parametrize("part", ["splink", "format", "comparisons"])
def test_a_model_of_another_version_is_refused_in_words(
    model: Model, tmp_path: Path, part: str
) -> None:
    path = tmp_path / "model.json"
    model.save(path)
    content = json.loads(path.read_text("utf-8"))
    content["made_by"][part] = "4.0"
    path.write_text(json.dumps(content), "utf-8")
    with pytest.raises(ModelVersionError, match=f"another version and is not used: {part} 4.0"):
        Model.load(path)


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.json").write_text("[]", "utf-8")
    with pytest.raises(ModelVersionError, match="not a saved linkage model"):
        Model.load(tmp_path / "model.json")


def test_parquet_and_frame_give_the_same(made: Households, model: Model, tmp_path: Path) -> None:
    made.records.to_parquet(tmp_path / "records.parquet")
    read = link(tmp_path / "records.parquet", model=model)
    pd.testing.assert_frame_equal(read.persons, link(made.records, model=model).persons)
