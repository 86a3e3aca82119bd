"""Asking an agency on one page: the words, the gate, and what is missing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from drive.web.casework.models import DriveCase
from drive.web.information.models import Folder
from drive.web.multiagency.models import Request
from drive.web.organisations.models import Agency
from drive.web.outbound.actions import deliver_due
from tests.cast import NOW, Cast
from tests.factories.agencies import (
    agreement_with,
)
from tests.factories.facts import fact, her_word
from tests.integration.web.multiagency.pages import (
    K,
    ask_at,
    form_of,
    text,
    typed,
)

pytestmark = pytest.mark.django_db


def test_one_page_asks_and_the_words_are_prepared(
    manager: Client, case: DriveCase, police: Agency
) -> None:
    page = text(manager.get(ask_at(case, police)))
    assert "Ring Practitioner" not in page
    assert "Pat Desk of Essex Police" in page
    assert "There is no agreement to share with this agency." in page
    answer = manager.post(ask_at(case, police), typed(police), follow=True)
    assert "It leaves in some minutes" in text(answer)
    deliver_due(now=NOW + timedelta(days=1))
    body = mail.outbox[0].body
    for said in ("A. Example, born 1 May 1980", "- Background", "7 July 2017", case.reference):
        assert said in body


def test_looking_shows_the_words_and_the_gate_and_keeps_nothing(
    cast: Cast, manager: Client, case: DriveCase, police: Agency
) -> None:
    told = her_word(cast, Folder.objects.get(about=case.pk), "She said that he has a van.")
    said = typed(police, facts=[str(told.pk)], look="1")
    page = text(manager.post(ask_at(case, police), said))
    assert "What the gate says" in page
    assert "known from the victim-survivor" in page
    assert "We ask you for:" in page
    assert not Request.objects.exists()


def test_the_words_can_be_changed_and_follow_what_is_chosen_until_they_are(
    manager: Client, case: DriveCase, police: Agency
) -> None:
    looked = manager.post(ask_at(case, police), typed(police, look="1"))
    sent_on = form_of(looked)
    prepared = {name: sent_on[name][0] for name in ("text", "prepared")}
    again = manager.post(
        ask_at(case, police), typed(police, topics=["whereabouts"], look="1", **prepared)
    )
    assert "- Whereabouts" in form_of(again)["text"][0]
    changed = prepared | {"text": "In my own words."}
    manager.post(ask_at(case, police), typed(police, **changed))
    deliver_due(now=NOW + timedelta(days=1))
    assert "In my own words." in mail.outbox[0].body


def test_the_agreement_of_the_directory_is_offered(
    manager: Client, case: DriveCase, police: Agency
) -> None:
    agreement = agreement_with(police)
    page = manager.get(ask_at(case, police))
    assert form_of(page)["agreement"] == [str(agreement.pk)]
    manager.post(ask_at(case, police), typed(police, agreement=str(agreement.pk)))
    assert Request.objects.get().agreement == agreement


def test_what_the_gate_stops_is_kept_and_said_so(
    cast: Cast, manager: Client, case: DriveCase, police: Agency
) -> None:
    told = her_word(cast, Folder.objects.get(about=case.pk))
    answer = manager.post(ask_at(case, police), typed(police, facts=[str(told.pk)]), follow=True)
    page = text(answer)
    assert "the gate stopped it" in page
    assert "The gate stopped it: see why." in page
    assert "Write it anew" in page
    first = Request.objects.get()
    anew = typed(police, key="00000000-0000-0000-0000-000000000002")
    manager.post(ask_at(case, police, again=first.pk), anew)
    assert [row.number for row in Request.objects.order_by("number")] == [1, 2]
    assert first.steps.filter(kind=K.WITHDRAWN).exists()


def test_a_warning_asks_why(cast: Cast, manager: Client, case: DriveCase, police: Agency) -> None:
    known = fact(cast, Folder.objects.get(about=case.pk))
    page = text(manager.post(ask_at(case, police), typed(police, facts=[str(known.pk)])))
    assert "Write why it goes although the gate warns" in page
    assert not Request.objects.exists()


def test_what_is_missing_is_said_beside_it(
    manager: Client, case: DriveCase, police: Agency
) -> None:
    said = typed(police, topics=[], without_agreement="", whom="", contact="", address="")
    page = text(manager.post(ask_at(case, police), said))
    for words in (
        "Choose what you ask for",
        "Say why you ask without an agreement",
        "Write whom it is about",
        "The directory does not say it",
    ):
        assert words in page
