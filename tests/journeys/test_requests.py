"""Agencies are asked, chased, and answer; who has not answered is seen at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.directory import ContactRole
from drive.vocabulary.requests import RefusalReason, RequestStepKind
from drive.web.casework.models import DriveCase
from drive.web.information.models import FactVersion
from drive.web.multiagency.actions.due import do_what_is_due, note_what_left
from drive.web.multiagency.models import Request, RequestStep
from drive.web.outbound.actions import deliver_due
from tests.cast import NOW, Cast
from tests.factories.agencies import (
    HOLD,
    agreement_with,
    contact_in,
    replied,
    sent,
    staffed,
)
from tests.factories.casework import case_at
from tests.journeys.conftest import Desks
from tests.journeys.desk import Desk
from tests.journeys.steps.signing_in import signs_in

K = RequestStepKind
PHONE = {"width": 375, "height": 740}


class Days:
    """The days of a journey: the worker lives each morning, and the pages on the last of them."""

    def __init__(self, settings: Any) -> None:
        self.settings, self.now = settings, NOW

    def pass_(self, days: int) -> datetime:
        """Let so many days pass; a page that was open is signed out by then."""
        for _ in range(days):
            self.now += timedelta(days=1)
            do_what_is_due(now=self.now)
            deliver_due(now=self.now + HOLD)
            note_what_left(now=self.now + HOLD)
        self.settings.DRIVE_TODAY = self.now.date()
        return self.now

    def minutes(self) -> None:
        """Let what is held leave."""
        deliver_due(now=self.now + timedelta(days=1))
        note_what_left(now=self.now + timedelta(days=1))


@pytest.fixture
def days(settings: Any) -> Iterator[Days]:
    return Days(settings)


def a_site(cast: Cast) -> DriveCase:
    """Open a case at a site whose police have a desk, a manager and a board, and a housing team."""
    case = case_at(cast)
    police = staffed(cast.essex, ContactRole.PRACTITIONER, ContactRole.MANAGER, ContactRole.BOARD)
    agreement_with(police)
    housing = staffed(cast.essex, ContactRole.PRACTITIONER, name="Colchester Housing",
                      kind=AgencyType.HOUSING)  # fmt: skip
    contact_in(housing, ContactRole.MANAGER, "Mo Housing")
    return case


def asks_the_police(desk: Desk, case: DriveCase) -> None:
    desk.open(f"/cases/{case.pk}/")
    desk.follow("Agencies", within=desk.page.get_by_role("navigation", name="Case"))
    desk.sees("No agency has been asked for anything yet.")
    desk.follow("Ask for information")
    desk.select("Which agency?", "Essex Police")
    desk.press("Go on")
    desk.sees("Ring Pat Desk of Essex Police")
    desk.fill("Whom is it about?", "A. Example, born 1 May 1980")
    desk.choose("What do you ask for?", "Background")
    desk.choose("What do you ask for?", "Abuse now")
    desk.press("Show the words and what the gate says")
    desk.sees("What the gate says", "Sharing with Essex Police", "It is about A. Example")
    desk.picture("request-asked")
    desk.press("Send")
    desk.sees("It leaves in some minutes")


def test_a_request_is_chased_escalated_and_answered_and_the_answer_is_a_fact(
    cast: Cast, at_desk: Desks, days: Days
) -> None:
    case = a_site(cast)
    manager = signs_in(at_desk(), cast.case_manager)
    asks_the_police(manager, case)
    days.minutes()
    request = Request.objects.get()

    days.pass_(28)
    manager = signs_in(at_desk(), cast.case_manager)
    manager.sees(f"{case.reference}: Ask another source, or go up the ladder")
    manager.follow(f"{case.reference}: Ask another source")
    manager.sees("Nobody answered two chasers.", "Chaser 2", "Sent by the clock")
    manager.sees("Ask Colchester Housing", "Agencies of this kind usually know it")
    manager.picture("request-due")
    manager.press("Send it to Mo Manager of Essex Police")
    manager.sees("It goes to the next rung of the ladder.")
    days.minutes()
    assert mail.outbox[-1].to == ["mo.manager.of.essex.police@agency.example"]

    days.pass_(3)
    manager = signs_in(at_desk(), cast.case_manager)
    manager.open(f"/agencies/requests/{request.pk}/")
    manager.follow("Record an answer")
    manager.choose("What did they answer?", "Answered")
    manager.fill("What did they say?", "Three calls in May. He drives a white van.")
    manager.fill("Fact 1 that is known from it", "He drives a white van.")
    manager.select("What is fact 1 about?", "Where he is and how he moves")
    manager.choose("Would they know it had she not spoken?", "Yes")
    manager.choose("How far can the facts be relied on?", "Confirmed by a record or seen oneself")
    manager.picture("request-answer")
    manager.press("Save the answer")
    manager.sees("Nothing.", "Known from it:", "He drives a white van.")
    manager.picture("request-story")
    fact = FactVersion.objects.get()
    assert (fact.agency, fact.recorded_by) == ("police", cast.case_manager)
    assert RequestStep.objects.filter(kind=K.CHASED).count() == 2
    manager.follow("He drives a white van.")
    manager.sees("Police (Police)")


def test_the_service_manager_sees_who_has_not_answered(
    cast: Cast, at_desk: Desks, days: Days
) -> None:
    case = a_site(cast)
    police, housing = cast.essex.agencies.order_by("-name").exclude(kind=AgencyType.MARAC)
    housing, police = sorted((police, housing), key=lambda each: each.name)
    requests = [sent(case, police, cast.case_manager) for _ in range(8)]
    requests += [sent(case, housing, cast.case_manager) for _ in range(2)]
    for at, request in enumerate(requests[:6], start=3):
        kind = K.REFUSED if at == 3 else K.ANSWERED
        refusal = RefusalReason.OUT_OF_AREA if at == 3 else None
        replied(
            request,
            cast.case_manager,
            at=NOW + timedelta(days=at),
            kind=kind,
            refusal=refusal,
        )
    days.pass_(18)
    leader = signs_in(at_desk(), cast.service_manager)
    leader.section("Agencies")
    leader.sees("4 requests wait for 2 agencies. 4 are over their day.")
    leader.picture("agencies-stalled")
    leader.follow("Time to answer")
    leader.sees("10 requests have left; 6 have been answered.", "too few to say", "Out of their")
    leader.picture("agencies-time-to-answer")
    adviser = signs_in(at_desk(), cast.practice_adviser)
    adviser.open(f"/agencies/requests/{requests[7].pk}/")
    adviser.does_not_see("Record an answer", "Withdraw it")


def test_on_a_telephone_while_it_rings(cast: Cast, at_desk: Desks, days: Days) -> None:
    case = a_site(cast)
    request = sent(case, cast.essex.agencies.get(name="Essex Police"), cast.case_manager)
    replied(
        request,
        cast.case_manager,
        kind=K.REFUSED,
        refusal=RefusalReason.OUT_OF_AREA,
    )
    desk = signs_in(at_desk({"fitting": True}, viewport=PHONE), cast.case_manager)
    desk.open(f"/agencies/requests/{request.pk}/")
    desk.follow("Contest the refusal")
    desk.sees("out of your area")
    desk.press("Send it")
    desk.sees("Refusal contested (has not left)")
    for path in (
        "/agencies/",
        f"/cases/{case.pk}/requests/",
        f"/cases/{case.pk}/requests/ask/",
        f"/cases/{case.pk}/requests/ask/{request.agency_id}/action/",
        f"/agencies/requests/{request.pk}/answer/",
        f"/agencies/requests/{request.pk}/withdraw/",
    ):
        desk.open(path)
