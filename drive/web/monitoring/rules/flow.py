"""The rows of the flow diagram: what became of each hearing, in words short enough for a box."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from drive.randomisation.flow import Flow, FlowError, FlowRow, ReasonLists, count_flow
from drive.vocabulary.allocation import AllocationOutcome, Arm, LossReason, WithdrawalReason

NO_CASE = "No case opened yet"
ALREADY = "Already allocated, keeps the arm"
BEFORE, AFTER = "Heard before the trial's start", "Heard after the trial's end"
NOT_YET, OTHER = "Not heard yet", "Not eligible for another reason"

# The reasons of the door carry a day; the flow counts them without.
_BEGINNINGS = {
    "The hearing was before": BEFORE,
    "The hearing was after": AFTER,
    "The hearing has not": NOT_YET,
}


def excluded_reason(outcome: AllocationOutcome, reason: str) -> str:
    """Return why somebody was not drawn, without a day; empty where nobody was excluded."""
    if outcome is AllocationOutcome.EXCLUDED_ALREADY_ALLOCATED:
        return ALREADY
    if outcome is not AllocationOutcome.EXCLUDED_INELIGIBLE:
        return ""
    found = (words for start, words in _BEGINNINGS.items() if reason.startswith(start))
    return next(found, OTHER)


def withdrawn_words(reason: WithdrawalReason) -> str:
    """Return a reason for withdrawal as it stands in a box."""
    return f"Withdrawn: {reason.label[:1].lower()}{reason.label[1:]}"


REASONS = ReasonLists(
    excluded=[ALREADY, BEFORE, NOT_YET, AFTER, OTHER],
    not_received=[NO_CASE, *map(withdrawn_words, WithdrawalReason)],
    lost=[reason.label for reason in LossReason],
)
"""Every reason that the diagram shows, also those that nobody had."""


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """An allocation as the flow needs it.

    Parameters
    ----------
    allocation : UUID
        Its key.
    arm : Arm
        The arm that was drawn.
    void : bool
        Whether the same human being was drawn before.
    has_case : bool
        Whether a Drive case was opened.
    withdrawn : WithdrawalReason or None
        Why he should not have been drawn.
    lost : LossReason or None
        Why follow-up ended early.
    """

    allocation: UUID
    arm: Arm
    void: bool = False
    has_case: bool = False
    withdrawn: WithdrawalReason | None = None
    lost: LossReason | None = None


def row_of(
    outcome: AllocationOutcome, reason: str, drawn: Drawn | None, *, follow_up: bool = True
) -> FlowRow:
    """Return the row of one decision; `drawn` is what the draw gave, where there was one.

    Without `follow_up` it says nothing of what came after the draw.
    """
    if outcome is not AllocationOutcome.ALLOCATED or drawn is None:
        return FlowRow(outcome, reason=excluded_reason(outcome, reason))
    if drawn.void:
        return FlowRow(AllocationOutcome.VOID_DUPLICATE, arm=drawn.arm)
    if not follow_up:
        return FlowRow(outcome, arm=drawn.arm)
    return FlowRow(
        outcome,
        arm=drawn.arm,
        not_received=_not_received(drawn),
        lost=drawn.lost.label if drawn.lost else "",
    )


def _not_received(drawn: Drawn) -> str:
    # The control arm has the usual Marac, which everybody heard there receives.
    if drawn.arm is Arm.CONTROL or drawn.has_case:
        return ""
    return withdrawn_words(drawn.withdrawn) if drawn.withdrawn else NO_CASE


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What the tables hold, counted apart from the rows of the flow: the two have to match.

    Parameters
    ----------
    decisions : int
        Decisions of the trial at the door.
    held : int
        Hearings that a question of identity holds.
    allocations : mapping of Arm to int
        Allocations, void or not.
    void : mapping of Arm to int
        Those of them that are void.
    cases : int or None
        Drive cases opened from an allocation that stands; None where the reader may not see what
        came after the draw.
    """

    decisions: int
    held: int
    allocations: Mapping[Arm, int]
    void: Mapping[Arm, int]
    cases: int | None


def checked_flow(rows: Iterable[FlowRow], counted: Counted) -> Flow:
    """Count the flow and hold it to what the tables say.

    Raises
    ------
    FlowError
        If a sum does not hold, or a number differs from that of the tables; the text says which.
    """
    flow = count_flow(rows, REASONS)
    in_tables = counted.decisions + counted.held
    _same(flow.assessed, in_tables, "assessed", "decisions and held hearings")
    for arm in Arm:
        shown, allocated = flow.arms[arm], counted.allocations.get(arm, 0)
        _same(shown.allocated, allocated, f"allocated to {arm.label}", "allocations")
        _same(shown.void, counted.void.get(arm, 0), f"void in {arm.label}", "void allocations")
    if counted.cases is not None:
        received = flow.arms[Arm.DRIVE].received
        _same(received, counted.cases, "who received Drive", "Drive cases")
    return flow


def _same(in_flow: int, in_tables: int, what: str, of_tables: str) -> None:
    if in_flow != in_tables:
        raise FlowError(
            f"The flow has {in_flow:,} {what}, but {in_tables:,} {of_tables} are recorded."
        )


def tallied(rows: Iterable[FlowRow]) -> str:
    """Return the rows counted as they are, line by line, where they make no flow."""
    counts = Counter(_described(row) for row in rows)
    return "".join(f"{words}: {counts[words]:,}\n" for words in sorted(counts))


def _described(row: FlowRow) -> str:
    parts = [row.outcome.label, row.arm.label if row.arm else "", row.reason]
    parts += [row.not_received, row.lost]
    return ", ".join(part for part in parts if part)
