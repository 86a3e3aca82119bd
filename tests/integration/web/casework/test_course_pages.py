"""The pages of planning, of holds, of the clock and of what comes late."""

from uuid import uuid4

import pytest
from django.test import Client

from drive.vocabulary.casework import CaseState
from drive.vocabulary.tasks import TaskKind
from drive.web.casework.models import (
    CaseClosure,
    Handover,
    Hold,
    LateDecision,
    LateInformation,
    OffLoading,
    PlannedChange,
    PlannedContact,
    SuContact,
)
from drive.web.casework.queries import state_of
from drive.web.casework.queries.holds import latest_step, on_hold
from drive.web.offices.models import Office, OfficeTime
from drive.web.outbound.models import Release, ReleaseKind
from drive.web.tasks.models import Task
from tests.cast import NOW, Cast
from tests.factories.casework import case_at
from tests.factories.closing import closed
from tests.factories.strategies import (
    TODAY,
    agreed,
    consulted,
    heard,
    held,
    proposed_hold,
    replied,
)
from tests.integration.web.casework.sending import on, sent

pytestmark = pytest.mark.django_db


def test_planning_and_cancelling_and_the_wall_of_the_office(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    agreed(cast, case)
    client.force_login(cast.service_manager)
    sent(client, "/offices/", {"site": str(cast.essex.pk), "name": "Harbour House"})
    office = Office.objects.get()
    client.force_login(cast.idva)
    taken = {"office": str(office.pk), "begins": "10:00", "minutes": "60", **on("on", 3, 7)}
    assert sent(client, "/offices/times/take/", taken) == "/offices/times/"
    assert "3 July 2017, 10:00 to 11:00" in client.get("/offices/times/").content.decode()
    client.force_login(cast.case_manager)
    address = f"/cases/{case.pk}/contact/plan/"
    plan = {
        "contact_type": "face_to_face",
        "place": "office",
        "office": str(office.pk),
        "begins": "11:00",
        "minutes": "30",
        **on("planned_on", 3, 7),
    }
    page = client.post(address, {**plan, "key": str(uuid4())}).content.decode()
    assert "This time is not free at this office." in page
    assert "victim" not in page[page.index("This time is not free") :][:300]
    home = f"/cases/{case.pk}/strategy/"
    assert sent(client, address, {**plan, "begins": "14:00"}) == home
    made = PlannedContact.objects.get()
    assert "Harbour House, 14:00" in client.get(home).content.decode()
    assert sent(client, f"/cases/{case.pk}/contact/plans/{made.pk}/cancel/", {}) == home
    client.force_login(cast.idva)
    row = OfficeTime.objects.visible_to(cast.idva).get()
    assert sent(client, f"/offices/times/{row.pk}/give-free/", {}) == "/offices/times/"


def test_a_hold_is_proposed_decided_and_lifted_on_its_pages(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    home = f"/cases/{case.pk}/strategy/"
    client.force_login(cast.case_manager)
    hold = {
        "proceedings": "Assault",
        "stage": "charged",
        "reason": "The trial is near.",
        "evidence": "Listed.",
        "court_risk": "It may be used.",
        "whose_risk": "victim_survivor",
    }
    assert sent(client, f"/cases/{case.pk}/holds/propose/", hold) == home
    row = Hold.objects.get()
    address = f"/cases/{case.pk}/holds/{row.pk}/"
    client.force_login(cast.service_manager)
    force = {"state": "in_force", "seen": str(latest_step(row).pk)}
    page = client.post(address, {**force, "key": str(uuid4())}).content.decode()
    assert "never without end" in page
    sent(client, address, {**force, **on("review_on", 1, 8)})
    assert case.pk in on_hold([case.pk])
    page = client.get(home).content.decode()
    assert "On hold for 0 days, review 1 August 2017" in page
    assert "Direct work only" in page
    lift = {"state": "lifted", "reason": "Dropped.", "seen": str(latest_step(row).pk)}
    sent(client, address, lift)
    assert on_hold([case.pk]) == {}


def test_the_clock_and_its_forms(cast: Cast, client: Client) -> None:
    case = case_at(cast, CaseState.ACTIVE)
    home = f"/cases/{case.pk}/clock/"
    client.force_login(cast.case_manager)
    assert "16 November 2017" in client.get(home).content.decode()
    change = {
        "kind": "extension",
        "ground": "significant_change",
        "months": "2",
        "reason": "He is released in October.",
        "whose_risk": "children",
    }
    assert sent(client, f"{home}propose/", change) == home
    row = PlannedChange.objects.get()
    left = {"agency": "probation_crc", "what": "To see him weekly.", **on("happened_on")}
    assert sent(client, f"{home}left-to-us/", left) == home
    assert OffLoading.objects.count() == 1
    client.force_login(cast.service_manager)
    assert sent(client, f"{home}changes/{row.pk}/", {"approved": "yes"}) == home
    page = client.get(home).content.decode()
    assert "16 January 2018 (at first 16 November 2017)" in page
    assert "To see him weekly." in page


def test_what_comes_late_waits_on_the_clock_page(cast: Cast, client: Client) -> None:
    case = closed(cast, case_at(cast))
    home = f"/cases/{case.pk}/clock/"
    client.force_login(cast.case_manager)
    late = {"text": "he is back in town", "informant": "idva", **on("learned_on")}
    assert sent(client, f"/cases/{case.pk}/late/add/", late) == home
    row = LateInformation.objects.get()
    assert "he is back in town" in client.get(home).content.decode()
    client.force_login(cast.service_manager)
    decide = {"outcome": "reopened", "reason": "He is a danger."}
    assert sent(client, f"/cases/{case.pk}/late/{row.pk}/", decide) == home
    assert LateDecision.objects.count() == 1
    assert state_of(case) is CaseState.ACTIVE
    assert not CaseClosure.objects.filter(standing_for=case).exists()


def test_the_service_manager_sees_what_the_cases_weigh(cast: Cast, client: Client) -> None:
    first, _ = (case_at(cast, number=number) for number in (1, 2))
    held(cast, first)
    client.force_login(cast.service_manager)
    page = client.get("/cases/loads/").content.decode()
    assert "1.5" in page
    assert "Other case manager" in page
    assert "West" not in page[page.index("Caseloads") :]
    client.force_login(cast.case_manager)
    assert client.get("/cases/loads/").status_code == 403


def test_a_handover_is_asked_of_the_case_manager_alone(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    proposed_hold(cast, case)
    client.force_login(cast.service_manager)
    asked = client.get(f"/cases/{case.pk}/assign/case_manager/").content.decode()
    assert "What does the next case manager have to know?" in asked
    asked = client.get(f"/cases/{case.pk}/assign/idva_lead/").content.decode()
    assert "What does the next case manager have to know?" not in asked
    typed = {"user": str(cast.other_case_manager.pk), "handover": "she moved on Monday"}
    sent(client, f"/cases/{case.pk}/assign/case_manager/", typed)
    assert Handover.objects.count() == 1
    client.force_login(cast.other_case_manager)
    assert "she moved on Monday" in client.get(f"/cases/{case.pk}/clock/").content.decode()


def test_replied_and_refused_strategies_say_so(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    version = consulted(cast, case)
    replied(cast, version)
    client.force_login(cast.service_manager)
    one = f"/cases/{case.pk}/strategy/{version.pk}/"
    page = client.post(f"{one}decide/", {"agreed": "no", "key": str(uuid4())}).content.decode()
    assert "Write why you do not agree" in page
    sent(client, f"{one}decide/", {"agreed": "no", "reason": "Too early."})
    assert "Not agreed" in client.get(f"/cases/{case.pk}/strategy/").content.decode()
    assert NOW.date() == TODAY


def test_a_handover_sheet_leaves_her_side_out_and_stands_in_the_ledger(
    cast: Cast, client: Client
) -> None:
    case = case_at(cast)
    version = consulted(cast, case)
    replied(cast, version, "he sleeps at his sister's")
    heard(cast, version, "she fears Fridays")
    client.force_login(cast.case_manager)
    sheet = {
        "parts": ["case", "strategy", "handover"],
        "recipient": "The next case manager",
        "purpose": "Handing over",
    }
    address = f"/cases/{case.pk}/print/"
    out = client.post(address, {**sheet, "victim_side": "out", "key": str(uuid4())})
    page = out.content.decode()
    assert "That Drive works with him on his behaviour." in page
    assert "What is due, and who has to do it" in page
    assert "Fridays" not in page
    assert "sister" not in page
    within = client.post(address, {**sheet, "victim_side": "in", "key": str(uuid4())})
    assert "she fears Fridays" in within.content.decode()
    assert Release.objects.filter(kind=ReleaseKind.HANDOVER).count() == 2


def test_a_planned_contact_that_took_place_is_planned_no_longer(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    agreed(cast, case)
    client.force_login(cast.case_manager)
    plan = {"contact_type": "telephone", "place": "home", **on("planned_on")}
    sent(client, f"/cases/{case.pk}/contact/plan/", plan)
    typed = {
        "successful": "yes",
        "contact_type": "telephone",
        "planning": "planned",
        "next_step": "A second call",
        **on("happened_on"),
    }
    sent(client, f"/cases/{case.pk}/contact/add/", typed)
    assert SuContact.objects.get().plan == PlannedContact.objects.get()
    assert "No contact is planned." in client.get(f"/cases/{case.pk}/strategy/").content.decode()
    page = client.get(f"/cases/{case.pk}/contact/").content.decode()
    assert "Reached, planned. Next: A second call" in page


def test_who_was_told_of_an_emergency_notes_that_it_was_read(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    client.force_login(cast.case_manager)
    typed = {
        "successful": "yes",
        "contact_type": "telephone",
        "planning": "emergency",
        "override_reason": "He rang and threatened.",
        **on("happened_on"),
    }
    sent(client, f"/cases/{case.pk}/contact/add/", typed)
    plan = PlannedContact.objects.get()
    home = f"/cases/{case.pk}/strategy/"
    for reader in (cast.service_manager, cast.idva):
        client.force_login(reader)
        assert "He rang and threatened." in client.get(home).content.decode()
        address = f"/cases/{case.pk}/contact/plans/{plan.pk}/read/"
        assert sent(client, address, {}) == home
    told = Task.objects.filter(kind=TaskKind.UNPLANNED_OVERRIDE)
    assert [task.outcome for task in told] == ["Read", "Read"]
