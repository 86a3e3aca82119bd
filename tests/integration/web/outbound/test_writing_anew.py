"""What was stopped is written anew in a form that is filled in, for whoever wrote on that side."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.outbound import OutgoingState
from drive.web.audit.models import Event
from drive.web.information.actions import withdraw_fact
from drive.web.information.models import Fact, Folder
from drive.web.outbound.actions import ask_to_override, call_back, send
from drive.web.outbound.models import Outgoing
from drive.web.outbound.queries.outgoing import latest_step
from drive.web.recording.actions import save_draft
from tests.cast import NOW
from tests.factories.casework import case_at
from tests.factories.documents import document_on
from tests.factories.facts import fact, her_word
from tests.factories.outbound import PROBATION, of_drive, of_idva, wrote
from tests.integration.web.hard.page import read
from tests.integration.web.outbound.desk import Desk

pytestmark = pytest.mark.django_db

BODY = "He will be at the market.\n\nCould you be there, too?"


def _facts(desk: Desk) -> list[Fact]:
    folder = Folder.objects.get(about=desk.drive.pk)
    return [her_word(desk.cast, folder, "She heard it."), fact(desk.cast, folder, "They saw it.")]


def _stopped(desk: Desk, **said: Any) -> Outgoing:
    """Write what the guard stops, and try to send it."""
    cast = desk.cast
    usual = {
        "facts": _facts(desk)[:1],
        "encloses": [document_on(cast, desk.drive)],
        "agency": desk.drive.site.agencies.first(),
        "body": BODY,
    }
    row = wrote(of_drive(desk.drive), cast.case_manager, **{**usual, **said})
    send(outgoing=row, by=cast.case_manager, now=NOW)
    assert latest_step(row).state == OutgoingState.STOPPED
    return row


def _form(client: Client, address: str) -> tuple[dict[str, list[str]], str]:
    """Return what a browser would send of a page that is open, and the page."""
    response = client.get(address)
    assert response.status_code == 200
    page = response.content.decode()
    return read(page).form.sent, re.sub(r"\s+", " ", page)


def _anew(row: Outgoing, page: str = "casework:write_to_somebody", case: Any = None) -> str:
    return f"{reverse(page, args=[case or row.about])}?from={row.pk}"


def _plain(texts: list[str]) -> list[str]:
    return [text.replace("\r\n", "\n").strip() for text in texts]


def _is_blank(sent: dict[str, list[str]]) -> bool:
    names = ("to", "name", "address", "body", "facts", "encloses")
    return not any(text.strip() for name in names for text in sent.get(name, ()))


def test_the_page_of_what_was_stopped_leads_to_a_form_that_is_filled_in(
    desk: Desk, client: Client
) -> None:
    row = _stopped(desk)
    client.force_login(desk.cast.case_manager)
    page = client.get(reverse("outbound:outgoing", args=[row.pk])).content.decode()
    assert _anew(row) in page
    sent, shown = _form(client, _anew(row))
    [told] = Fact.objects.filter(citations__about=row.pk)
    wanted = {
        "to": ["agency"],
        "agency": [str(row.agency_id)],
        "name": ["The duty officer"],
        "channel": ["letter"],
        "address": [PROBATION],
        "address_again": [""],
        "use": ["disruption"],
        "handling": ["not_to_service_user"],
        "body": [BODY],
        "facts": [str(told.pk)],
        "encloses": [str(row.encloses.get().pk)],
    }
    assert {name: _plain(sent[name]) for name in wanted} == wanted
    assert "victim-survivor&#39;s side alone" in shown, "it says what stopped it"
    assert str(row.pk) in Event.objects.latest("happened_at", "pk").object_ids


def test_what_is_filled_in_can_be_sent_and_is_another_letter(desk: Desk, client: Client) -> None:
    row = _stopped(desk)
    client.force_login(desk.cast.case_manager)
    sent, _shown = _form(client, _anew(row))
    changed = {"body": "Another text.", "facts": [], "encloses": [], "address_again": PROBATION}
    assert client.post(_anew(row), sent | changed).status_code == 302
    assert Outgoing.objects.count() == 2
    assert latest_step(row).state == OutgoingState.STOPPED


def test_an_idva_writes_her_own_anew(desk: Desk, client: Client) -> None:
    hers = her_word(desk.cast, Folder.objects.get(about=desk.idva.pk))
    row = wrote(of_idva(desk.idva), desk.cast.idva, facts=[hers], body=BODY)
    client.force_login(desk.cast.idva)
    page = client.get(reverse("outbound:outgoing", args=[row.pk])).content.decode()
    assert _anew(row, "insights:write_to_somebody") in page
    sent, _shown = _form(client, _anew(row, "insights:write_to_somebody"))
    assert _plain(sent["body"]) == [BODY]


def test_what_is_on_another_case_or_side_or_out_of_sight_is_as_if_not_asked_for(
    desk: Desk, client: Client
) -> None:
    cast, row = desk.cast, _stopped(desk)
    ask_to_override(outgoing=row, by=cast.case_manager, now=NOW)
    client.force_login(cast.idva)
    hers = reverse("insights:write_to_somebody", args=[desk.idva.pk])
    assert Outgoing.objects.visible_to(cast.idva).filter(pk=row.pk).exists()
    sent, shown = _form(client, f"{hers}?from={row.pk}")
    assert _is_blank(sent)
    assert "filled in from" not in shown
    assert str(row.pk) not in Event.objects.latest("happened_at", "pk").object_ids
    usual = _form(client, f"{hers}?from={uuid4()}")[1]
    assert len(shown) == len(usual), "nothing tells that there is such a letter"

    client.force_login(cast.case_manager)
    other = case_at(cast, number=2)
    assert _is_blank(_form(client, _anew(row, case=other.pk))[0])

    letter = wrote(of_idva(desk.idva), cast.idva, body=BODY)
    assert _is_blank(_form(client, _anew(letter, case=desk.drive.pk))[0])


@pytest.mark.parametrize("asked", ["", "nonsense", "0", "0" * 32, "%00", "{}"])
def test_what_is_no_key_of_anything_is_ignored(desk: Desk, client: Client, asked: str) -> None:
    client.force_login(desk.cast.case_manager)
    address = reverse("casework:write_to_somebody", args=[desk.drive.pk])
    assert _is_blank(_form(client, f"{address}?from={asked}")[0])


def test_what_was_typed_before_stays_and_nothing_is_mixed_into_it(
    desk: Desk, client: Client
) -> None:
    row, cast = _stopped(desk), desk.cast
    address = reverse("casework:write_to_somebody", args=[desk.drive.pk])
    save_draft(
        form="outbound/write",
        subject=str(desk.drive.pk),
        path=address,
        typed={"name": ["Her sister"], "body": ["Half a letter"]},
        by=cast.case_manager,
        now=NOW,
    )
    client.force_login(cast.case_manager)
    sent, shown = _form(client, _anew(row))
    assert (sent["name"], _plain(sent["body"])) == (["Her sister"], ["Half a letter"])
    assert _is_blank(sent | {"name": [], "body": []})
    assert "is not filled in over it" in shown
    assert "at the market" not in shown


def test_what_stands_no_longer_is_not_shed_in_silence(desk: Desk, client: Client) -> None:
    first, second = _facts(desk)
    row, cast = _stopped(desk, facts=[first, second]), desk.cast
    client.force_login(cast.case_manager)
    assert "cannot be chosen any more" not in _form(client, _anew(row))[1]
    withdraw_fact(fact=first, reason="It was another man.", by=cast.case_manager, now=NOW)
    sent, shown = _form(client, _anew(row))
    assert sent["facts"] == [str(second.pk)]
    assert "cannot be chosen any more" in shown


def test_only_the_side_that_wrote_it_is_led_there_and_only_where_it_ends(
    desk: Desk, client: Client
) -> None:
    cast, row = desk.cast, _stopped(desk)
    ask_to_override(outgoing=row, by=cast.case_manager, now=NOW)
    page = reverse("outbound:outgoing", args=[row.pk])
    for user, led in ((cast.idva, False), (cast.service_manager, True), (cast.case_manager, True)):
        client.force_login(user)
        assert ("Write it anew" in client.get(page).content.decode()) is led
    free = wrote(of_drive(desk.drive), cast.case_manager)
    page = reverse("outbound:outgoing", args=[free.pk])
    assert "Write it anew" not in client.get(page).content.decode()
    call_back(outgoing=free, reason="", by=cast.case_manager, now=NOW)
    assert "Write it anew" in client.get(page).content.decode()
