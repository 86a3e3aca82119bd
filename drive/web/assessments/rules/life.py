"""The life of an assessment: what follows on what."""

from __future__ import annotations

from drive.vocabulary.assessments import AssessmentState as State

ASSESSMENT_TRANSITIONS: dict[State, tuple[State, ...]] = {
    State.DRAFT: (State.SUBMITTED,),
    State.SUBMITTED: (State.ACCEPTED, State.RETURNED, State.REPLACED),
    State.RETURNED: (State.REPLACED,),
    State.ACCEPTED: (State.REPLACED,),
    State.REPLACED: (),
}
"""From where a version may go where. A version that was accepted is locked: it is only replaced."""

LONGEST_WORDS = 4000


def state_of(*, accepted: bool | None, is_replaced: bool) -> State:
    """Return where a submitted version stands; `accepted` is None before any decision."""
    if is_replaced:
        return State.REPLACED
    if accepted is None:
        return State.SUBMITTED
    return State.ACCEPTED if accepted else State.RETURNED
