"""No small number can be read from the summary, nor worked out."""

from hypothesis import given
from hypothesis import strategies as st

from drive.evaluation.results import Suppressed
from drive.randomisation.flow import FlowRow, count_flow
from drive.vocabulary.allocation import AllocationOutcome, Arm
from drive.web.monitoring.rules.flow import NO_CASE, REASONS
from drive.web.monitoring.rules.summary import summarised

ALLOCATED = AllocationOutcome.ALLOCATED


def test_one_small_number_takes_the_next_with_it() -> None:
    drive = [FlowRow(ALLOCATED, arm=Arm.DRIVE)] * 60
    without = [FlowRow(ALLOCATED, arm=Arm.DRIVE, not_received=NO_CASE)] * 3
    control = [FlowRow(ALLOCATED, arm=Arm.CONTROL)] * 402
    summary = summarised(count_flow([*drive, *without, *control], REASONS))
    door, of_drive, of_control = (
        {line.words: line.count for line in lines}
        for lines in (summary.door, *(summary.arms[arm] for arm in Arm))
    )
    assert (door["Assessed at the door"], door["Drawn"], door["Excluded"]) == (465, 465, 0)
    assert of_drive["Allocated"] == 65
    assert of_drive["Received what was allocated"] == Suppressed()
    assert of_drive[f"Not received: {NO_CASE}"] == Suppressed()
    assert of_control["Allocated"] == 400
    assert of_control["Lost: Death"] == 0


@given(
    drive=st.integers(0, 40),
    without=st.integers(0, 40),
    control=st.integers(0, 40),
    void=st.integers(0, 10),
    waiting=st.integers(0, 10),
)
def test_every_number_shown_is_a_multiple_of_five(
    *, drive: int, without: int, control: int, void: int, waiting: int
) -> None:
    rows = [
        *[FlowRow(ALLOCATED, arm=Arm.DRIVE)] * drive,
        *[FlowRow(ALLOCATED, arm=Arm.DRIVE, not_received=NO_CASE)] * without,
        *[FlowRow(ALLOCATED, arm=Arm.CONTROL)] * control,
        *[FlowRow(AllocationOutcome.VOID_DUPLICATE, arm=Arm.CONTROL)] * void,
        *[FlowRow(AllocationOutcome.PENDING_MATCH_REVIEW)] * waiting,
    ]
    summary = summarised(count_flow(rows, REASONS))
    for line in [*summary.door, *(line for arm in Arm for line in summary.arms[arm])]:
        assert isinstance(line.count, Suppressed) or line.count % 5 == 0
