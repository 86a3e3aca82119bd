"""Requests to the police of each site; of one, a disclosure and a Marac again besides."""

from __future__ import annotations

from typing import Any

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.directory import ContactRole
from drive.vocabulary.requests import (
    Discloser,
    DvdsRoute,
    InitiatedBy,
    MaracTrigger,
    RequestKind,
    RequestStepKind,
    RequestTopic,
    RequestWay,
)
from drive.vocabulary.work import Attribution
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.multiagency import actions
from drive.web.multiagency.models import Request
from drive.web.organisations.models import Agency
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW
from tests.factories.agencies import about, asked, replied, to
from tests.integration.access.world.directed import DIRECTED
from tests.integration.access.world.numbers import ESSEX, SUSSEX


def requested(users: dict[str, User], cases: dict[int, DriveCase]) -> dict[int, Request]:
    """Ask, answer and withdraw on a case of each site; each canary names the perpetrator."""
    made = {
        ESSEX: _request(cases[ESSEX], users["case_manager"], ESSEX),
        SUSSEX: _request(cases[SUSSEX], users["west_sussex_case_manager"], SUSSEX),
    }
    _details(cases[ESSEX], users)
    return made


def _request(case: DriveCase, by: User, number: int) -> Request:
    police = Agency.objects.get(site=case.site, name=DIRECTED)
    desk = police.contacts.get(role=ContactRole.PRACTITIONER)
    said = {
        "to": to(police, RequestWay.TELEPHONE, contact=desk, address="01632 960001"),
        "text": f"requested{number}",
    }
    request = asked(case, police, by, **said)
    actions.say(step=request.steps.get(), by=by, now=NOW)
    replied(
        request,
        by,
        kind=RequestStepKind.ANSWERED_IN_PART,
        still_open=[RequestTopic.ABUSE_NOW],
        way=RequestWay.TELEPHONE,
        text=f"agencysaid{number}",
    )
    other = asked(case, police, by, **said)
    actions.withdraw(request=other, reason=f"nolonger{number}", by=by, now=NOW)
    return request


def _details(case: DriveCase, users: dict[str, User]) -> None:
    """Ask for a disclosure, which the service manager records, and for a Marac again."""
    by, leads = users["case_manager"], users["service_manager"]
    police = Agency.objects.get(site=case.site, name=DIRECTED)
    application = actions.NewDvds(route=DvdsRoute.KNOW, applied_on=NOW.date())
    request = _said(case, police, by, **about(RequestKind.DISCLOSURE, detail=application))
    told = actions.Disclosing(
        disclosed_by=Discloser.POLICE_AND_IDVA,
        confidential=True,
        wording=f"disclosed{ESSEX}",
        support=f"offered{ESSEX}",
    )
    replied(
        request,
        leads,
        kind=RequestStepKind.DONE,
        detail=told,
        attribution=Attribution.CRITICAL,
        text="",
    )
    marac = Agency.objects.get(site=case.site, kind=AgencyType.MARAC)
    hearing = MaracHearing.objects.filter(dyad__perpetrator=case.perpetrator)[0]
    again = actions.NewMarac(
        original=hearing,
        initiated_by=InitiatedBy.DRIVE,
        trigger=MaracTrigger.THREATS,
        trigger_on=NOW.date(),
    )
    _said(case, marac, by, **about(RequestKind.MARAC, detail=again))


def _said(case: DriveCase, agency: Agency, by: User, **said: Any) -> Request:
    called = {"address": "01632 960002", "address_again": "01632 960002"}
    reached = to(agency, RequestWay.TELEPHONE, contact=None, **called)
    request = asked(case, agency, by, to=reached, **said)
    actions.say(step=request.steps.get(), by=by, now=NOW)
    return request
