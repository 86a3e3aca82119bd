"""A breach is reported and answered with its reason; a disclosure is made; a Marac hears again."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.requests import RequestKind
from drive.web.allocation.models import Allocation
from drive.web.casework.models import DriveCase
from drive.web.multiagency.models import Request
from drive.web.registers.models import Breach
from tests.cast import Cast
from tests.factories.agencies import agency_in, contact_in, staffed
from tests.factories.allocation import locked, ratio
from tests.factories.casework import case_at
from tests.factories.referrals import hearing
from tests.factories.registers import entry_in
from tests.journeys.conftest import Desks
from tests.journeys.desk import Desk
from tests.journeys.steps.signing_in import signs_in
from tests.journeys.test_requests import PHONE, Days

TOLD = "He was convicted twice of hurting a partner."
HEAD = "Case reference,Day,Kind of incident,What was done,Crime reference,Called in by"


@pytest.fixture
def days(settings: Any) -> Days:
    return Days(settings)


def asks_for(desk: Desk, case: DriveCase, what: str, agency: str) -> None:
    """Find what to ask for, choose the agency, and say whom it is about."""
    desk.open(f"/cases/{case.pk}/requests/")
    desk.follow(what)
    desk.select("Which agency?", agency)
    desk.press("Go on")
    desk.fill("Whom is it about?", "A. Example, born 1 May 1980")
    desk.fill("If none: why do you ask all the same?", "It is being negotiated.")
    desk.select("On what basis?", "Crime and Disorder Act 1998, section 115")


def sends(desk: Desk, days: Days) -> Request:
    desk.press("Send")
    desk.sees("It leaves in some minutes")
    days.minutes()
    return Request.objects.latest("recorded_at", "number")


def answers(desk: Desk, request: Request, what: str) -> None:
    desk.open(f"/agencies/requests/{request.pk}/")
    desk.follow("Record an answer")
    desk.choose("What did they answer?", what)


def test_a_breach_is_reported_and_answered_with_its_reason(
    cast: Cast, at_desk: Desks, days: Days
) -> None:
    case = case_at(cast)
    staffed(cast.essex, kind=AgencyType.PROBATION_SERVICE, name="Essex Probation")
    entry_in("breaches", case, cast.case_manager)
    manager = signs_in(at_desk(), cast.case_manager)
    asks_for(manager, case, "A decision on a breach", "Essex Probation")
    manager.press("Show the words and what the gate says")
    manager.sees("A decision on a breach, with the reason for it")
    manager.does_not_see("Seen at the gate.")
    request = sends(manager, days)
    days.pass_(3)
    manager = signs_in(at_desk(), cast.case_manager)
    answers(manager, request, "Decided")
    manager.choose("What was decided?", "Recall considered and declined")
    manager.fill("For which reason?", "He keeps his appointments.")
    manager.choose("Would it have happened without Drive?", "Perhaps, but Drive was critical to it")
    manager.press("Save the answer")
    manager.sees("Recall considered and declined, because: He keeps his appointments.")
    manager.picture("breach-answered")
    manager.open(f"/cases/{case.pk}/plan/breaches/")
    manager.sees("Recall considered and declined")
    assert Breach.objects.get(superseded_by=None).reason == "He keeps his appointments."


def test_an_application_under_clares_law_comes_to_its_disclosure(
    cast: Cast, at_desk: Desks, days: Days
) -> None:
    case = case_at(cast)
    staffed(cast.essex)
    manager = signs_in(at_desk(), cast.case_manager)
    asks_for(manager, case, "A disclosure under Clare’s Law", "Essex Police")
    manager.sees("Whoever may be told is not named here")
    manager.choose("By which right?", "Right to know")
    manager.fill_date("When was it applied for?", "29 6 2017")
    request = sends(manager, days)
    days.pass_(6)
    manager = signs_in(at_desk(), cast.case_manager)
    answers(manager, request, "It goes to a panel")
    manager.fill_date("When does the panel meet, or when did it?", "10 7 2017")
    manager.press("Save the answer")
    manager.sees("27 July 2017", "Waits for a decision", "10 July 2017")
    days.pass_(20)
    days.pass_(5)
    manager = signs_in(at_desk(), cast.case_manager)
    manager.sees("See to a decision under Clare’s Law", "Overdue since 27 July 2017")
    answers(manager, request, "Disclosed")
    manager.select("Who disclosed it?", "The police and an IDVA")
    manager.fill("In which words was it disclosed?", TOLD)
    manager.fill("What support was offered?", "An IDVA of her own.")
    manager.page.get_by_label("Whoever was told was told that it is confidential").check()
    manager.choose("Would it have happened without Drive?", "No: it would not have happened")
    manager.press("Save the answer")
    manager.sees("Disclosed", "It was said that this is confidential.", TOLD)
    manager.picture("disclosure")
    adviser = signs_in(at_desk(), cast.practice_adviser)
    adviser.open(f"/agencies/requests/{request.pk}/")
    adviser.sees("Read by the service manager and by whoever wrote it down.")
    adviser.does_not_see(TOLD, "An IDVA of her own.")


def test_a_marac_hears_the_pair_again_and_nobody_is_drawn_twice(
    cast: Cast, at_desk: Desks, days: Days
) -> None:
    ratio(cast, control=1)
    contact_in(cast.essex_marac)
    case = case_at(cast)
    drawn = list(Allocation.objects.values_list("pk", "arm"))
    manager = signs_in(at_desk(), cast.case_manager)
    asks_for(manager, case, "A hearing at a Marac again", "Essex Marac")
    manager.select("What happened?", "Threats")
    manager.fill_date("When?", "28 6 2017")
    request = sends(manager, days)
    days.pass_(10)
    manager = signs_in(at_desk(), cast.case_manager)
    manager.open(f"/agencies/requests/{request.pk}/")
    manager.sees("Yes: further abuse within twelve months", "None yet", "Drive")
    hearing(cast, 1, heard_on=date(2017, 7, 7))
    assert locked(cast, today=date(2017, 7, 10)).batch is None
    answers(manager, request, "Heard again")
    manager.choose("Would it have happened without Drive?", "No: it would not have happened")
    manager.press("Save the answer")
    manager.sees("7 July 2017, Essex Marac", "He keeps the arm to which he was drawn.")
    manager.picture("marac-again")
    assert list(Allocation.objects.values_list("pk", "arm")) == drawn


def test_what_the_police_sent_is_put_on_its_case_and_new_until_one_looks(
    cast: Cast, at_desk: Desks, tmp_path: Path
) -> None:
    case = case_at(cast)
    agency_in(cast.essex)
    lines = [
        HEAD,
        f"{case.reference},03/06/2017,Assault without injury,No further action,42/1,neighbour",
        f"{case.reference},04/06/2017,Breach of bail,Arrested,42/2,",
        f"{case.reference},Assault,05/06/2017,Arrested,42/3,",
    ]
    file = tmp_path / "essex.csv"
    file.write_text("\n".join(lines), "utf-8")
    leader = signs_in(at_desk(), cast.service_manager)
    leader.section("Police extracts")
    leader.follow("Upload an extract")
    leader.page.locator("input[type=file]").set_input_files(file)
    leader.press("Upload and read")
    leader.sees("Row 4", "Column “Day”", "slipped by a column", "Row 2")
    leader.picture("police-extract")
    leader.follow("Put the rows on their cases")
    leader.press("Put the rows on their cases")
    leader.sees("The rows are put on their cases now")
    manager = signs_in(at_desk(), cast.case_manager)
    manager.sees("New from the police since you last looked", "2 new")
    manager.open(f"/cases/{case.pk}/")
    manager.sees("2 police records are new since you last looked")
    manager.follow("Read what the police sent")
    manager.sees("New", "Breach of bail", "Crime reference 42/2")
    manager.picture("police-on-a-case")
    manager.open(f"/cases/{case.pk}/")
    manager.does_not_see("new since you last looked")


def test_on_a_telephone(cast: Cast, at_desk: Desks) -> None:
    case = case_at(cast)
    police = staffed(cast.essex)
    entry_in("breaches", case, cast.case_manager)
    desk = signs_in(at_desk({"fitting": True}, viewport=PHONE), cast.case_manager)
    kinds = (RequestKind.BREACH, RequestKind.DISCLOSURE)
    for path in (
        f"/cases/{case.pk}/requests/",
        f"/cases/{case.pk}/extracts/",
        *(f"/cases/{case.pk}/requests/ask/{police.pk}/{kind}/" for kind in kinds),
    ):
        desk.open(path)
    leader = signs_in(at_desk({"fitting": True}, viewport=PHONE), cast.service_manager)
    for path in ("/police-extracts/", "/police-extracts/upload/"):
        leader.open(path)
