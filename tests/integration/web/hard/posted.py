"""The forms of what is to leave, tried hard."""

from __future__ import annotations

from typing import Any

from drive.vocabulary.facts import Use
from drive.vocabulary.outbound import LeakRoute, OutgoingChannel, ReachedHim
from drive.web.casework.models import DriveCase
from drive.web.information.models import Folder
from drive.web.outbound.actions import Leaked, ask_to_override, record_leak, send
from drive.web.outbound.models import LeakageIncident, Outgoing
from tests.cast import NOW, Cast
from tests.factories.facts import her_word, released
from tests.factories.outbound import PROBATION, of_drive, wrote
from tests.integration.web.hard.forms import Address, Data, Form, date_of, to
from tests.integration.web.hard.insights import support_of

_SAID: Data = {
    "to": "agency",
    "name": "The duty officer",
    "channel": "letter",
    "address": PROBATION,
    "address_again": PROBATION,
    "use": "disruption",
    "handling": "not_to_service_user",
    "body": "Please tell us by Friday whether the review goes ahead.",
}


def _written(cast: Cast, case: DriveCase) -> Outgoing:
    return wrote(of_drive(case), cast.case_manager, use=Use.CHILD_AT_RISK)


def _held(cast: Cast, case: DriveCase) -> Outgoing:
    row = wrote(of_drive(case), cast.case_manager, channel=OutgoingChannel.LETTER)
    send(outgoing=row, by=cast.case_manager, now=NOW)
    return row


def _stopped(cast: Cast, case: DriveCase) -> list[Any]:
    hers = Folder.objects.get(about=support_of(cast, case).pk)
    told = released(cast, hers, Folder.objects.get(about=case.pk), her_word(cast, hers)).fact
    row = wrote(of_drive(case), cast.case_manager, facts=[told])
    ask_to_override(outgoing=row, by=cast.case_manager, now=NOW)
    return [row.pk]


def _incident(cast: Cast, case: DriveCase) -> list[Any]:
    support_of(cast, case)
    leaked = Leaked(
        dyad=case.perpetrator.dyads.get(),
        what="Her new address",
        route=LeakRoute.COURT,
        reached_him=ReachedHim.UNSURE,
        happened_on=NOW.date(),
    )
    incident = LeakageIncident.objects.filter(about=case.pk).first()
    found = incident or record_leak(
        case=of_drive(case), leaked=leaked, by=cast.case_manager, now=NOW
    )
    return [found.pk]


def _leak(_cast: Cast, case: DriveCase) -> Data:
    return {
        "dyad": str(case.perpetrator.dyads.get().pk),
        "what": "Her new address",
        "route": "court",
        "reached_him": "unsure",
        **date_of("happened_on"),
    }


def _hers(view: str) -> Address:
    return Address(view, lambda cast, case: [support_of(cast, case).pk])


POSTED = (
    Form(name="leak", address=to("casework:record_leak"), data=_leak, words="what"),
    Form(
        name="leak on the Idva's side",
        who="idva",
        address=_hers("insights:record_leak"),
        data=_leak,
        words="what",
    ),
    Form(
        name="letter of the Idva",
        who="idva",
        address=_hers("insights:write_to_somebody"),
        data=lambda _cast, _case: _SAID,
        words="body",
    ),
    Form(
        name="letter",
        address=to("casework:write_to_somebody"),
        data=lambda _cast, _case: _SAID,
        words="body",
    ),
    Form(
        name="letter that is sent",
        address=Address("outbound:send", lambda cast, case: [_written(cast, case).pk]),
        data=lambda _cast, _case: {},
        words="reason",
    ),
    Form(
        name="letter that is sent now",
        address=Address("outbound:send_now", lambda cast, case: [_written(cast, case).pk]),
        data=lambda _cast, _case: {},
        words="reason",
    ),
    Form(
        name="letter that the guard stops",
        who="service_manager",
        address=Address("outbound:override_guard", _stopped),
        data=lambda _cast, _case: {"reason": "She wishes it, and she is elsewhere."},
        words="reason",
    ),
    Form(
        name="letter that was sent",
        who="service_manager",
        address=Address("outbound:review", lambda cast, case: [_held(cast, case).pk]),
        data=lambda _cast, _case: {"text": "Read; her Idva rings her today."},
        words="text",
    ),
    Form(
        name="review of her safety",
        who="idva",
        address=Address("outbound:review_safety", _incident),
        data=lambda _cast, _case: {"text": "New locks, and the police were told."},
        words="text",
    ),
    Form(
        name="letter that is called back",
        address=Address("outbound:call_back", lambda cast, case: [_held(cast, case).pk]),
        data=lambda _cast, _case: {},
        words="reason",
    ),
)
