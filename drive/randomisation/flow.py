"""The flow of a trial after CONSORT 2025, counted from rows, with sums that have to match."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from drive.vocabulary.allocation import AllocationOutcome, Arm

_DRAWN = {AllocationOutcome.ALLOCATED, AllocationOutcome.VOID_DUPLICATE}
_EXCLUDED = {AllocationOutcome.EXCLUDED_ALREADY_ALLOCATED, AllocationOutcome.EXCLUDED_INELIGIBLE}

Reasons = Mapping[str, int]  # every reason that there is, also those that nobody had


class FlowError(ValueError):
    """Two numbers of the flow contradict each other; the text says which."""


@dataclass(frozen=True, slots=True)
class FlowRow:
    """One perpetrator at the door of the draw, and what became of them.

    Attributes
    ----------
    outcome, reason
        What was decided at the door and, where they were excluded, why.
    arm
        The arm drawn, also where the draw is void; None where there was no draw.
    not_received, lost, not_analysed
        Why the arm's service was not received, why follow-up ended early, and why they are in no
        analysis; empty where it is otherwise. Withdrawn or lost, they stay as allocated.
    """

    outcome: AllocationOutcome
    reason: str = ""
    arm: Arm | None = None
    not_received: str = ""
    lost: str = ""
    not_analysed: str = ""


@dataclass(frozen=True, slots=True)
class ReasonLists:
    """The reasons to show for each loss, in order, whether or not anybody had them."""

    excluded: Sequence[str] = ()
    not_received: Sequence[str] = ()
    lost: Sequence[str] = ()
    not_analysed: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class ArmFlow:
    """One arm from the draw to the analysis.

    Raises
    ------
    FlowError
        If allocated is not the sum of void, received and not received, or those allocated
        less void are not the sum of analysed and not analysed, or more are lost than were there.
    """

    allocated: int
    void: int
    received: int
    not_received: Reasons
    lost: Reasons
    analysed: int
    not_analysed: Reasons

    def __post_init__(self) -> None:
        _never_below_0(self)
        there = self.allocated - self.void
        _same(there, self.received + sum(self.not_received.values()), "received the service or not")
        _same(there, self.analysed + sum(self.not_analysed.values()), "were analysed or not")
        if sum(self.lost.values()) > there:
            raise FlowError(f"{sum(self.lost.values())} were lost of {there} allocated.")


@dataclass(frozen=True, slots=True)
class Flow:
    """From the door of the draw to the analysis; the unit is the perpetrator.

    Raises
    ------
    FlowError
        If those assessed are not the sum of excluded, waiting and drawn, or the drawn not that of
        the arms.
    """

    assessed: int
    excluded: Reasons
    waiting: int
    drawn: int
    arms: Mapping[Arm, ArmFlow]

    def __post_init__(self) -> None:
        _never_below_0(self)
        if set(self.arms) != set(Arm):
            raise FlowError("A flow needs both arms.")
        parts = sum(self.excluded.values()) + self.waiting + self.drawn
        _same(self.assessed, parts, "were excluded, wait or were drawn")
        arms = sum(arm.allocated for arm in self.arms.values())
        _same(self.drawn, arms, "were allocated to an arm")


@dataclass(frozen=True, slots=True)
class ArmGroups:
    """Three of the six analysis groups: perpetrators, and their victim-survivors by Insights.

    Raises
    ------
    FlowError
        If the victim-survivors are not those on Insights and those not with an Idva together.

    References
    ----------
    Year-1 report, line 380.
    """

    perpetrators: int
    victim_survivors: int
    on_insights: int
    not_with_idva: int

    def __post_init__(self) -> None:
        _never_below_0(self)
        parts = self.on_insights + self.not_with_idva
        _same(self.victim_survivors, parts, "are on Insights or not with an Idva")


@dataclass(frozen=True, slots=True)
class SixGroups:
    """The six analysis groups, as they stand today."""

    drive: ArmGroups
    control: ArmGroups

    def rows(self) -> list[tuple[str, int]]:
        """Each group's name and count, Drive first."""
        return [
            (f"{arm.label}: {name}", count)
            for arm, groups in ((Arm.DRIVE, self.drive), (Arm.CONTROL, self.control))
            for name, count in (
                ("perpetrators", groups.perpetrators),
                ("victim-survivors on Insights", groups.on_insights),
                ("victim-survivors not with an Idva", groups.not_with_idva),
            )
        ]


def count_flow(rows: Iterable[FlowRow], reasons: ReasonLists | None = None) -> Flow:
    """Count the flow from its rows, one for each perpetrator and hearing at the door.

    Parameters
    ----------
    rows
        In any order.
    reasons
        Reasons that are shown also where nobody had them.

    Raises
    ------
    FlowError
        If a row contradicts itself, as an arm without a draw does.
    """
    given, known = list(rows), reasons or ReasonLists()
    for row in given:
        _check_row(row)
    drawn = [row for row in given if row.outcome in _DRAWN]
    waiting = sum(row.outcome is AllocationOutcome.PENDING_MATCH_REVIEW for row in given)
    excluded = [row.reason for row in given if row.outcome in _EXCLUDED]
    return Flow(
        assessed=len(given),
        excluded=_tally(excluded, known.excluded),
        waiting=waiting,
        drawn=len(drawn),
        arms={arm: _arm_flow([row for row in drawn if row.arm is arm], known) for arm in Arm},
    )


def _arm_flow(rows: list[FlowRow], known: ReasonLists) -> ArmFlow:
    there = [row for row in rows if row.outcome is AllocationOutcome.ALLOCATED]

    def counted(which: str, listed: Sequence[str]) -> dict[str, int]:
        return _tally((reason for row in there if (reason := getattr(row, which))), listed)

    return ArmFlow(
        allocated=len(rows),
        void=len(rows) - len(there),
        received=sum(not row.not_received for row in there),
        not_received=counted("not_received", known.not_received),
        lost=counted("lost", known.lost),
        analysed=sum(not row.not_analysed for row in there),
        not_analysed=counted("not_analysed", known.not_analysed),
    )


def _tally(given: Iterable[str], listed: Sequence[str]) -> dict[str, int]:
    counts = Counter(given)
    return {reason: counts[reason] for reason in dict.fromkeys([*listed, *sorted(counts)])}


def _check_row(row: FlowRow) -> None:
    if (row.outcome in _DRAWN) != (row.arm is not None):
        raise FlowError(f"A row is {row.outcome.label.lower()}, but its arm says otherwise.")
    followed = row.not_received or row.lost or row.not_analysed
    if followed and row.outcome is not AllocationOutcome.ALLOCATED:
        raise FlowError("A row tells of what followed a draw, but none stands.")
    if row.outcome in _EXCLUDED and not row.reason:
        raise FlowError("Somebody was excluded without a reason.")


def _never_below_0(flow: Any) -> None:
    for name in flow.__dataclass_fields__:
        value = getattr(flow, name)
        numbers = value.values() if isinstance(value, Mapping) else [value]
        if any(isinstance(number, int) and number < 0 for number in numbers):
            raise FlowError(f"{name.replace('_', ' ').capitalize()} is below 0.")


def _same(whole: int, parts: int, what: str) -> None:
    if whole != parts:
        raise FlowError(f"{whole:,} in all, but {parts:,} {what}.")
