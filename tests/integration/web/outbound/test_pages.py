"""The pages: writing, what the gate says, holding, handing out, the ledger, the mark."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from drive.vocabulary.facts import Use
from drive.vocabulary.outbound import OutgoingState, RecipientKind
from drive.web.outbound.actions import let_out, send
from drive.web.outbound.models import Outgoing, Release
from drive.web.outbound.queries.outgoing import latest_step
from tests.cast import NOW
from tests.factories.outbound import PROBATION, of_drive, wrote
from tests.integration.web.outbound.desk import NEW_HOME, Desk

pytestmark = pytest.mark.django_db


def _form(**said: str) -> dict[str, str]:
    return {
        "to": "agency",
        "name": "The duty officer",
        "channel": "letter",
        "address": PROBATION,
        "address_again": PROBATION,
        "use": "disruption",
        "handling": "not_to_service_user",
        "body": "Please tell us by Friday whether the review goes ahead.",
        "key": str(uuid4()),
        **said,
    }


def _page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_a_case_manager_writes_and_sees_what_the_gate_says(desk: Desk, client: Client) -> None:
    client.force_login(desk.cast.case_manager)
    address = reverse("casework:write_to_somebody", args=[desk.drive.pk])
    assert "Write to somebody" in _page(client, address)
    to_him = _form(to="service_user", use="text_to_him", body=f"She is at {NEW_HOME} now.")
    response = client.post(address, to_him)
    row = Outgoing.objects.get()
    assert response.headers["Location"] == reverse("outbound:outgoing", args=[row.pk])
    page = _page(client, response.headers["Location"])
    assert "<mark>14 Glanyrafon Terrace, Swansea" in page
    assert "does not understand" in page, "the limits are printed"
    assert reverse("outbound:send", args=[row.pk]) not in page


def test_an_idva_writes_from_her_own_case(desk: Desk, client: Client) -> None:
    client.force_login(desk.cast.idva)
    address = reverse("insights:write_to_somebody", args=[desk.idva.pk])
    assert client.post(address, _form()).status_code == 302
    assert Outgoing.objects.get().side == "idva"
    assert "Written about this case" in _page(
        client, reverse("insights:ledger", args=[desk.idva.pk])
    )


def test_a_protective_use_is_refused_where_it_goes_to_him(desk: Desk, client: Client) -> None:
    client.force_login(desk.cast.case_manager)
    address = reverse("casework:write_to_somebody", args=[desk.drive.pk])
    response = client.post(address, _form(to="his_solicitor", use="threat_to_life"))
    assert response.status_code == 200
    assert "protects nobody" in response.content.decode()
    assert not Outgoing.objects.exists()


def test_sent_twice_it_is_written_once(desk: Desk, client: Client) -> None:
    client.force_login(desk.cast.case_manager)
    address, form = reverse("casework:write_to_somebody", args=[desk.drive.pk]), _form()
    for _ in range(2):
        assert client.post(address, form).status_code == 302
    assert Outgoing.objects.count() == 1


def test_sending_calling_back_and_handing_out(desk: Desk, client: Client) -> None:
    client.force_login(desk.cast.case_manager)
    row = wrote(of_drive(desk.drive), desk.cast.case_manager)
    with time_machine.travel(NOW, tick=False):
        assert client.post(reverse("outbound:send", args=[row.pk]), {"key": str(uuid4())})
        assert latest_step(row).state == OutgoingState.HELD
        assert "Call it back" in _page(client, reverse("outbound:outgoing", args=[row.pk]))
        hand_out = reverse("outbound:hand_out", args=[row.pk])
        held = client.post(hand_out, {"key": str(uuid4())})
        assert "still held" in held.content.decode()


def test_the_copy_carries_its_mark_and_the_mark_leads_to_the_ledger(
    desk: Desk, client: Client
) -> None:
    row = wrote(of_drive(desk.drive), desk.cast.case_manager)
    send(outgoing=row, by=desk.cast.case_manager, now=NOW)
    left = let_out(outgoing=row, by=desk.cast.case_manager, now=NOW + timedelta(minutes=5))
    client.force_login(desk.cast.case_manager)
    copy = _page(client, reverse("outbound:copy", args=[row.pk]))
    assert left.mark in copy
    assert "Not to be revealed" in copy
    assert "Cyfrinachol" not in copy, "Essex writes in English"
    ledger = _page(client, reverse("casework:ledger", args=[desk.drive.pk]))
    assert left.mark in ledger
    marks = reverse("outbound:marks")
    found = client.post(marks, {"text": left.mark.lower(), "key": str(uuid4())})
    assert "An agency" in found.content.decode()
    client.force_login(desk.cast.other_case_manager)
    other = client.post(marks, {"text": left.mark, "key": str(uuid4())})
    assert "No copy about a case in your reach" in other.content.decode()


def test_in_south_wales_the_frame_is_in_both_languages(desk: Desk, client: Client) -> None:
    row = wrote(of_drive(desk.drive), desk.cast.case_manager)
    send(outgoing=row, by=desk.cast.case_manager, now=NOW)
    let_out(outgoing=row, by=desk.cast.case_manager, now=NOW + timedelta(minutes=5))
    row.site.code = "south_wales"
    row.site.save()
    client.force_login(desk.cast.case_manager)
    copy = _page(client, reverse("outbound:copy", args=[row.pk]))
    assert "Confidential" in copy
    assert 'lang="cy"' in copy
    assert "Cyfrinachol" in copy


def test_a_list_names_nobody(desk: Desk, client: Client) -> None:
    wrote(
        of_drive(desk.drive),
        desk.cast.case_manager,
        to=RecipientKind.SERVICE_USER,
        name="Gareth Nobody-Else",
        use=Use.TEXT_TO_HIM,
    )
    client.force_login(desk.cast.case_manager)
    page = _page(client, reverse("outbound:index"))
    assert "The service user" in page
    assert "Nobody-Else" not in page


def test_a_print_without_her_side_is_refused_if_her_address_stands_in_it(
    desk: Desk, client: Client
) -> None:
    from tests.factories.casework import note_on

    note_on(desk.cast, desk.drive, f"He asked about {NEW_HOME}.")
    client.force_login(desk.cast.case_manager)
    form = {
        "parts": ["timeline"],
        "victim_side": "out",
        "recipient": "Probation",
        "purpose": "handover",
        "key": str(uuid4()),
    }
    address = reverse("case_record:print", args=[desk.drive.pk])
    assert "must not reach the service user" in client.post(address, form).content.decode()
    assert not Release.objects.exists()
    with_her_side = client.post(address, form | {"victim_side": "in", "key": str(uuid4())})
    assert Release.objects.get().mark in with_her_side.content.decode()


@pytest.mark.parametrize("act", ["send", "call_back", "hand_out"])
def test_the_page_of_an_act_shows_what_it_is_about(desk: Desk, client: Client, act: str) -> None:
    row = wrote(of_drive(desk.drive), desk.cast.case_manager)
    client.force_login(desk.cast.case_manager)
    page = _page(client, reverse(f"outbound:{act}", args=[row.pk]))
    for words in ("ES-0001", "The duty officer", PROBATION, "whether the review goes ahead"):
        assert words in page


def test_what_is_held_says_until_when_beside_where_it_stands(desk: Desk, client: Client) -> None:
    row = wrote(of_drive(desk.drive), desk.cast.case_manager)
    client.force_login(desk.cast.case_manager)
    with time_machine.travel(NOW, tick=False):
        send(outgoing=row, by=desk.cast.case_manager, now=NOW)
        assert "until 30 June 2017 at 10:05am" in _page(client, reverse("outbound:index"))
