"""The rows of the first year's Insights list are set aside as the report counts them."""

from collections import Counter

import pytest

from drive.linkage.cleaning import CleaningReason, Proposal, propose
from drive.simulation.pilot import build
from drive.simulation.pilot.insights_rows import InsightsRows, insights_rows
from drive.vocabulary.allocation import Arm
from tests.spec.cleaning.conftest import STARTS_ON


def found(proposals: tuple[Proposal, ...]) -> dict[int, tuple[str, int | None]]:
    return {each.number: (each.reason.value, each.stays) for each in proposals}


def true(listed: InsightsRows) -> dict[int, tuple[str, int | None]]:
    return {
        each.number: (each.kind, each.original)
        for each in listed.truth
        if each.kind in set(CleaningReason)
    }


def test_80_early_83_copies_and_8_repeats_are_proposed(proposals: tuple[Proposal, ...]):
    assert Counter(each.reason for each in proposals) == {
        CleaningReason.EARLY: 80,
        CleaningReason.COPY: 83,
        CleaningReason.REPEAT: 8,
    }


def test_they_are_the_right_rows(listed: InsightsRows, proposals: tuple[Proposal, ...]):
    assert found(proposals) == true(listed)


def test_six_repeats_are_control_and_two_drive(
    listed: InsightsRows, proposals: tuple[Proposal, ...]
):
    arms = {each.number: each.arm for each in listed.truth}
    repeats = [each.number for each in proposals if each.reason is CleaningReason.REPEAT]
    assert Counter(arms[number] for number in repeats) == {Arm.CONTROL: 6, Arm.DRIVE: 2}


def test_441_rows_and_the_40_that_are_not_linked_stay(
    listed: InsightsRows, proposals: tuple[Proposal, ...]
):
    gone = {each.number for each in proposals}
    staying = [each for each in listed.truth if each.number not in gone]
    assert Counter(each.kind for each in staying) == {"analysed": 441, "not_linked": 40}
    assert len({each.perpetrator_key for each in staying if each.perpetrator_key}) == 441


def test_only_the_40_are_marked_as_reconstructed(listed: InsightsRows):
    assert len(listed.rows) == 652
    marked = [each for each in listed.truth if each.reconstructed]
    assert len(marked) == 40
    assert all(each.kind == "not_linked" and each.perpetrator_key is None for each in marked)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_another_dealing_of_the_records_gives_the_same_counts(seed: int):
    listed = insights_rows(build(seed=seed))
    assert found(propose(listed.rows, starts_on=STARTS_ON)) == true(listed)
