"""Answers: in part or whole, agreed, done, refused, or come after the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.requests import (
    ENDED,
    ActionEffect,
    RefusalReason,
    RequestKind,
    RequestState,
    RequestStepKind,
    RequestTopic,
    RequestWay,
)
from drive.vocabulary.work import Attribution, Direction, WorkOutcome
from drive.web.accounts.models import User
from drive.web.audit.actions import record_change
from drive.web.casework.actions import Late, receive_late
from drive.web.casework.models import CaseNote
from drive.web.information.actions import Saying, record_fact
from drive.web.information.models import Fact, Folder
from drive.web.multiagency.actions.kinds import follows
from drive.web.multiagency.actions.kinds.details import AnswerDetail, Happening
from drive.web.multiagency.actions.leaving import catch_up
from drive.web.multiagency.actions.noting import Work, note
from drive.web.multiagency.actions.steps import (
    call_back_all,
    check_day,
    day_of,
    locked,
    require,
    take,
)
from drive.web.multiagency.exceptions import CannotAsk, NotNow
from drive.web.multiagency.models import Request, RequestStep
from drive.web.multiagency.queries.standing import Opened
from drive.web.multiagency.rules.kinds import KINDS
from drive.web.multiagency.rules.sources import speaks_as

_OUTCOMES = {
    RequestStepKind.ANSWERED_IN_PART: WorkOutcome.INFORMATION,
    RequestStepKind.ANSWERED: WorkOutcome.INFORMATION,
    RequestStepKind.CAME_LATE: WorkOutcome.INFORMATION,
    RequestStepKind.AGREED: WorkOutcome.PROMISED,
    RequestStepKind.DONE: WorkOutcome.DONE,
    RequestStepKind.REFUSED: WorkOutcome.REFUSED,
}


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What an agency answered.

    Parameters
    ----------
    kind : RequestStepKind
        One of the answers that the kind of request knows.
    still_open : sequence of RequestTopic
        Of an answer in part: what it did not answer.
    text : str
        What they said; it lies sealed.
    facts : sequence of Saying
        What is known from it.
    refusal : RefusalReason or None
        Why they refuse.
    effect, attribution
        Of an action that was done: what it did to the risk, and whether it would have happened
        without Drive.
    detail : Decided, Argued, OfAChild, Disclosing, HeardAgain or None
        What a kind of request is answered with beyond the rest.
    """

    kind: RequestStepKind
    happened_on: date
    way: RequestWay
    who: str = ""
    still_open: Sequence[RequestTopic] = field(default_factory=tuple)
    text: str = ""
    facts: Sequence[Saying] = field(default_factory=tuple)
    refusal: RefusalReason | None = None
    effect: ActionEffect | None = None
    attribution: Attribution | None = None
    detail: AnswerDetail | None = None


@transaction.atomic
def answer(*, request: Request, reply: Reply, by: User, now: datetime) -> RequestStep:
    """Record what an agency answered, and the facts that are known from it.

    What comes after the end, or on a closed case, is taken all the same and says so.
    """
    catch_up(request, now=now)
    found = locked(request, now)
    _check(found, reply, now=now)
    closed = found.standing.rests
    late = closed or found.state in ENDED
    kind = RequestStepKind.CAME_LATE if late else reply.kind
    if not late:
        require(found, kind)
        call_back_all(found, "The agency answered.", by=by, now=now)
    step = take(
        found,
        kind,
        text=_words(request, reply),
        happened_on=reply.happened_on,
        still_open=[topic.value for topic in reply.still_open],
        refusal=reply.refusal or "",
        effect=reply.effect or "",
        attribution=reply.attribution or "",
        by=by,
        now=now,
    )
    step.facts.set(_facts(request, reply, by=by, now=now))
    if closed:
        _into_inbox(request, reply, by=by, now=now)
    note = _note(found, reply, kind, by=by, now=now)
    happening = Happening(request=request, step=step, note=note, by=by, now=now, is_closed=closed)
    follows(request.kind).answered(happening, reply)
    record_change(f"multiagency.{_act(kind)}", request.drive_case, step, by=by, now=now)
    return step


def _act(kind: RequestStepKind) -> str:
    if kind is RequestStepKind.REFUSED:
        return "refuse"
    return "answer_late" if kind is RequestStepKind.CAME_LATE else "answer"


def _facts(request: Request, reply: Reply, *, by: User, now: datetime) -> list[Fact]:
    if not reply.facts:
        return []
    folder = Folder.objects.get(about=request.drive_case_id)
    return [record_fact(folder=folder, said=said, by=by, now=now) for said in reply.facts]


def _into_inbox(request: Request, reply: Reply, *, by: User, now: datetime) -> None:
    """Put what came after the case was closed where the service manager reads it."""
    informant = speaks_as(AgencyType(request.agency.kind))
    text = f"An answer to {request.reference}, which stands on the request."
    late = Late(learned_on=reply.happened_on, informant=informant, text=text)
    receive_late(case=request.drive_case, late=late, by=by, now=now)


def _words(request: Request, reply: Reply) -> str:
    said = (follows(request.kind).said(reply), reply.text.strip())
    return "\n\n".join(words for words in said if words)


def _note(
    found: Opened, reply: Reply, kind: RequestStepKind, *, by: User, now: datetime
) -> CaseNote:
    request = found.request
    of_its_kind = KINDS[RequestKind(request.kind)]
    words = of_its_kind.noted(kind)
    if reply.still_open:
        words += ". Still open: " + ", ".join(topic.label.lower() for topic in reply.still_open)
    if reply.refusal and not of_its_kind.in_notes:
        words += f". Reason: {reply.refusal.label.lower()}"
    work = Work(
        text=f"{words}, by {request.agency.name}" if not reply.still_open else words,
        on=reply.happened_on,
        direction=Direction.IN,
        way=reply.way,
        who=reply.who,
        outcome=_OUTCOMES[kind],
        attribution=reply.attribution,
    )
    return note(request, work, by=by, now=now)


def _check(found: Opened, reply: Reply, *, now: datetime) -> None:
    check_day(reply.happened_on, found, now)
    if found.state is RequestState.DRAFT:
        raise NotNow(
            "This request has not left yet, so nobody can have answered it. Write a note about "
            "what they said."
        )
    kind = KINDS[RequestKind(found.request.kind)]
    if reply.kind not in kind.answers:
        raise CannotAsk("Choose what they answered", field="kind")
    if reply.kind is RequestStepKind.REFUSED and reply.refusal is None:
        raise CannotAsk("Choose why they refuse", field="refusal")
    if reply.kind is RequestStepKind.ANSWERED_IN_PART and "topics" in kind.asks:
        _check_open(found, reply)
    if reply.kind in kind.attributed and not reply.attribution:
        raise CannotAsk("Say whether it would have happened without Drive", field="attribution")
    follows(found.request.kind).check_reply(found.request, reply, today=day_of(now))


def _check_open(found: Opened, reply: Reply) -> None:
    asked = {RequestTopic(topic) for topic in found.request.topics}
    if not reply.still_open or not set(reply.still_open) <= asked:
        raise CannotAsk("Choose what they did not answer", field="still_open")
