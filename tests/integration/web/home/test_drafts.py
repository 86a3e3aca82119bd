"""What somebody types is kept while typing, for its author alone."""

import pytest
from django.test import Client
from django.urls import reverse

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
    assert keep(typing, "one") == 200
    assert keep(typing, "one two") == 200
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


def test_a_text_that_was_sent_is_kept_no_longer(typing: Client, cast: Cast) -> None:
    keep(typing, "one", draft_path="/account/sign-out/")
    typing.post("/account/sign-out/")
    assert not drafts_of(cast.idva).exists()
