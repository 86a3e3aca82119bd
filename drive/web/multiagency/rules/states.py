"""Where a request stands: what its steps make of it, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from drive.vocabulary.requests import EscalationLevel, RequestState, RequestStepKind

S, K = RequestState, RequestStepKind

_ANSWERS = {
    K.ANSWERED_IN_PART: S.PARTIAL,
    K.ANSWERED: S.ANSWERED,
    K.AGREED: S.AGREED,
    K.DONE: S.DONE,
    K.REFUSED: S.REFUSED,
}
_ENDS = {K.WITHDRAWN: S.WITHDRAWN, K.SUBSTITUTED: S.SUBSTITUTED}
_OVER = {K.CAME_LATE: None}


def _waiting(state: RequestState) -> dict[RequestStepKind, RequestState | None]:
    return {K.CHASED: state, K.ESCALATED: S.ESCALATED, **_ANSWERS, **_ENDS}


MOVES: Mapping[RequestState, Mapping[RequestStepKind, RequestState | None]] = {
    S.DRAFT: {K.SENT: S.SENT, K.WITHDRAWN: S.WITHDRAWN},
    S.SENT: _waiting(S.CHASED),
    S.CHASED: _waiting(S.CHASED),
    S.PARTIAL: _waiting(S.PARTIAL),
    S.AGREED: _waiting(S.AGREED),
    S.ESCALATED: _waiting(S.ESCALATED),
    S.CONTESTED: _waiting(S.CONTESTED),
    S.REFUSED: {K.CONTESTED: S.CONTESTED, K.SUBSTITUTED: S.SUBSTITUTED, **_OVER},
    S.ANSWERED: _OVER,
    S.DONE: _OVER,
    S.WITHDRAWN: _OVER,
    S.SUBSTITUTED: _OVER,
}
"""By state: which step may be taken there, and where it leads; None leaves it where it stands."""

REQUEST_TRANSITIONS: dict[RequestState, tuple[RequestState, ...]] = {
    state: tuple(dict.fromkeys(to for to in moves.values() if to not in {None, state}))
    for state, moves in MOVES.items()
}
"""From where a request may go where."""


@dataclass(frozen=True, kw_only=True)
class Happened:
    """One step of a request, as far as it says where the request stands.

    Parameters
    ----------
    on : date
        The day of what happened; of something written, the day on which it was written.
    left_on : date or None
        The day on which what was written left; a step with nothing written has that of `on`.
    called_back : bool
        Whether what was written was called back: then nobody got it, and it does not count.
    """

    kind: RequestStepKind
    on: date
    level: EscalationLevel = EscalationLevel.PERSON
    number: int = 0
    left_on: date | None = None
    called_back: bool = False

    @property
    def counts(self) -> bool:
        """Whether it happened as far as the agency can know."""
        return self.left_on is not None and not self.called_back

    @property
    def is_on_its_way(self) -> bool:
        """Whether it was written and has not left yet."""
        return self.left_on is None and not self.called_back


def may_follow(state: RequestState, step: RequestStepKind) -> bool:
    """Return whether a step can be taken where a request stands."""
    return step in MOVES[state]


def state_of(steps: Iterable[Happened]) -> RequestState:
    """Return where a request stands: what has not left yet has not happened."""
    state = RequestState.DRAFT
    for step in steps:
        if step.counts:
            state = MOVES[state].get(step.kind) or state
    return state


def level_of(steps: Iterable[Happened]) -> EscalationLevel:
    """Return how far up the ladder a request has come."""
    reached = [
        step.level
        for step in steps
        if step.kind in {RequestStepKind.SENT, RequestStepKind.ESCALATED} and not step.called_back
    ]
    return reached[-1] if reached else EscalationLevel.PERSON
