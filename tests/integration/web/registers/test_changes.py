"""An entry is put right, ended or taken back; what stood stays, and work counts once."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from drive.vocabulary.casework import WorkMode
from drive.web.audit.models import Event
from drive.web.casework.models import ActivityTag, CaseNote, DriveCase
from drive.web.casework.queries.work import Scope, work_counts, work_in
from drive.web.registers.actions import correct_entry, take_back_entry
from drive.web.registers.presenters.timeline import timeline_items
from drive.web.registers.queries.entries import standing
from drive.web.registers.queries.notes import notes_of_entries
from drive.web.registers.queries.words import open_words, values_of
from drive.web.registers.registry.declaration import Register
from drive.web.registers.registry.every import REGISTERS
from tests.cast import NOW, Cast
from tests.factories.casework import case_at
from tests.factories.registers import entry_in, typed
from tests.factories.sign_in import signed_in
from tests.integration.web.registers.desk import COUNTED, EVERY, LASTING, to, words, writer

pytestmark = pytest.mark.django_db

INFORMED = {"informed_on-day": "22", "informed_on-month": "6", "informed_on-year": "2017"}
"""With these days a breach counts as work: the offender manager was informed of it."""


@pytest.fixture(params=EVERY)
def register(request: Any) -> Register:
    """Give each register."""
    return REGISTERS[request.param]


def test_it_is_put_right_and_what_stood_stays(
    cast: Cast, client: Client, register: Register
) -> None:
    case, by = case_at(cast), writer(cast, register)
    row = entry_in(register.slug, case, by)
    signed_in(client, by)
    page = client.get(to("correct", case, register, row)).content.decode()
    assert re.search(rf'name="seen"[^>]*"{row.pk}"', page)
    sent = typed(register, case, by, **{"happened_on-day": "21", "seen": str(row.pk)})
    assert client.post(to("correct", case, register, row), sent).status_code == 302
    newer = standing(register, case, by).get()
    assert (newer.supersedes, newer.origin, newer.happened_on.day) == (row, row.pk, 21)
    row.refresh_from_db()
    assert row.happened_on.day == 20
    assert Event.objects.filter(action="registers.correct").count() == 1
    assert open_words(newer) == open_words(row)
    said = words(client.get(to("entry", case, register, row)).content)
    assert "As it was written 30 June 2017 at 10:00am by" in said
    assert "20 June 2017" in said


def test_of_two_who_put_it_right_the_second_sees_both_texts(
    cast: Cast, client: Client, register: Register
) -> None:
    case, by = case_at(cast), writer(cast, register)
    row = entry_in(register.slug, case, by)
    signed_in(client, by)
    theirs = {"happened_on-day": "21", "seen": str(row.pk), "text": "what they wrote"}
    client.post(to("correct", case, register, row), typed(register, case, by, **theirs))
    newer = standing(register, case, by).get()
    mine = typed(register, case, by, seen=str(row.pk), text="what I typed")
    answer = client.post(to("correct", case, register, row), mine)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "what they wrote" in page
    assert "what I typed" in page
    assert standing(register, case, by).get() == newer
    again = mine | {"seen": str(newer.pk)}
    assert client.post(to("correct", case, register, row), again).status_code == 302
    assert open_words(standing(register, case, by).get())["text"] == "what I typed"


def test_it_is_taken_back_and_stays_on_record(
    cast: Cast, client: Client, register: Register
) -> None:
    case, by = case_at(cast), writer(cast, register)
    row = entry_in(register.slug, case, by)
    signed_in(client, by)
    address = to("take_back", case, register, row)
    assert "Write why" in words(client.post(address, {"key": str(uuid4())}).content)
    sent = {"reason": "Another man.", "seen": str(row.pk), "key": str(uuid4())}
    assert client.post(address, sent).status_code == 302
    assert not standing(register, case, by).exists()
    said = words(client.get(to("entry", case, register, row)).content)
    assert "taken back" in said
    assert "Another man." in said
    again = client.post(address, sent | {"key": str(uuid4())})
    assert "was taken back" in words(again.content)


@pytest.mark.parametrize("slug", LASTING)
def test_what_lasts_is_ended(cast: Cast, client: Client, slug: str) -> None:
    register, case = REGISTERS[slug], case_at(cast)
    row = entry_in(slug, case, cast.case_manager)
    signed_in(client, cast.case_manager)
    address = to("end", case, register, row)
    sent = {
        "ends_on-day": "1",
        "ends_on-month": "6",
        "ends_on-year": "2017",
        "ending": "It was over.",
        "seen": str(row.pk),
        "key": str(uuid4()),
    }
    assert "before the day on which it began" in words(client.post(address, sent).content)
    assert client.post(address, sent | {"ends_on-day": "29"}).status_code == 302
    newer = standing(register, case, cast.case_manager).get()
    assert newer.ends_on == date(2017, 6, 29)
    assert open_words(newer)["ending"] == "It was over."
    assert open_words(newer)["text"] == open_words(row)["text"]
    ends = [each for each in timeline_items(case, cast.case_manager) if each.key == newer.pk]
    assert [each.on for each in ends] == [date(2017, 6, 29)]


@pytest.mark.parametrize("slug", sorted(set(EVERY) - set(LASTING)))
def test_what_does_not_last_has_no_end(cast: Cast, client: Client, slug: str) -> None:
    register, case = REGISTERS[slug], case_at(cast)
    by = writer(cast, register)
    row = entry_in(slug, case, by)
    signed_in(client, by)
    assert client.get(to("end", case, register, row)).status_code == 404


@pytest.mark.parametrize("slug", COUNTED)
def test_work_is_counted_once_however_often_it_is_put_right(cast: Cast, slug: str) -> None:
    register, case = REGISTERS[slug], case_at(cast)
    row = entry_in(slug, case, cast.case_manager, **(INFORMED if slug == "breaches" else {}))
    tag = ActivityTag.objects.get()
    assert (tag.note, tag.note.linked_id) == (row.note, row.origin)
    assert notes_of_entries(case, cast.case_manager) == {tag.note.pk}
    values = {
        name: value
        for name, value in values_of(register, row).items()
        if name not in register.offers and not isinstance(value, list)
    }
    newer = correct_entry(
        register=register, entry=row, values=values, seen=row.pk, by=cast.case_manager, now=NOW
    )
    assert newer.note == row.note
    assert ActivityTag.objects.count() == 1
    assert CaseNote.objects.filter(corrects=row.note).count() == 1


def _counted(case: DriveCase, cast: Cast) -> list[ActivityTag]:
    return list(work_in(Scope(case=case), cast.case_manager))


@pytest.mark.parametrize("slug", COUNTED)
def test_work_that_is_taken_back_is_kept_and_not_counted(cast: Cast, slug: str) -> None:
    register, case = REGISTERS[slug], case_at(cast)
    row = entry_in(slug, case, cast.case_manager, **(INFORMED if slug == "breaches" else {}))
    other = entry_in(slug, case, cast.case_manager, **(INFORMED if slug == "breaches" else {}))
    assert len(_counted(case, cast)) == 2
    take_back_entry(
        register=register,
        entry=row,
        reason="Another man.",
        seen=row.pk,
        by=cast.case_manager,
        now=NOW,
    )
    assert [tag.note for tag in _counted(case, cast)] == [other.note]
    assert work_counts(Scope(case=case), cast.case_manager).modes.references == 1
    assert ActivityTag.objects.count() == 2
    assert CaseNote.objects.get(corrects=row.note).takes_back


def test_work_that_is_put_right_counts_as_what_it_was(cast: Cast) -> None:
    case = case_at(cast)
    first = entry_in("support", case, cast.case_manager)
    row = first
    for mode in ("direct", "indirect", "direct"):
        row = _put_right(cast, row, mode=WorkMode(mode))
        (tag,) = _counted(case, cast)
        assert (tag.mode, tag.note) == (mode, row.note)
    assert first.note.corrections.get().takes_back
    assert notes_of_entries(case, cast.case_manager) == {row.note.pk}


def test_a_breach_of_which_nobody_was_informed_after_all_is_no_work(cast: Cast) -> None:
    case = case_at(cast)
    row = entry_in("breaches", case, cast.case_manager, **INFORMED)
    assert len(_counted(case, cast)) == 1
    row = _put_right(cast, row, slug="breaches", informed_on=None)
    assert _counted(case, cast) == []
    row = _put_right(cast, row, slug="breaches", informed_on=row.happened_on)
    assert len(_counted(case, cast)) == 1


def _put_right(cast: Cast, row: Any, *, slug: str = "support", **changed: Any) -> Any:
    register = REGISTERS[slug]
    values = {
        name: value
        for name, value in values_of(register, row).items()
        if name not in register.offers
    }
    given = {"register": register, "entry": row, "values": values | changed, "seen": row.pk}
    return correct_entry(**given, by=cast.case_manager, now=NOW)


@pytest.mark.parametrize("slug", sorted(set(EVERY) - set(COUNTED)))
def test_what_is_no_work_is_not_counted(cast: Cast, slug: str) -> None:
    case = case_at(cast)
    entry_in(slug, case, writer(cast, REGISTERS[slug]))
    assert not CaseNote.objects.exists()
