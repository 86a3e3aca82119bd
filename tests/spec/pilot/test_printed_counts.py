"""Counting the records gives every printed count that no other printed number contradicts."""

import pytest

from drive.simulation.pilot import PilotRecords, build
from drive.simulation.pilot.published import (
    Contradiction,
    PrintedCount,
    contradictions,
    printed_counts,
)
from tests.spec.pilot.counting import MEASURES

COUNTED = [each for each in contradictions() if each.measure]


@pytest.mark.parametrize("printed", printed_counts(), ids=lambda each: each.id)
def test_the_records_give_the_printed_count(pilot: PilotRecords, printed: PrintedCount):
    assert MEASURES[printed.measure](pilot, printed.where) == printed.n


@pytest.mark.parametrize("slip", COUNTED, ids=lambda each: each.id)
def test_the_records_follow_the_reading_of_a_contradiction(
    pilot: PilotRecords, slip: Contradiction
):
    assert MEASURES[slip.measure](pilot, slip.where) == slip.n


@pytest.mark.parametrize("seed", [0, 7])
def test_another_seed_gives_the_same_counts(seed: int):
    records = build(seed=seed)
    differing = [
        each.id
        for each in printed_counts()
        if MEASURES[each.measure](records, each.where) != each.n
    ]
    assert differing == []


def test_every_count_is_named_once():
    ids = [each.id for each in printed_counts()]
    assert len(ids) == len(set(ids))
    assert len(ids) > 800


def test_a_contradiction_says_what_was_printed_and_how_it_is_read():
    assert all(each.printed and each.reading and each.lines for each in contradictions())
