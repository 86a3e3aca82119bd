"""What somebody types is kept while typing, for its author alone."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from drive.web.audit.models import Event, EventKind
from drive.web.recording.models import Draft
from drive.web.recording.queries import drafts_of, typed_in
from tests.cast import Cast


@pytest.fixture
def typing(cast: Cast) -> Client:
    client = Client()
    client.force_login(cast.idva)
    return client


def keep(client: Client, text: str, **more: str) -> int:
    sent = {"draft_path": "/notes/", "text": text, "csrfmiddlewaretoken": "x"} | more
    return client.post(reverse("keep_draft"), sent).status_code


def test_the_latest_text_of_a_page_is_kept_sealed(typing: Client, cast: Cast) -> None:
    assert keep(typing, "one") == 201
    assert keep(typing, "one two") == 201
    draft = drafts_of(cast.idva).get()
    assert typed_in(draft) == {"text": ["one two"]}
    assert "one two" not in draft.sealed_text


def test_a_form_is_kept_under_the_name_by_which_its_page_looks_for_it(
    typing: Client, cast: Cast
) -> None:
    keep(typing, "one", draft_form="insights/intake", draft_subject="abc")
    assert drafts_of(cast.idva).filter(form="insights/intake", subject="abc").exists()


@pytest.mark.parametrize("path", ["", "notes", "//elsewhere.example", "https://elsewhere.example"])
def test_a_draft_leads_back_to_this_site_only(typing: Client, path: str) -> None:
    assert keep(typing, "one", draft_path=path) == 400
    assert not Draft.objects.exists()


def test_the_home_page_lists_what_is_unfinished(typing: Client, cast: Cast) -> None:
    assert "Unfinished" not in typing.get("/").content.decode()
    keep(typing, "a <b>note</b>")
    assert "Text kept for you" in typing.get("/").content.decode()
    address = reverse("kept", args=[drafts_of(cast.idva).get().pk])
    assert "a &lt;b&gt;note&lt;/b&gt;" in typing.get(address).content.decode()


def test_its_author_throws_it_away(typing: Client, cast: Cast) -> None:
    keep(typing, "one")
    typing.post(reverse("kept", args=[drafts_of(cast.idva).get().pk]))
    assert not drafts_of(cast.idva).exists()


def test_nobody_else_sees_it(typing: Client, cast: Cast) -> None:
    keep(typing, "one")
    other = Client()
    other.force_login(cast.administrator)
    address = reverse("kept", args=[drafts_of(cast.idva).get().pk])
    assert other.get(address).status_code == 404
    assert other.post(address).status_code == 404
    assert drafts_of(cast.idva).exists()


def test_the_page_is_told_the_second_at_which_it_was_kept(typing: Client) -> None:
    sent = {"draft_path": "/notes/", "text": "one"}
    answer = typing.post(reverse("keep_draft"), sent)
    assert re.fullmatch(r"Saved \d\d:\d\d:\d\d", answer.json()["words"])


def test_keeping_is_no_reading_of_a_record(typing: Client) -> None:
    keep(typing, "one")
    assert not Event.objects.filter(kind=EventKind.READ).exists()


def test_a_page_that_stayed_open_gets_a_new_token_for_its_own_author(
    typing: Client, cast: Cast
) -> None:
    own = typing.get(reverse("keep_draft"), {"draft_author": str(cast.idva.pk)})
    assert len(own.json()["token"]) == 64
    other = typing.get(reverse("keep_draft"), {"draft_author": str(cast.case_manager.pk)})
    assert other.status_code == 409
    assert "somebody else has signed in" in other.json()["words"]


def test_nothing_of_another_person_at_the_same_desk_is_kept(typing: Client, cast: Cast) -> None:
    assert keep(typing, "one", draft_author=str(cast.case_manager.pk)) == 409
    assert not Draft.objects.exists()


def test_nobody_is_told_anything_without_signing_in(cast: Cast) -> None:
    assert Client().get(reverse("keep_draft")).status_code == 302
    assert keep(Client(), "one") == 302


@pytest.mark.parametrize(
    "text", ["x" * 1_000_000, "\x00\x01\x1b", "\ud800 half", "\u202eright to left", "👩‍👧", "'--;"]
)
def test_any_text_is_kept(typing: Client, cast: Cast, text: str) -> None:
    sent = text.encode("utf-8", "replace").decode()
    assert keep(typing, sent) == 201
    assert typed_in(drafts_of(cast.idva).get())["text"] == [sent]


def test_a_text_goes_on_in_its_form(typing: Client, cast: Cast) -> None:
    keep(typing, "one", draft_form="note", draft_subject="x", draft_page="a")
    old = drafts_of(cast.idva).get()
    keep(typing, "two", draft_form="note", draft_subject="x", draft_page="b")
    answer = typing.post(reverse("kept", args=[old.pk]), {"use": "1"})
    assert answer["Location"] == "/notes/"
    assert typed_in(drafts_of(cast.idva).get())["text"] == ["one"]
    typing.post(reverse("kept", args=[old.pk]))
    assert typed_in(drafts_of(cast.idva).get())["text"] == ["two"]
