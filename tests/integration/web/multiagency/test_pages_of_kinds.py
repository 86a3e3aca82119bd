"""The pages of breaches, advocacy, children, Clare's Law and a Marac again, and of extracts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.agencies import AgencyType
from drive.vocabulary.requests import RequestKind
from drive.web.casework.models import DriveCase
from drive.web.multiagency.models import (
    DvdsDisclosure,
    DvdsOutcome,
    MaracReferralAgain,
    Request,
)
from drive.web.organisations.models import Agency
from drive.web.registers.models import Breach, ChildStatusChange
from tests.cast import NOW, Cast
from tests.factories.agencies import about, contact_in, left, sent, staffed
from tests.factories.casework import case_at
from tests.factories.referrals import hearing
from tests.factories.registers import entry_in
from tests.factories.sign_in import signed_in
from tests.integration.web.multiagency.pages import ask_at, text, typed

pytestmark = pytest.mark.django_db
TOMORROW = NOW + timedelta(days=1)
SECRET = "He was convicted of hurting a partner."


@pytest.fixture
def case(cast: Cast) -> DriveCase:
    return case_at(cast)


@pytest.fixture
def manager(cast: Cast) -> Client:
    return signed_in(Client(), cast.case_manager)


@pytest.fixture
def leader(cast: Cast) -> Client:
    return signed_in(Client(), cast.service_manager)


def on(name: str, day: date) -> dict[str, str]:
    parts = {"day": day.day, "month": day.month, "year": day.year}
    return {f"{name}-{part}": str(number) for part, number in parts.items()}


def filled(agency: Agency, kind: RequestKind, **said: Any) -> dict[str, Any]:
    """Return what a person fills in who asks for one of these."""
    usual = typed(agency, purpose="disrupt", use="disruption", answer_days="5", key=str(uuid4()))
    del usual["topics"]
    return usual | said


def asked_for(
    client: Client, case: DriveCase, agency: Agency, kind: RequestKind, **said: Any
) -> Request:
    address = ask_at(case, agency, kind.value)
    answer = client.post(address, filled(agency, kind, **said), follow=True)
    assert "It leaves in some minutes" in text(answer), text(answer)
    request = Request.objects.latest("recorded_at", "number")
    left(request, at=TOMORROW)
    return request


def answered(client: Client, request: Request, **said: Any) -> Any:
    usual = {**on("happened_on", NOW.date()), "way": "email", "key": str(uuid4())}
    return client.post(reverse("multiagency:answer", args=[request.pk]), usual | said, follow=True)


def page_of(client: Client, request: Request) -> str:
    return text(client.get(reverse("multiagency:request", args=[request.pk])))


def test_a_tired_case_manager_finds_the_two_usual_ways_first(
    manager: Client, case: DriveCase
) -> None:
    page = text(manager.get(reverse("multiagency:requests", args=[case.pk])))
    usual = [page.index(words) for words in ("Ask for information", "Ask for an action")]
    others = [page.index(f"?kind={kind}") for kind in ("breach", "child", "disclosure", "marac")]
    assert max(usual) < min(others)
    chosen = reverse("multiagency:choose_agency", args=[case.pk]) + "?kind=information"
    assert "There is a problem" not in text(manager.get(chosen))


def test_only_agencies_that_can_be_asked_are_offered(
    cast: Cast, manager: Client, case: DriveCase
) -> None:
    police = staffed(cast.essex)
    csc = staffed(cast.essex, kind=AgencyType.CSC, name="Essex Children")
    address = reverse("multiagency:choose_agency", args=[case.pk])
    page = text(manager.get(f"{address}?kind=child"))
    assert ("Essex Children" in page, "Essex Police" in page) == (True, False)
    wrong = text(manager.get(f"{address}?agency={police.pk}&kind=child"))
    assert "There is a problem" in wrong
    assert csc.name not in text(manager.get(f"{address}?kind=disclosure"))
    assert manager.get(ask_at(case, police, "child")).status_code == 404


def test_a_form_asks_what_its_kind_asks_and_nothing_more(
    cast: Cast, manager: Client, case: DriveCase
) -> None:
    agencies = {
        RequestKind.BREACH: staffed(cast.essex, kind=AgencyType.COURT, name="A court"),
        RequestKind.CHILD: staffed(cast.essex, kind=AgencyType.CSC, name="Children"),
        RequestKind.DISCLOSURE: staffed(cast.essex),
        RequestKind.MARAC: cast.essex_marac,
    }
    special = {
        RequestKind.BREACH: {"entry"},
        RequestKind.CHILD: {"entry"},
        RequestKind.DISCLOSURE: {"route", "applied_on"},
        RequestKind.MARAC: {"original", "trigger", "trigger_on", "initiated_by"},
    }
    everything = set().union(*special.values(), {"topics", "action"})
    for kind, agency in agencies.items():
        page = manager.get(ask_at(case, agency, kind.value)).content.decode()
        asks = {name for name in everything if f'name="{name}' in page}
        assert asks - {"trigger"} == special[kind] - {"trigger"}, kind


def test_a_breach_is_asked_about_and_answered_with_its_reason(
    cast: Cast, manager: Client, case: DriveCase
) -> None:
    probation = staffed(cast.essex, kind=AgencyType.PROBATION_SERVICE, name="Probation")
    nothing = text(manager.get(ask_at(case, probation, "breach")))
    assert "nothing on record" in nothing
    breach = entry_in("breaches", case, cast.case_manager)
    request = asked_for(manager, case, probation, RequestKind.BREACH, entry=str(breach.origin))
    said = {"kind": "answered", "decision": "recall_declined", "attribution": "critical"}
    refused = text(answered(manager, request, **said))
    assert "Write the reason that was given" in refused
    page = text(answered(manager, request, decision_reason="He keeps his terms.", **said))
    assert "Recall considered and declined, because: He keeps his terms." in page
    now = Breach.objects.get(superseded_by=None)
    assert (now.decision, now.reason) == ("recall_declined", "He keeps his terms.")
    assert "Seen at the gate" not in page


def test_advocacy_shows_the_decision_the_argument_and_the_result(
    cast: Cast, manager: Client, case: DriveCase
) -> None:
    housing = staffed(cast.essex, kind=AgencyType.HOUSING, name="Housing")
    entry = entry_in("advocacy", case, cast.case_manager, result="waiting")
    request = asked_for(manager, case, housing, RequestKind.ADVOCACY, entry=str(entry.origin))
    page = page_of(manager, request)
    assert "No answer yet" in page
    changed = {"kind": "answered", "result": "partly_changed", "attribution": "critical"}
    assert "The decision was changed in part" in text(answered(manager, request, **changed))


def test_a_child_is_referred_and_referred_again_where_abuse_was_left_out(
    cast: Cast, manager: Client, case: DriveCase
) -> None:
    csc = staffed(cast.essex, kind=AgencyType.CSC, name="Essex Children")
    child = entry_in("children", case, cast.case_manager)
    page = text(manager.get(ask_at(case, csc, "child", entry=child.origin)))
    assert f'value="{child.origin}" selected' in page
    request = sent(case, csc, cast.case_manager, **about(RequestKind.CHILD, entry=child.origin))
    page = text(
        answered(
            manager,
            request,
            kind="answered",
            child_decision="assessment",
            left_out="on",
            status="in_need",
            **on("since", NOW.date()),
        )
    )
    assert "Domestic abuse: refer again" in page
    assert ChildStatusChange.objects.get().status == "in_need"
    assert f"/child/?entry={child.origin}" in page


def test_a_disclosure_from_the_application_to_its_words(
    cast: Cast, manager: Client, case: DriveCase
) -> None:
    police = staffed(cast.essex)
    request = asked_for(
        manager,
        case,
        police,
        RequestKind.DISCLOSURE,
        route="know",
        answer_days="20",
        **on("applied_on", date(2017, 6, 1)),
    )
    page = page_of(manager, request)
    assert "29 June 2017" in page
    assert "Overdue" in page
    answered(manager, request, kind="answered_in_part", **on("panel_on", date(2017, 7, 5)))
    assert "5 July 2017" in page_of(manager, request)
    done = {
        "kind": "done",
        "attribution": "critical",
        "disclosed_by": "police_and_idva",
        "wording": SECRET,
        "support": "An IDVA of her own.",
    }
    assert "told that it is confidential" in text(answered(manager, request, **done))
    page = text(answered(manager, request, confidential="on", **done))
    assert SECRET in page
    assert DvdsOutcome.objects.latest("recorded_at", "disclosed_on").confidential


def test_the_words_of_a_disclosure_are_read_by_few_and_said_so_to_the_others(
    cast: Cast, manager: Client, leader: Client, case: DriveCase
) -> None:
    police = staffed(cast.essex)
    request = asked_for(
        manager,
        case,
        police,
        RequestKind.DISCLOSURE,
        route="ask",
        **on("applied_on", NOW.date()),
    )
    done = {
        "kind": "done",
        "attribution": "critical",
        "disclosed_by": "police",
        "wording": SECRET,
        "confidential": "on",
    }
    answered(leader, request, **done)
    assert SECRET in page_of(leader, request)
    for client in (manager, signed_in(Client(), cast.practice_adviser)):
        page = page_of(client, request)
        assert SECRET not in page
        assert "Read by the service manager" in page
    assert DvdsDisclosure.objects.get().recorded_by == cast.service_manager


def test_a_marac_again_shows_the_hearing_that_came(
    cast: Cast, manager: Client, case: DriveCase
) -> None:
    contact_in(cast.essex_marac)
    first = case.perpetrator.dyads.get().hearings.get()
    request = asked_for(
        manager,
        case,
        cast.essex_marac,
        RequestKind.MARAC,
        original=str(first.pk),
        initiated_by="drive",
        trigger="violence",
        use="protective_sharing",
        **on("trigger_on", date(2017, 6, 20)),
    )
    page = page_of(manager, request)
    for words in ("Yes: further abuse", "None yet", "He keeps the arm"):
        assert words in page
    hearing(cast, 1, heard_on=date(2017, 7, 3))
    page = page_of(manager, request)
    assert "3 July 2017, Essex Marac" in page
    answered(manager, request, kind="done", attribution="critical")
    assert MaracReferralAgain.objects.get().heard_again is not None
