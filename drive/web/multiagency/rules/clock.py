"""The clock of a request: what is due now, in working days of England and Wales.

An answer is due `answer_days` after the request left. The first chaser goes on the first working
day after that, the second when whoever was asked has had the wait of that rung again. After that
the next source and the next rung are proposed. What was missed is due now, once, and what comes
after it is counted from the day on which it went.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from drive.vocabulary.requests import (
    ENDED,
    EscalationLevel,
    RequestDue,
    RequestState,
    RequestStepKind,
)
from drive.web.core.working_days import add_working_days, is_working_day
from drive.web.multiagency.rules.states import Happened, level_of, state_of
from drive.web.organisations.rules import USUAL_WAIT

CHASERS = 2
"""So many chasers go to one rung by the clock before something else is proposed."""

_BEGINS = frozenset(
    {
        RequestStepKind.SENT,
        RequestStepKind.ESCALATED,
        RequestStepKind.ANSWERED_IN_PART,
        RequestStepKind.AGREED,
        RequestStepKind.CONTESTED,
    }
)
"""The steps with which the clock begins anew."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A request, as far as the clock looks at it.

    Parameters
    ----------
    steps : sequence of Happened
        In the order in which they were taken.
    waits : mapping of EscalationLevel to int
        Working days that one waits at each rung.
    can_go_up : bool
        Whether somebody fills a rung above the one that was reached.
    rests : bool
        Whether nothing is to be done by the clock, since the case is closed.
    """

    steps: Sequence[Happened]
    answer_days: int
    waits: Mapping[EscalationLevel, int] = field(default_factory=dict)
    can_go_up: bool = True
    rests: bool = False

    @property
    def state(self) -> RequestState:
        """Where it stands."""
        return state_of(self.steps)

    @property
    def level(self) -> EscalationLevel:
        """How far up the ladder it has come."""
        return level_of(self.steps)

    @property
    def wait(self) -> int:
        """How many working days one waits where it has come to."""
        return self.waits.get(self.level, USUAL_WAIT)


@dataclass(frozen=True, kw_only=True)
class Due:
    """What a request waits for, and since when or until when.

    Parameters
    ----------
    on : date or None
        The day on which it is or was due; while an answer is awaited, the day of the next act.
    number : int
        Of a chaser: which one it is at its level.
    """

    what: RequestDue
    on: date | None = None
    level: EscalationLevel = EscalationLevel.PERSON
    number: int = 0


def what_is_due(standing: Standing, today: date) -> Due:
    """Return what is due on a day."""
    state, level = standing.state, standing.level
    if state in ENDED or standing.rests:
        return Due(what=RequestDue.NOTHING, level=level)
    if state is RequestState.DRAFT:
        return Due(what=RequestDue.SEND, level=level)
    if any(step.is_on_its_way for step in standing.steps):
        return Due(what=RequestDue.LEAVE, level=level)
    act = _next_act(standing)
    if act.on is None or today < act.on or not is_working_day(today):
        return Due(what=RequestDue.ANSWER, on=act.on, level=level)
    return act


def answer_due_on(standing: Standing) -> date | None:
    """Return the day by which whoever is asked now should have answered."""
    began, _ = _since(standing)
    return add_working_days(_day(began), _window(standing, began)) if began else None


def next_number(steps: Sequence[Happened], level: EscalationLevel) -> int:
    """Return the number of the next chaser at a level; one that was called back keeps its own."""
    made = [
        step.number for step in steps if step.kind is RequestStepKind.CHASED and step.level is level
    ]
    return max(made, default=0) + 1


def _next_act(standing: Standing) -> Due:
    began, chasers = _since(standing)
    if began is None:
        return Due(what=RequestDue.ANSWER, level=standing.level)
    if chasers:
        on = add_working_days(_day(chasers[-1]), standing.wait)
    else:
        on = add_working_days(_day(began), _window(standing, began) + 1)
    on = max(on, _rests_until(standing) or on)
    if len(chasers) < CHASERS:
        number = next_number(standing.steps, standing.level)
        return Due(what=RequestDue.CHASE, on=on, level=standing.level, number=number)
    what = RequestDue.PROPOSE if standing.can_go_up else RequestDue.TOP
    return Due(what=what, on=on, level=standing.level)


def _rests_until(standing: Standing) -> date | None:
    """Return until when the clock rests since somebody called a chaser back, if anybody did."""
    back = [step.on for step in standing.steps if step.called_back]
    return add_working_days(max(back), standing.wait) if back else None


def _since(standing: Standing) -> tuple[Happened | None, list[Happened]]:
    """Return the step with which the clock began, and the chasers since."""
    began: Happened | None = None
    chasers: list[Happened] = []
    for step in standing.steps:
        if not step.counts:
            continue
        if step.kind in _BEGINS:
            began, chasers = step, []
        elif step.kind is RequestStepKind.CHASED:
            chasers.append(step)
    return began, chasers


def _window(standing: Standing, began: Happened) -> int:
    up = began.kind is RequestStepKind.ESCALATED
    return standing.wait if up else standing.answer_days


def _day(step: Happened) -> date:
    return step.left_on or step.on
