"""Every printed number of the first year that the records can answer stands beside print."""

import csv
from importlib.resources import files

from drive.evaluation.printed import printed_values
from tests.spec.evaluation.conftest import Evaluated

REQUIRED = {
    *(f"A{number}" for number in range(1, 8)),
    "A9",
    *(f"A{number}" for number in range(11, 20)),
    "A21",
    "A22",
    "A29",
    "A30",
}
SLIPS = [
    row["result"]
    for row in csv.DictReader(
        files("drive.evaluation").joinpath("data", "slips.csv").read_text("utf-8").splitlines()
    )
]


def _differing(evaluated: Evaluated) -> list[str]:
    return [name for name, result in evaluated.results.items() if result["agrees"] is False]


def test_every_printed_number_has_a_result(evaluated: Evaluated):
    expected = {
        f"{value.quantity}.{value.place}" if value.place else value.quantity
        for values in printed_values().values()
        for value in values
    }
    shown = {name for name, result in evaluated.results.items() if result["printed"] is not None}
    assert shown == expected
    assert len(shown) > 1000


def test_every_analysis_of_the_first_year_has_results(evaluated: Evaluated):
    assert {result["analysis"] for result in evaluated.results.values()} >= REQUIRED


def test_every_disagreement_has_a_known_cause(evaluated: Evaluated):
    notes = {name: evaluated.results[name]["note"] for name in _differing(evaluated)}
    assert "The cause is not known." not in notes.values()
    assert all(notes.values())


def test_every_known_slip_is_found(evaluated: Evaluated):
    differing = _differing(evaluated)
    unused = [s for s in SLIPS if not any(n == s or n.startswith(f"{s}.") for n in differing)]
    assert unused == []


def test_the_first_page_counts_what_the_results_say(evaluated: Evaluated):
    agreeing = sum(result["agrees"] is True for result in evaluated.results.values())
    summary = evaluated.summary
    assert (summary.agree, summary.differ) == (agreeing, len(_differing(evaluated)))
    assert summary.compared == agreeing + summary.differ
    assert summary.compared >= 1000
    page = summary.report.read_text("utf-8")
    assert f"{summary.compared:,} printed results" in page
    assert f"{summary.agree:,} agree and {summary.differ} do not" in page


def test_the_report_lists_each_that_does_not_agree(evaluated: Evaluated):
    page = evaluated.summary.report.read_text("utf-8")
    listed = page[page.index('id="differences"') : page.index('id="contents"')]
    assert listed.count("<li>") == evaluated.summary.differ


def test_what_is_not_rebuilt_is_not_called_a_disagreement(evaluated: Evaluated):
    for name in ("A23.contrast.su_age", "A27.control.days.mean", "A2.drive.all.perpetrator.age.sd"):
        result = evaluated.results[name]
        assert (result["agrees"], result["comparison"]) == (None, "not_rebuilt")
        assert result["estimate"] is not None


def test_printed_text_is_kept_as_printed(evaluated: Evaluated):
    assert evaluated.results["A11.su.physical.exit_no.pct"]["printed"] == "34.36"
    assert evaluated.results["A8.contacted.alcohol.need.n"]["printed"] == "97"
    assert evaluated.results["A15.drive.sexual"]["printed"] == "> .05"


def test_denominators_that_move_are_told_apart(evaluated: Evaluated):
    expected = {
        "A19.control.risk.reduced.pct": 221,
        "A19.control.safer.much.pct": 220,
        "A19.control.safer_reached.much.pct": 182,
        "A19.control.lasting.permanent.pct": 163,
        "A16.control.physical.total": 204,
        "A16.control.harassment.total": 201,
    }
    assert {name: evaluated.results[name]["n"] for name in expected} == expected


def test_the_test_really_run_is_named(evaluated: Evaluated):
    for kind in ("police_liaison", "criminal_court", "housing", "children_young_people"):
        result = evaluated.results[f"A29.contrast.{kind}"]
        assert result["method"].startswith("Pearson")
        assert result["agrees"] is False
    immigration = evaluated.results["A29.contrast.immigration"]
    assert immigration["method"].startswith("Fisher")
    assert (round(immigration["p"], 3), immigration["agrees"]) == (0.032, True)
