from datetime import date

import pytest

from drive.randomisation.eligibility import Candidate, TrialWindow, assess
from drive.vocabulary.allocation import AllocationOutcome, Arm

WINDOW = TrialWindow(starts_on=date(2016, 4, 1), ends_on=date(2017, 3, 31))
TODAY = date(2016, 9, 1)
HEARING = date(2016, 8, 30)


@pytest.mark.parametrize(
    ("candidate", "outcome", "words"),
    [
        (
            Candidate(HEARING, allocated_arm=Arm.CONTROL),
            AllocationOutcome.EXCLUDED_ALREADY_ALLOCATED,
            "the first arm stands",
        ),
        (
            Candidate(date(2016, 3, 31)),
            AllocationOutcome.EXCLUDED_INELIGIBLE,
            "before the trial's start on 1 April 2016",
        ),
        (
            Candidate(date(2016, 9, 2)),
            AllocationOutcome.EXCLUDED_INELIGIBLE,
            "has not taken place yet",
        ),
        (
            Candidate(HEARING, identity_settled=False),
            AllocationOutcome.PENDING_MATCH_REVIEW,
            "yet to decide",
        ),
        # One who is already drawn is excluded for that, whatever else is open.
        (
            Candidate(date(2016, 3, 31), allocated_arm=Arm.DRIVE, identity_settled=False),
            AllocationOutcome.EXCLUDED_ALREADY_ALLOCATED,
            "Already allocated",
        ),
    ],
)
def test_who_may_not_be_drawn(candidate: Candidate, outcome: AllocationOutcome, words: str) -> None:
    found = assess(candidate, WINDOW, today=TODAY)
    assert not found.may_be_drawn
    assert found.outcome is outcome
    assert words in found.reason
    assert found.keeps_arm is candidate.allocated_arm


@pytest.mark.parametrize("hearing_on", [date(2016, 4, 1), HEARING, TODAY])
def test_who_may_be_drawn(hearing_on: date) -> None:
    found = assess(Candidate(hearing_on), WINDOW, today=TODAY)
    assert found.may_be_drawn
    assert found.outcome is None


def test_after_the_end() -> None:
    found = assess(Candidate(date(2017, 4, 1)), WINDOW, today=date(2018, 1, 1))
    assert "after the trial's end on 31 March 2017" in found.reason


def test_a_trial_without_an_end_goes_on() -> None:
    window = TrialWindow(starts_on=date(2016, 4, 1))
    assert assess(Candidate(date(2030, 1, 1)), window, today=date(2030, 1, 2)).may_be_drawn
