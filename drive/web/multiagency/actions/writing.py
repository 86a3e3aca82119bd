"""Writing to an agency: a letter, an e-mail or words to read out, through the gate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from drive.vocabulary.documents import HandlingCode
from drive.vocabulary.facts import SEEN_BY_HIM, Use
from drive.vocabulary.outbound import OutgoingChannel, OutgoingState, RecipientKind
from drive.vocabulary.requests import RequestWay
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.information.models import Fact
from drive.web.information.queries.citing import citations_about
from drive.web.multiagency.models import Request
from drive.web.multiagency.queries.cases import as_written_about
from drive.web.multiagency.queries.whom import To
from drive.web.outbound.actions import Written, send, write
from drive.web.outbound.models import Outgoing, OutgoingStep

CHANNELS = {
    RequestWay.EMAIL: OutgoingChannel.EMAIL,
    RequestWay.LETTER: OutgoingChannel.LETTER,
    RequestWay.TELEPHONE: OutgoingChannel.TELEPHONE,
}


def letter_to(
    case: DriveCase,
    to: To,
    body: str,
    *,
    use: Use,
    facts: Sequence[Fact] = (),
    by: User,
    now: datetime,
) -> Outgoing:
    """Write something to an agency. Nothing leaves by it."""
    again = to.address if to.is_in_the_directory else to.address_again
    written = Written(
        to=RecipientKind.AGENCY,
        name=to.name or to.agency.name,
        channel=CHANNELS[to.way],
        address=to.address,
        address_again=again,
        agency=to.agency,
        body=body,
        use=use,
        handling=HandlingCode.NOT_TO_SERVICE_USER,
        facts=facts,
    )
    return write(case=as_written_about(case), written=written, by=by, now=now)


def follow_up(request: Request, to: To, body: str, *, by: User, now: datetime) -> Outgoing:
    """Write again about a request: it rests on the same facts, so the guard runs again.

    What protects somebody is told to both sides at once when it is sent. What is written after it
    says nothing further, and is told to nobody again.
    """
    use = Use(request.use)
    if use in SEEN_BY_HIM:
        rows = citations_about(request.pk, use).select_related("fact")
        facts = [row.fact for row in rows]
    else:
        use, facts = Use.INFORMATION, []
    return letter_to(request.drive_case, to, body, use=use, facts=facts, by=by, now=now)


def let_go(outgoing: Outgoing, reason: str, *, by: User, now: datetime) -> OutgoingStep:
    """Hand something to the gate; what it stops stands there with its reasons."""
    return send(outgoing=outgoing, reason=reason, by=by, now=now)


def is_stopped(step: OutgoingStep) -> bool:
    """Whether the gate stopped it."""
    return step.state == OutgoingState.STOPPED
