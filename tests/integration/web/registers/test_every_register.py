"""What holds in every register: recorded once, refused in words, put right, never lost."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.db import models
from django.test import Client

from drive.vocabulary.casework import ClosureReason
from drive.web.audit.models import Event
from drive.web.casework.actions import close
from drive.web.casework.models import DriveCase, WhoseRisk
from drive.web.recording.rules import LEGACY, definition
from drive.web.registers.models import words_in
from drive.web.registers.presenters.timeline import timeline_items
from drive.web.registers.queries.entries import standing
from drive.web.registers.queries.words import open_words
from drive.web.registers.registry.declaration import Register
from drive.web.registers.registry.every import REGISTERS
from tests.cast import NOW, Cast
from tests.factories.casework import case_at
from tests.factories.registers import DAY, entry_in, typed
from tests.factories.sign_in import signed_in
from tests.integration.web.registers.desk import EVERY, to, words, writer

pytestmark = pytest.mark.django_db


@pytest.fixture(params=EVERY)
def register(request: Any) -> Register:
    """Give each register."""
    return REGISTERS[request.param]


def test_sent_twice_it_is_one_entry_and_one_event(
    cast: Cast, client: Client, register: Register
) -> None:
    case, by = case_at(cast), writer(cast, register)
    signed_in(client, by)
    sent = typed(register, case, by)
    for _ in range(2):
        answer = client.post(to("add", case, register), sent)
        assert answer.status_code == 302, words(answer.content)
        assert answer["Location"] == to("list", case, register)
    row = standing(register, case, by).get()
    assert row.happened_on == date(2017, 6, 20)
    event = Event.objects.get(action="registers.record", fields=register.title)
    assert {str(case.pk), str(row.pk)} <= set(event.object_ids)
    said = words(client.get(to("list", case, register)).content)
    assert "20 June 2017" in said
    assert client.get(to("entry", case, register, row)).status_code == 200
    assert client.get(f"/cases/{case.pk}/plan/").status_code == 200


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"happened_on-year": "2018"}, "must be today or in the past"),
        ({"happened_on-day": "31"}, "must be a real date"),
        ({"happened_on-year": "0001"}, "between 1880 and 2200"),
        ({"happened_on-year": "9999"}, "between 1880 and 2200"),
        ({"happened_on-year": "1899"}, "1900 or later"),
        ({"informant": "somebody"}, "Select one of the options"),
        ({"text": "é" * 1_000_000}, "at most 4000"),
    ],
)
def test_what_cannot_be_is_refused_beside_the_field(
    cast: Cast, client: Client, register: Register, *, changed: dict[str, str], said: str
) -> None:
    case, by = case_at(cast), writer(cast, register)
    signed_in(client, by)
    answer = client.post(to("add", case, register), typed(register, case, by, **changed))
    assert answer.status_code == 200
    assert said in words(answer.content)
    assert not standing(register, case, by).exists()


def test_whatever_script_somebody_writes_in_is_kept(
    cast: Cast, client: Client, register: Register
) -> None:
    case, by = case_at(cast), writer(cast, register)
    signed_in(client, by)
    written = "😀 שלום <script>alert(1)</script>"
    assert (
        client.post(
            to("add", case, register), typed(register, case, by, text=f"{written}\x00")
        ).status_code
        == 302
    )
    row = standing(register, case, by).get()
    assert open_words(row)["text"] == written
    page = client.get(to("entry", case, register, row)).content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page


def test_an_empty_form_is_refused_in_words(cast: Cast, client: Client, register: Register) -> None:
    case, by = case_at(cast), writer(cast, register)
    signed_in(client, by)
    typed(register, case, by)
    answer = client.post(to("add", case, register), {"text": ""})
    assert "There is a problem" in words(answer.content)
    assert not standing(register, case, by).exists()


@pytest.mark.parametrize("slug", EVERY)
def test_what_she_or_her_idva_said_lies_sealed(cast: Cast, client: Client, slug: str) -> None:
    register, case = REGISTERS[slug], case_at(cast)
    by = writer(cast, register)
    row = entry_in(slug, case, by, informant="idva", text="sealedcanary")
    assert row.sealed_text
    assert {getattr(row, name) for name in words_in(row)} == {""}
    assert open_words(row)["text"] == "sealedcanary"
    signed_in(client, by)
    said = words(client.get(to("entry", case, register, row)).content)
    assert "sealedcanary" in said
    assert "Sealed" in said
    item = next(each for each in timeline_items(case, by) if each.key == row.origin)
    assert item.victim_side
    assert "sealedcanary" in item.text()
    sent = typed(register, case, by, seen=str(row.pk), informant="police", text="nowpolice")
    assert client.post(to("correct", case, register, row), sent).status_code == 302
    newer = standing(register, case, by).get()
    assert newer.sealed_text, "what was sealed once stays sealed"


@pytest.mark.parametrize("slug", EVERY)
def test_no_words_stand_open_beside_a_seal(slug: str) -> None:
    model = REGISTERS[slug].model
    [constraint] = [
        each
        for each in model._meta.constraints
        if each.name == f"{model._meta.model_name}_words_open_or_sealed"
    ]
    assert isinstance(constraint, models.CheckConstraint)
    for name in words_in(model):
        assert f"('{name}', '')" in str(constraint.condition)


def test_out_of_reach_it_does_not_exist(cast: Cast, client: Client, register: Register) -> None:
    case, other = case_at(cast, number=1), case_at(cast, number=2)
    by = writer(cast, register)
    row = entry_in(register.slug, case, by)
    outside = (
        cast.west_sussex_service_manager
        if register.permission == "registers.review"
        else cast.other_case_manager
    )
    for user in (outside, by):
        signed_in(client, user)
        of = case if user == outside else other
        for name in ("entry", "correct", "take_back"):
            address = to(name, of, register, row)
            assert client.get(address).status_code == 404
            assert client.post(address, {"key": str(uuid4())}).status_code == 404


def test_a_draft_is_offered_again_and_dropped_when_it_is_saved(
    cast: Cast, client: Client, register: Register
) -> None:
    case, by = case_at(cast), writer(cast, register)
    sent = typed(register, case, by)
    signed_in(client, by)
    kept = {
        "draft_form": f"registers/{register.slug}",
        "draft_subject": str(case.pk),
        "draft_path": to("add", case, register),
        "text": "half a sentence",
    }
    client.post("/drafts/", kept)
    page = client.get(to("add", case, register)).content.decode()
    assert "half a sentence" in page
    client.post(to("add", case, register), sent)
    assert "half a sentence" not in client.get(to("add", case, register)).content.decode()


def test_it_stands_in_the_timeline(cast: Cast, register: Register) -> None:
    case, by = case_at(cast), writer(cast, register)
    row = entry_in(register.slug, case, by, text="timelinecanary")
    items = [each for each in timeline_items(case, by) if each.key == row.origin]
    assert [each.on for each in items] == [row.happened_on]
    assert "timelinecanary" in items[0].text()


def test_a_closed_case_takes_nothing_more(cast: Cast, client: Client, register: Register) -> None:
    case, by = case_at(cast), writer(cast, register)
    sent = typed(register, case, by)
    shut(cast, case)
    signed_in(client, by)
    answer = client.post(to("add", case, register), sent)
    assert "closed" in words(answer.content)
    assert not standing(register, case, by).exists()


def shut(cast: Cast, case: DriveCase) -> None:
    close(
        case=case,
        closed_on=NOW.date(),
        reason=ClosureReason.COMPLETED,
        whose_risk=[WhoseRisk.NOBODY],
        open_items=(),
        definition=definition("assessment", LEGACY),
        by=cast.service_manager,
        now=NOW,
    )


def test_the_days_of_the_table_are_those_of_the_cast() -> None:
    assert (
        date(*(int(DAY[f"happened_on-{part}"]) for part in ("year", "month", "day"))) < NOW.date()
    )
