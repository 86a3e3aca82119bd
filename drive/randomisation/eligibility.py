"""Who may be drawn: decided from what is known before anybody sees an arm."""

from dataclasses import dataclass
from datetime import date

from drive.vocabulary.allocation import AllocationOutcome, Arm


@dataclass(frozen=True, slots=True)
class TrialWindow:
    """When hearings count: from `starts_on`, to `ends_on` inclusive where the trial has an end."""

    starts_on: date
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the draw knows of a perpetrator at one hearing.

    Attributes
    ----------
    allocated_arm
        The arm already held, at any site; None where there is none.
    identity_settled
        False while somebody has yet to decide whether this is a person already on record.
    """

    hearing_on: date
    allocated_arm: Arm | None = None
    identity_settled: bool = True


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Whether a candidate may be drawn; if not, the outcome to record and why, in words."""

    may_be_drawn: bool
    outcome: AllocationOutcome | None
    reason: str
    keeps_arm: Arm | None = None


def assess(candidate: Candidate, window: TrialWindow, *, today: date) -> Eligibility:
    """Decide whether a candidate may be drawn.

    A perpetrator is drawn once for ever: one who comes back keeps the first arm and the
    reappearance is logged (Year-1 report, lines 4145-4148). Hearings before the start do not
    count (lines 4150-4157). Identity comes first: nobody is drawn while a match is undecided.

    Parameters
    ----------
    candidate
        Hearing date, arm already held, whether identity is settled.
    window
        When hearings count.
    today
        The day of the draw.
    """
    if candidate.allocated_arm is not None:
        return Eligibility(
            may_be_drawn=False,
            outcome=AllocationOutcome.EXCLUDED_ALREADY_ALLOCATED,
            reason="Already allocated at an earlier hearing; the first arm stands.",
            keeps_arm=candidate.allocated_arm,
        )
    outside = _outside(candidate.hearing_on, window, today)
    if outside:
        return Eligibility(
            may_be_drawn=False, outcome=AllocationOutcome.EXCLUDED_INELIGIBLE, reason=outside
        )
    if not candidate.identity_settled:
        return Eligibility(
            may_be_drawn=False,
            outcome=AllocationOutcome.PENDING_MATCH_REVIEW,
            reason="Somebody has yet to decide whether this person is already on record.",
        )
    return Eligibility(may_be_drawn=True, outcome=None, reason="May be drawn.")


def _outside(hearing_on: date, window: TrialWindow, today: date) -> str:
    if hearing_on > today:
        return "The hearing has not taken place yet."
    if hearing_on < window.starts_on:
        return f"The hearing was before the trial's start on {_written(window.starts_on)}."
    if window.ends_on is not None and hearing_on > window.ends_on:
        return f"The hearing was after the trial's end on {_written(window.ends_on)}."
    return ""


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
