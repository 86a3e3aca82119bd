"""The counts give the printed percentages, to the decimal that is printed."""

import pytest
from scipy.stats import fisher_exact

from drive.simulation.pilot import PilotRecords
from drive.simulation.pilot.figures import Row, table
from drive.simulation.pilot.published import PrintedCount, printed_counts
from tests.spec.pilot.counting import MEASURES

SLIPS = {"DI07", "DI51", "PR020"}
SHARES = [
    each
    for each in printed_counts()
    if each.measure in {"gender", "relationship", "core_missing"} and each.id not in SLIPS
]
# The exit forms of either arm, on which the percentages of the interventions rest.
BASES = {"control": 221, "drive": 19}


def decimals(text: str) -> int:
    return len(text.partition(".")[2])


@pytest.mark.parametrize("printed", SHARES, ids=lambda each: each.id)
def test_the_share_of_the_cohort_is_as_printed(pilot: PilotRecords, printed: PrintedCount):
    base = MEASURES["perpetrators"](pilot, printed.where)
    text = printed.printed.removesuffix("%")
    share = 100 * MEASURES[printed.measure](pilot, printed.where) / base
    assert f"{share:.{decimals(text)}f}" == text


@pytest.mark.parametrize("arm", sorted(BASES))
@pytest.mark.parametrize("row", table("interventions"), ids=lambda row: row["intervention"])
def test_the_share_of_an_intervention_is_as_printed(pilot: PilotRecords, row: Row, arm: str):
    where = {"arm": arm, "intervention": row["intervention"]}
    share = 100 * MEASURES["intervention"](pilot, where) / BASES[arm]
    assert f"{share:.1f}" == row[f"{arm}_printed_pct"]


def test_needs_and_domestic_abuse_offences_give_the_printed_fisher_p(pilot: PilotRecords):
    cells = [
        [MEASURES["offences_by_needs"](pilot, {"needs": n, "dva": d}) for d in ("yes", "no")]
        for n in ("yes", "no")
    ]
    assert f"{fisher_exact(cells).pvalue:.3f}" == "0.057"
