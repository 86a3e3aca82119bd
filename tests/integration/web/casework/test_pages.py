"""Opening a case, noting and contacting on the pages: once, and nothing typed is lost."""

from uuid import uuid4

import pytest
from django.test import Client

from drive.vocabulary.allocation import Arm
from drive.web.casework.models import CaseNote, DriveCase, NonContactRecord, SuContact
from drive.web.recording.actions import save_draft
from drive.web.recording.queries import drafts_of
from tests.cast import NOW, Cast
from tests.factories.allocation import allocation
from tests.factories.casework import case_at, note_on

pytestmark = pytest.mark.django_db

TODAY = {"happened_on-day": "30", "happened_on-month": "6", "happened_on-year": "2017"}


@pytest.fixture(autouse=True)
def clock(settings) -> None:
    """Set the day."""
    settings.DRIVE_TODAY = NOW.date()


def note_form(**other: str) -> dict[str, str]:
    usual = {"channel": "telephone", "mode": "indirect", "key": str(uuid4()), "text": "He rang."}
    return {**TODAY, **usual, **other}


def test_a_service_manager_opens_a_case_from_an_allocation(cast: Cast, client: Client) -> None:
    given = allocation(cast, 1)
    allocation(cast, 2, arm=Arm.CONTROL)
    client.force_login(cast.service_manager)
    listed = client.get("/cases/allocations/").content.decode()
    assert "Perpetrator1 Synthetic" in listed
    assert "Perpetrator2" not in listed
    address = f"/cases/allocations/{given.pk}/open/"
    page = client.get(address).content.decode()
    assert "0 open cases (target 20, limit 25)" in page
    assert "West sussex" not in page
    form = {
        "case_manager": str(cast.case_manager.pk),
        "idva_lead": str(cast.idva.pk),
        "opened_on-day": "30",
        "opened_on-month": "6",
        "opened_on-year": "2017",
        "key": str(uuid4()),
    }
    for _ in range(2):
        response = client.post(address, form)
        case = DriveCase.objects.get()
        assert response["Location"] == f"/cases/{case.pk}/"
    assert client.get(address)["Location"] == f"/cases/{case.pk}/"


def test_a_control_allocation_does_not_exist_for_the_service_manager(
    cast: Cast, client: Client
) -> None:
    given = allocation(cast, 1, arm=Arm.CONTROL)
    client.force_login(cast.service_manager)
    assert client.get(f"/cases/allocations/{given.pk}/open/").status_code == 404


def test_a_note_sent_twice_is_one_note_and_its_draft_is_gone(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    save_draft(
        form="casework/note",
        subject=str(case.pk),
        path=f"/cases/{case.pk}/notes/add/",
        typed=note_draft(),
        by=cast.case_manager,
        now=NOW,
    )
    client.force_login(cast.case_manager)
    address = f"/cases/{case.pk}/notes/add/"
    assert "He is back with" in client.get(address).content.decode()
    sent = note_form(activities="info_received", intent="disrupt", minutes="5")
    for _ in range(2):
        assert client.post(address, sent)["Location"] == f"/cases/{case.pk}/notes/"
    assert CaseNote.objects.get().tags.get().activity == "info_received"
    assert not drafts_of(cast.case_manager).exists()
    assert "He rang." in client.get(f"/cases/{case.pk}/notes/").content.decode()


def note_draft() -> dict[str, list[str]]:
    return {"text": ["He is back with his mother"], "channel": ["letter"]}


def test_a_refused_note_keeps_what_was_typed(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    client.force_login(cast.case_manager)
    wrong = note_form(**{"happened_on-month": "13"})
    page = client.post(f"/cases/{case.pk}/notes/add/", wrong).content.decode()
    assert "<title>Error:" in page
    assert "He rang." in page
    page = client.post(f"/cases/{case.pk}/notes/add/", note_form(text="")).content.decode()
    assert "Write what happened" in page
    assert not CaseNote.objects.exists()


def test_an_addition_goes_to_a_note_of_the_same_case(cast: Cast, client: Client) -> None:
    case, other = case_at(cast, number=1), case_at(cast, number=2)
    note = note_on(cast, case)
    client.force_login(cast.case_manager)
    assert client.get(f"/cases/{other.pk}/notes/{note.pk}/add/").status_code == 404
    client.post(f"/cases/{case.pk}/notes/{note.pk}/add/", note_form(text="It was Wednesday."))
    assert note.corrections.get().text == "It was Wednesday."


def test_a_contact_becomes_work_and_a_line_of_the_timeline(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    client.force_login(cast.case_manager)
    sent = {
        **TODAY,
        "successful": "no",
        "contact_type": "letter",
        "planning": "unplanned",
        "key": str(uuid4()),
    }
    response = client.post(f"/cases/{case.pk}/contact/add/", sent)
    assert response["Location"] == f"/cases/{case.pk}/contact/"
    contact = SuContact.objects.get()
    assert not contact.successful
    assert contact.note is not None
    assert (contact.note.tags.get().activity, contact.note.tags.get().mode) == (
        "contact_attempt",
        "direct",
    )
    assert "Tried, not reached" in client.get(response["Location"]).content.decode()
    assert "Contact attempted: Letter" in client.get(f"/cases/{case.pk}/timeline/").content.decode()


def test_a_reason_that_cannot_stand_is_refused_beside_its_field(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    client.force_login(cast.case_manager)
    address = f"/cases/{case.pk}/contact/reason/"
    assert 'value="closure" checked' in client.get(f"{address}?point=closure").content.decode()
    sent = {
        "point": "closure",
        "reason": "planned_or_pending",
        "whose_risk": "victim_survivor",
        "key": str(uuid4()),
    }
    assert "At closure nothing is planned" in client.post(address, sent).content.decode()
    client.post(address, {**sent, "reason": "not_safe", "cause": "sole_informant"})
    assert NonContactRecord.objects.get().reason == "not_safe"
    assert "Not safe to contact" in client.get(f"/cases/{case.pk}/").content.decode()


def test_a_step_and_a_hand_over(cast: Cast, client: Client) -> None:
    case = case_at(cast)
    client.force_login(cast.service_manager)
    client.post(f"/cases/{case.pk}/step/", {**TODAY, "state": "research", "key": str(uuid4())})
    assert "Research" in client.get(f"/cases/{case.pk}/").content.decode()
    sent = {"user": str(cast.other_case_manager.pk), "key": str(uuid4())}
    response = client.post(f"/cases/{case.pk}/assign/case_manager/", sent)
    assert response["Location"] == f"/cases/{case.pk}/people/"
    client.force_login(cast.case_manager)
    assert client.get(f"/cases/{case.pk}/").status_code == 404
    assert client.get(f"/cases/{case.pk}/assign/nobody/").status_code == 403
