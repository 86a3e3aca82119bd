"""The page on the pilot lists the same contradictions as the data."""

from pathlib import Path

import pytest

from drive.simulation.pilot.published import Contradiction, contradictions, printed_counts

PAGE = Path(__file__).parents[3] / "docs" / "explanation" / "pilot.md"


@pytest.mark.parametrize("slip", contradictions(), ids=lambda each: each.id)
def test_each_contradiction_stands_on_the_page_with_its_reading(slip: Contradiction):
    (row,) = [r for r in PAGE.read_text("utf-8").splitlines() if r.startswith(f"| {slip.id} |")]
    assert slip.printed in row
    assert slip.records in row
    assert slip.reading in row


def test_the_page_says_how_many_counts_are_met():
    assert f"{len(printed_counts())} of them" in PAGE.read_text("utf-8")
