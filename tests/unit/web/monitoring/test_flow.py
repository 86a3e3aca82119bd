"""What becomes a row of the flow, and when its numbers are refused."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from drive.randomisation.eligibility import Candidate, TrialWindow, assess
from drive.randomisation.flow import FlowError, FlowRow
from drive.vocabulary.allocation import AllocationOutcome, Arm, LossReason, WithdrawalReason
from drive.web.monitoring.presenters.flow import shown
from drive.web.monitoring.rules.flow import (
    AFTER,
    ALREADY,
    BEFORE,
    NO_CASE,
    NOT_YET,
    OTHER,
    Counted,
    Drawn,
    checked_flow,
    excluded_reason,
    row_of,
    tallied,
)

TODAY = date(2017, 6, 30)
WINDOW = TrialWindow(starts_on=date(2016, 4, 1), ends_on=date(2017, 6, 1))
ALLOCATED, VOID = AllocationOutcome.ALLOCATED, AllocationOutcome.VOID_DUPLICATE
DRIVE = Drawn(allocation=UUID(int=1), arm=Arm.DRIVE)
CONTROL = Drawn(allocation=UUID(int=2), arm=Arm.CONTROL)


@pytest.mark.parametrize(
    ("candidate", "words"),
    [
        (Candidate(date(2016, 3, 31)), BEFORE),
        (Candidate(date(2017, 6, 2)), AFTER),
        (Candidate(date(2017, 7, 1)), NOT_YET),
        (Candidate(date(2016, 5, 1), allocated_arm=Arm.CONTROL), ALREADY),
    ],
)
def test_each_reason_of_the_door_has_its_words(candidate: Candidate, words: str) -> None:
    """The sentences are those that the door itself writes."""
    said = assess(candidate, WINDOW, today=TODAY)
    assert said.outcome is not None
    assert excluded_reason(said.outcome, said.reason) == words


def test_a_reason_nobody_knows_is_counted_all_the_same() -> None:
    assert excluded_reason(AllocationOutcome.EXCLUDED_INELIGIBLE, "A new one.") == OTHER


@pytest.mark.parametrize(
    ("drawn", "not_received"),
    [
        (DRIVE, NO_CASE),
        (replace(DRIVE, has_case=True), ""),
        (
            replace(DRIVE, withdrawn=WithdrawalReason.NOT_ELIGIBLE),
            "Withdrawn: was not eligible",
        ),
        (replace(DRIVE, has_case=True, withdrawn=WithdrawalReason.UNSAFE), ""),
        (CONTROL, ""),
        (replace(CONTROL, withdrawn=WithdrawalReason.NOT_ELIGIBLE), ""),
    ],
)
def test_drive_is_received_when_a_case_is_opened(drawn: Drawn, not_received: str) -> None:
    assert row_of(ALLOCATED, "", drawn) == FlowRow(
        ALLOCATED, arm=drawn.arm, not_received=not_received
    )


def test_whoever_is_lost_keeps_the_arm_and_a_void_draw_has_no_follow_up() -> None:
    lost = replace(CONTROL, lost=LossReason.DEATH)
    assert row_of(ALLOCATED, "", lost) == FlowRow(ALLOCATED, arm=Arm.CONTROL, lost="Death")
    assert row_of(ALLOCATED, "", replace(lost, void=True)) == FlowRow(VOID, arm=Arm.CONTROL)


def test_without_follow_up_a_row_ends_at_the_arm() -> None:
    lost = replace(DRIVE, lost=LossReason.DEATH)
    assert row_of(ALLOCATED, "", lost, follow_up=False) == FlowRow(ALLOCATED, arm=Arm.DRIVE)


ROWS = [
    row_of(ALLOCATED, "", replace(DRIVE, has_case=True)),
    row_of(ALLOCATED, "", DRIVE),
    row_of(ALLOCATED, "", replace(CONTROL, void=True)),
    row_of(AllocationOutcome.EXCLUDED_ALREADY_ALLOCATED, "x", None),
    FlowRow(AllocationOutcome.PENDING_MATCH_REVIEW),
]
COUNTED = Counted(
    decisions=4,
    held=1,
    allocations={Arm.DRIVE: 2, Arm.CONTROL: 1},
    void={Arm.CONTROL: 1},
    cases=1,
)


def test_rows_and_tables_that_agree_make_a_flow() -> None:
    flow = checked_flow(ROWS, COUNTED)
    assert (flow.assessed, flow.drawn, flow.waiting) == (5, 3, 1)
    assert flow.arms[Arm.DRIVE].not_received[NO_CASE] == 1


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"decisions": 5}, "5 assessed, but 6 decisions and held hearings"),
        ({"allocations": {Arm.DRIVE: 2}}, "1 allocated to Control, but 0 allocations"),
        ({"void": {}}, "1 void in Control, but 0 void allocations"),
        ({"cases": 2}, "1 who received Drive, but 2 Drive cases"),
    ],
)
def test_numbers_that_contradict_are_named(changed: dict, words: str) -> None:
    counted = replace(COUNTED, **changed)
    with pytest.raises(FlowError, match=words):
        checked_flow(ROWS, counted)
    page = shown(ROWS, counted)
    assert words in page.problem
    assert page.drawing is None
    assert page.words == tallied(ROWS)


def test_an_allocation_decided_but_not_made_is_a_contradiction() -> None:
    with pytest.raises(FlowError, match="its arm says otherwise"):
        checked_flow([row_of(ALLOCATED, "", None)], COUNTED)


def test_the_rows_are_told_as_they_are() -> None:
    assert tallied([*ROWS, ROWS[1]]).splitlines() == [
        "Allocated, Drive: 1",
        "Allocated, Drive, No case opened yet: 2",
        f"Excluded: already allocated, {ALREADY}: 1",
        "Void: drawn before as the same person, Control: 1",
        "Waiting for a decision on identity: 1",
    ]


def test_without_follow_up_the_page_ends_at_the_arms() -> None:
    rows = [replace(row, not_received="", lost="") for row in ROWS]
    page = shown(rows, replace(COUNTED, cases=None))
    drawing = str(page.drawing)
    for text in (page.words, drawing):
        assert "Drive: allocated 2" in text
        assert not any(word in text for word in ("Received", "Lost", "Analysed", "analysis"))
