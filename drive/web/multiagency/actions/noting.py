"""Each step of a request is work: a case note, from which the counts of work come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.casework import Channel, WorkMode
from drive.vocabulary.requests import RequestKind, RequestPurpose, RequestWay
from drive.vocabulary.work import Attribution, Direction, LinkedTo, WorkOutcome
from drive.web.accounts.models import User
from drive.web.casework.actions.notes import Activity, NewNote, write_notes
from drive.web.casework.models import CaseNote
from drive.web.multiagency.models import Request
from drive.web.multiagency.rules.kinds import KINDS, intent_of

CHANNELS = {
    RequestWay.EMAIL: Channel.EMAIL,
    RequestWay.LETTER: Channel.LETTER,
    RequestWay.TELEPHONE: Channel.TELEPHONE,
}


@dataclass(frozen=True, kw_only=True)
class Work:
    """What was done with a request, as a case note says it: in codes, without what was told.

    Parameters
    ----------
    direction : Direction or None
        Which way a message went; None where nothing was sent.
    """

    text: str
    on: date
    direction: Direction | None = None
    way: RequestWay | None = None
    who: str = ""
    outcome: WorkOutcome = WorkOutcome.NONE
    attribution: Attribution | None = None


def note(request: Request, work: Work, *, by: User, now: datetime) -> CaseNote:
    """Write the case note of a step, as part of its transaction and event."""
    kind = KINDS[RequestKind(request.kind)]
    code = kind.answering if work.direction is Direction.IN else kind.asking
    way = CHANNELS[work.way] if work.way else Channel.SYSTEM
    made = NewNote(
        happened_on=work.on,
        channel=way,
        text=f"{request.reference}: {work.text}",
        direction=work.direction,
        who=work.who,
        agency=request.agency,
        agency_kind=AgencyType(request.agency.kind),
        outcome=work.outcome,
        linked_kind=LinkedTo.REQUEST,
        linked_id=request.pk,
        activities=[
            Activity(
                code=code,
                mode=WorkMode.INDIRECT,
                intent=intent_of(kind, RequestPurpose(request.purpose)),
                attribution=work.attribution,
            )
        ],
    )
    return write_notes(request.drive_case, [made], by=by, now=now)[0]
