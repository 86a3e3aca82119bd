"""The report puts the contrast between arms first and says what it rests on."""

import re
from pathlib import Path

import pandas as pd
import pytest

from drive.evaluation.snapshot import write
from tests.spec.evaluation.conftest import HEADER, Evaluated, run

CONTRASTED = ("physical", "sexual", "harassment", "jealous")


@pytest.mark.parametrize("kind", CONTRASTED)
def test_the_contrast_at_exit_and_in_change_has_newcombe_intervals(evaluated: Evaluated, kind: str):
    for word in ("at_exit", "in_change"):
        result = evaluated.results[f"A15.contrast.{kind}.{word}"]
        assert "Newcombe" in result["method"]
        low, high = result["interval"]
        assert low < result["estimate"] < high


def test_the_contrast_of_physical_abuse_at_exit_is_that_of_the_printed_counts(evaluated: Evaluated):
    # 2 of 19 against 32 of 204 (Year-1 report, lines 3459-3494).
    result = evaluated.results["A15.contrast.physical.at_exit"]
    assert result["estimate"] == pytest.approx(100 * (2 / 19 - 32 / 204))


def test_contrasts_stand_before_change_within_an_arm(evaluated: Evaluated):
    page = evaluated.summary.report.read_text("utf-8")
    section = page[page.index('<section class="analysis contrast" id="A15"') :]
    assert section.index("Contrast between arms: abuse") < section.index("descriptive only")
    assert page.index('id="A15-heading"') < page.index('id="A11-heading"')


def test_there_are_no_significance_tests_of_the_start(evaluated: Evaluated):
    start = [r for r in evaluated.results.values() if r["analysis"] in {"A2", "A3"}]
    assert start
    assert all(result["p"] is None and result["unit"] != "p" for result in start)


def test_the_report_needs_no_other_file(evaluated: Evaluated):
    page = evaluated.summary.report.read_text("utf-8")
    assert not re.findall(r'(?:src|href)="(?!#)', re.sub(r'xlink:href="#', 'href="#', page))
    assert "<script" not in page


def test_the_report_prints_its_identity(evaluated: Evaluated):
    page = evaluated.summary.report.read_text("utf-8")
    for word in (evaluated.summary.snapshot_hash, "spec", "2017"):
        assert f"<code>{word}</code>" in page
    assert evaluated.header["snapshot_hash"] == evaluated.summary.snapshot_hash
    assert (evaluated.header["code_version"], evaluated.header["seed"]) == ("spec", 2017)


def test_every_id_of_the_page_stands_once_and_every_table_has_a_caption(evaluated: Evaluated):
    page = evaluated.summary.report.read_text("utf-8")
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert page.count("<table") == page.count("<caption")
    assert page.count("<svg ") == page.count("<desc ")


def test_every_analysis_has_a_csv_and_every_drawing_a_file(evaluated: Evaluated):
    analyses = {result["analysis"] for result in evaluated.results.values()}
    assert {path.stem for path in (evaluated.folder / "tables").glob("*.csv")} == analyses
    drawings = list((evaluated.folder / "figures").glob("*.svg"))
    page = evaluated.summary.report.read_text("utf-8")
    assert len(drawings) == page.count("<svg ") > 10


def test_the_same_snapshot_gives_the_same_bytes(
    pilot_tables: dict[str, pd.DataFrame], evaluated: Evaluated, tmp_path: Path
):
    shuffled = {name: t.sample(frac=1, random_state=3) for name, t in pilot_tables.items()}
    write(shuffled, tmp_path / "snapshot", header=HEADER)
    again = run(tmp_path / "snapshot", tmp_path / "report")
    for path in sorted(evaluated.folder.rglob("*.*")):
        assert path.read_bytes() == (again.folder / path.relative_to(evaluated.folder)).read_bytes()
