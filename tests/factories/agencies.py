"""Agencies with a ladder, and requests to them, made by walking the real actions."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.directory import ArmsCovered, ContactRole, LawfulBasis, SharedField
from drive.vocabulary.facts import Use
from drive.vocabulary.requests import (
    RequestKind,
    RequestPurpose,
    RequestStepKind,
    RequestTopic,
    RequestWay,
)
from drive.web.accounts.actions import system_user
from drive.web.accounts.models import User
from drive.web.casework.models import DriveCase
from drive.web.multiagency import actions
from drive.web.multiagency.models import Request, RequestStep
from drive.web.multiagency.rules.kinds import KINDS
from drive.web.organisations.actions import add_agency
from drive.web.organisations.models import Agency, AgencyContact, SharingAgreement, Site
from drive.web.outbound.actions import deliver_due
from tests.cast import NOW

HOLD = timedelta(minutes=5)
SINCE = date(2016, 4, 1)
TEXT = "Tell us what you hold about A. Example."
TOPICS = (RequestTopic.BACKGROUND, RequestTopic.ABUSE_NOW)
NAMES = {
    ContactRole.PRACTITIONER: "Pat Desk",
    ContactRole.MANAGER: "Mo Manager",
    ContactRole.SINGLE_POINT: "Sam Point",
    ContactRole.STRATEGIC_LEAD: "Lee Lead",
    ContactRole.BOARD: "Bo Board",
}


def agency_in(
    site: Site, kind: AgencyType = AgencyType.POLICE, name: str = "Essex Police"
) -> Agency:
    """Add an agency."""
    return add_agency(site=site, kind=kind, name=name, by=system_user(), now=NOW)


def contact_in(
    agency: Agency, role: ContactRole = ContactRole.PRACTITIONER, name: str = "", **said: Any
) -> AgencyContact:
    """Put somebody into the directory, with an e-mail and a telephone of theirs."""
    called = name or NAMES[role]
    usual: dict[str, Any] = {
        "email": f"{called.lower().replace(' ', '.')}@agency.example",
        "telephone": "01632 960123",
        "starts_on": SINCE,
        "recorded_at": NOW,
        "recorded_by": system_user(),
    }
    return AgencyContact.objects.create(agency=agency, role=role, name=called, **usual | said)


def staffed(site: Site, *roles: ContactRole, **named: Any) -> Agency:
    """Add an agency with somebody on each of some rungs; on all of them if none is named."""
    agency = agency_in(site, **named)
    for role in roles or tuple(ContactRole):
        contact_in(agency, role, f"{NAMES[role]} of {agency.name}")
    return agency


def agreement_with(agency: Agency, **said: Any) -> SharingAgreement:
    """Agree with an agency that it shares everything."""
    usual: dict[str, Any] = {
        "name": f"Sharing with {agency.name}",
        "fields": [each.value for each in SharedField],
        "arms": ArmsCovered.BOTH,
        "basis": LawfulBasis.PUBLIC_TASK,
        "began_on": SINCE,
        "signed_on": SINCE,
        "live_on": SINCE,
        "recorded_at": NOW,
        "recorded_by": system_user(),
    }
    made = SharingAgreement.objects.create(site=agency.site, **usual | said)
    made.parties.set([agency])
    return made


def to(agency: Agency, way: RequestWay = RequestWay.EMAIL, **said: Any) -> actions.To:
    """Return whoever stands first in the directory of an agency."""
    contact = said.pop("contact", agency.contacts.filter(role=ContactRole.PRACTITIONER).first())
    usual: dict[str, Any] = {"name": contact.name if contact else agency.name, "address": ""}
    if way is RequestWay.LETTER:
        usual |= {"address": "1 Example Street, Chelmsford CM1 1ZZ"}
        usual |= {"address_again": "1 Example Street, Chelmsford CM1 1ZZ"}
    elif contact:
        usual |= {"address": contact.email if way is RequestWay.EMAIL else contact.telephone}
    return actions.To(agency=agency, way=way, contact=contact, **usual | said)


def new_request(
    agency: Agency, *, way: RequestWay = RequestWay.EMAIL, **said: Any
) -> actions.NewRequest:
    """Return a request for information, or another where that is said."""
    usual: dict[str, Any] = {
        "kind": RequestKind.INFORMATION,
        "topics": TOPICS,
        "purpose": RequestPurpose.KNOW_THE_RISK,
        "use": Use.INFORMATION,
        "basis": LawfulBasis.PUBLIC_TASK,
        "without_agreement": "It is being negotiated.",
        "answer_days": 5,
        "text": TEXT,
    }
    given = usual | said
    return actions.NewRequest(**{"to": to(agency, way), **given})


def asked(case: DriveCase, agency: Agency, by: User, *, at: datetime = NOW, **said: Any) -> Request:
    """Ask an agency, and hand it to the gate."""
    return actions.ask_and_send(case=case, new=new_request(agency, **said), by=by, now=at)


def left(request: Request, *, at: datetime) -> RequestStep:
    """Let what was written last leave, some minutes after a moment."""
    step = request.steps.exclude(outgoing=None).order_by("-sequence")[0]
    deliver_due(now=at + HOLD)
    return actions.note_left(step=step, now=at + HOLD)


def sent(case: DriveCase, agency: Agency, by: User, *, at: datetime = NOW, **said: Any) -> Request:
    """Ask an agency by e-mail, and let it leave."""
    request = asked(case, agency, by, at=at, **said)
    left(request, at=at)
    return request


def replied(request: Request, by: User, *, at: datetime = NOW, **said: Any) -> RequestStep:
    """Record an answer in whole, or another where that is said."""
    usual: dict[str, Any] = {
        "kind": RequestStepKind.ANSWERED,
        "happened_on": at.date(),
        "way": RequestWay.EMAIL,
        "text": "They hold three calls.",
    }
    return actions.answer(request=request, reply=actions.Reply(**usual | said), by=by, now=at)


def about(kind: RequestKind, **said: Any) -> dict[str, Any]:
    """Return what a request of a kind says beyond the rest, as usual."""
    found = KINDS[kind]
    usual: dict[str, Any] = {
        "kind": kind,
        "topics": (),
        "use": found.uses[0],
        "purpose": found.purpose,
        "answer_days": found.answer_days,
    }
    return usual | said
