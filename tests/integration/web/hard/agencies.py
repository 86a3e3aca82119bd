"""The forms of requests to agencies, tried hard."""

from __future__ import annotations

from typing import Any

from drive.vocabulary.requests import RefusalReason, RequestStepKind, RequestWay
from drive.web.casework.models import DriveCase
from drive.web.information.models import Folder
from drive.web.multiagency import actions
from drive.web.multiagency.models import Request
from drive.web.organisations.models import Agency
from tests.cast import NOW, Cast
from tests.factories.agencies import asked, new_request, replied, staffed
from tests.factories.facts import her_word
from tests.integration.web.hard.forms import Address, Data, Form, date_of

K = RequestStepKind


def _police(cast: Cast) -> Agency:
    found = Agency.objects.filter(name="Essex Police").first()
    return found or staffed(cast.essex)


def _said(cast: Cast, case: DriveCase) -> Request:
    request = asked(case, _police(cast), cast.case_manager, way=RequestWay.TELEPHONE)
    actions.say(step=request.steps.get(), by=cast.case_manager, now=NOW)
    return request


def _out(cast: Cast, case: DriveCase) -> list[Any]:
    return [_said(cast, case).pk]


def _refused(cast: Cast, case: DriveCase) -> list[Any]:
    request = _said(cast, case)
    reason = RefusalReason.OUT_OF_AREA
    replied(request, cast.case_manager, kind=K.REFUSED, refusal=reason)
    return [request.pk]


def _to_say(cast: Cast, case: DriveCase) -> list[Any]:
    request = asked(case, _police(cast), cast.case_manager, way=RequestWay.TELEPHONE)
    return [request.pk, request.steps.get().pk]


def _not_sent(cast: Cast, case: DriveCase) -> list[Any]:
    new = new_request(_police(cast))
    return [actions.ask(case=case, new=new, by=cast.case_manager, now=NOW).pk]


def _stopped(cast: Cast, case: DriveCase) -> list[Any]:
    told = her_word(cast, Folder.objects.get(about=case.pk))
    return [asked(case, _police(cast), cast.case_manager, facts=[told]).pk]


def _ask(kind: str) -> Address:
    return Address("multiagency:ask", lambda cast, case: [case.pk, _police(cast).pk, kind])


def _asked(_cast: Cast, _case: DriveCase) -> Data:
    return {
        "way": "email",
        "whom": "A. Example, born 1 May 1980",
        "without_agreement": "It is being negotiated.",
        "basis": "public_task",
    }


def _answered(_cast: Cast, _case: DriveCase) -> Data:
    return {
        "kind": "answered",
        "fact_1": "He drives a white van.",
        "topic_1": "whereabouts",
        "without_her": "yes",
        "reliability": "likely",
        **date_of("happened_on", "30 6 2017"),
    }


AGENCIES = (
    Form(
        name="request for information",
        address=_ask("information"),
        data=lambda cast, case: {**_asked(cast, case), "topics": ["background"]},
        words="more",
    ),
    Form(
        name="request for an action",
        address=_ask("action"),
        data=lambda cast, case: {**_asked(cast, case), "action": "welfare_check"},
        words="more",
    ),
    Form(name="request that is sent", address=Address("multiagency:send", _not_sent)),
    Form(
        name="words that are read out",
        address=Address("multiagency:say", _to_say),
        data=lambda _cast, _case: {"outcome": "said"},
    ),
    Form(name="chaser", address=Address("multiagency:chase", _out), words="text"),
    Form(name="escalation", address=Address("multiagency:escalate", _out), words="text"),
    Form(name="contest", address=Address("multiagency:contest", _refused), words="text"),
    Form(
        name="answer of an agency",
        address=Address("multiagency:answer", _out),
        data=_answered,
        words="fact_1",
    ),
    Form(
        name="request that is withdrawn",
        address=Address("multiagency:withdraw", _stopped),
        words="reason",
    ),
)
