import csv
import io
import json
from datetime import date

from drive.evaluation.blocks import Section
from drive.evaluation.files import results_json, section_csv
from drive.evaluation.header import Header, tally
from drive.evaluation.results import Analysis, Comparison, Kind, Result, Suppressed

ANALYSIS = Analysis(
    id="A0", title="T", question=2, kind=Kind.PROFILE, denominator="All", about="About"
)
RESULTS = (
    Result(
        id="A0.g.x",
        analysis="A0",
        group="g",
        title="=cmd()",
        unit="percent",
        n=3,
        estimate=100 / 3,
        interval=(1.0, 2.0),
        p=0.5,
        printed="33.3",
        comparison=Comparison.AGREES,
        note="-1 or +1",
        source="@lines",
    ),
    Result(
        id="A0.g.y",
        analysis="A0",
        group="g",
        title="hidden",
        unit="count",
        n=Suppressed(),
        estimate=Suppressed(),
        interval=Suppressed(),
        p=Suppressed(),
    ),
)
SECTION = Section(analysis=ANALYSIS, results=RESULTS)
HEADER = Header(
    snapshot_hash="abc",
    schema_version="1",
    code_version="v",
    seed=5,
    frozen_on=date(2017, 6, 30),
    today=date(2020, 1, 1),
    published=True,
    internal=False,
    rows={"work": 3, "dyads": Suppressed()},
    tally=tally(RESULTS),
    note="",
)


def test_text_of_a_csv_cell_cannot_be_taken_for_a_formula():
    rows = list(csv.DictReader(io.StringIO(section_csv(SECTION))))
    assert (rows[0]["title"], rows[0]["note"], rows[0]["source"]) == (
        "'=cmd()",
        "'-1 or +1",
        "'@lines",
    )
    assert (rows[0]["interval_low"], rows[0]["agrees"]) == ("1.0", "True")


def test_a_suppressed_number_is_a_value_of_its_own():
    rows = list(csv.DictReader(io.StringIO(section_csv(SECTION))))
    assert {rows[1][c] for c in ("n", "estimate", "interval_low", "p")} == {"suppressed"}
    content = json.loads(results_json(HEADER, [SECTION]))
    assert content["results"][1]["estimate"] == {"suppressed": "small number"}
    assert content["header"]["rows"]["dyads"] == {"suppressed": "small number"}


def test_results_carry_every_field_and_the_header_no_day():
    content = json.loads(results_json(HEADER, [SECTION]))
    expected = {
        "id",
        "analysis",
        "group",
        "n",
        "estimate",
        "interval",
        "p",
        "method",
        "printed",
        "agrees",
        "note",
    }
    assert expected <= set(content["results"][0])
    assert content["results"][0]["estimate"] == 33.33333333
    assert content["results"][0]["research_question"] == 2
    assert content["header"]["snapshot_hash"] == "abc"
    assert "2020" not in json.dumps(content["header"])


def test_the_tally_counts_comparisons():
    assert (HEADER.tally.agree, HEADER.tally.differ, HEADER.tally.compared) == (1, 0, 1)
