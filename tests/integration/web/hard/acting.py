"""The forms of breaches, advocacy, children, Clare's Law and a Marac again, tried hard."""

from __future__ import annotations

from typing import Any

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.requests import (
    DvdsRoute,
    InitiatedBy,
    MaracTrigger,
    RequestKind,
    RequestWay,
)
from drive.web.casework.models import DriveCase
from drive.web.multiagency import actions
from drive.web.multiagency.models import Request
from drive.web.organisations.models import Agency
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW, Cast
from tests.factories.agencies import about, asked, staffed
from tests.factories.registers import entry_in
from tests.integration.web.hard.forms import Address, Data, Form, date_of

R = RequestKind
_AGENCIES = {
    R.BREACH: AgencyType.PROBATION_SERVICE,
    R.ADVOCACY: AgencyType.HOUSING,
    R.CHILD: AgencyType.CSC,
    R.DISCLOSURE: AgencyType.POLICE,
    R.MARAC: AgencyType.MARAC,
}
_REGISTERS = {R.BREACH: "breaches", R.ADVOCACY: "advocacy", R.CHILD: "children"}
_TRIGGER_ON = "20 6 2017"


def _agency(cast: Cast, kind: RequestKind) -> Agency:
    name = f"Asked for {kind}"
    found = Agency.objects.filter(name=name).first()
    return found or staffed(cast.essex, kind=_AGENCIES[kind], name=name)


def _entry(cast: Cast, case: DriveCase, kind: RequestKind) -> Any:
    register = _REGISTERS.get(kind)
    return entry_in(register, case, cast.case_manager).origin if register else None


def _detail(case: DriveCase, kind: RequestKind) -> Any:
    if kind is R.DISCLOSURE:
        return actions.NewDvds(route=DvdsRoute.ASK, applied_on=NOW.date())
    if kind is R.MARAC:
        return actions.NewMarac(
            original=MaracHearing.objects.get(dyad__perpetrator=case.perpetrator),
            initiated_by=InitiatedBy.DRIVE,
            trigger=MaracTrigger.THREATS,
            trigger_on=NOW.date(),
        )
    return None


def _ask(kind: RequestKind, said: Data) -> Form:
    def data(_cast: Cast, _case: DriveCase) -> Data:
        whom: Data = {"way": "email", "whom": "A. Example, born 1 May 1980"}
        return {**whom, "without_agreement": "None yet.", "basis": "public_task", **said}

    return Form(
        name=f"request: {kind.label}",
        address=Address(
            "multiagency:ask", lambda cast, case: [case.pk, _agency(cast, kind).pk, kind]
        ),
        prepare=lambda cast, case: _entry(cast, case, kind),
        data=data,
        words="more",
    )


def _answer(kind: RequestKind, said: Data, words: str = "text") -> Form:
    def make(cast: Cast, case: DriveCase) -> list[Any]:
        return [_request(cast, case, kind).pk]

    day = date_of("happened_on", "30 6 2017")
    return Form(
        name=f"answer: {kind.label}",
        address=Address("multiagency:answer", make),
        data=lambda _cast, _case: {**day, **said},
        words=words,
    )


def _request(cast: Cast, case: DriveCase, kind: RequestKind) -> Request:
    entry, detail = _entry(cast, case, kind), _detail(case, kind)
    request = asked(
        case,
        _agency(cast, kind),
        cast.case_manager,
        way=RequestWay.TELEPHONE,
        **about(kind, entry=entry, detail=detail),
    )
    actions.say(step=request.steps.get(), by=cast.case_manager, now=NOW)
    return request


ACTING = (
    _ask(R.BREACH, {}),
    _ask(R.ADVOCACY, {}),
    _ask(R.CHILD, {}),
    _ask(R.DISCLOSURE, {"route": "know"}),
    _ask(R.MARAC, {"trigger": "threats", **date_of("trigger_on", _TRIGGER_ON)}),
    _answer(
        R.BREACH,
        {"kind": "answered", "decision": "recalled", "attribution": "critical"},
        words="decision_reason",
    ),
    _answer(R.ADVOCACY, {"kind": "answered", "result": "changed", "attribution": "critical"}),
    _answer(R.CHILD, {"kind": "answered", "child_decision": "plan", "left_out": "on"}),
    _answer(
        R.DISCLOSURE,
        {
            "kind": "done",
            "disclosed_by": "police",
            "confidential": "on",
            "attribution": "critical",
        },
        words="wording",
    ),
    _answer(R.MARAC, {"kind": "done", "attribution": "critical"}),
)
