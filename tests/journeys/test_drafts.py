"""In a real browser, with a server that is killed: no word is lost after the page said "Saved".

Each seed types other words with other pauses, and meets one of the misfortunes. `tests/long` runs
fifty seeds.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import BrowserContext, expect

from drive.vocabulary.casework import CaseState
from drive.web.accounts.models import User
from drive.web.casework.models import CaseNote
from drive.web.recording.models import Draft
from tests.cast import PASSWORD, Cast
from tests.factories.casework import case_at
from tests.journeys.server import Server
from tests.journeys.steps.drafts import Writer

SEEDS = range(5)


@pytest.fixture
def server() -> Iterator[Server]:
    serving = Server()
    serving.start()
    yield serving
    serving.kill()


def killed(writer: Writer, server: Server, address: str) -> str:
    page = writer.opens(address)
    writer.types(page)
    told = writer.is_told_that_it_is_saved(page)
    server.kill()
    writer.types(page, 2)
    writer.is_told_that_it_is_not(page, "Drive cannot be reached")
    page.close(run_before_unload=False)
    server.start()
    writer.context.clear_cookies()
    writer.signs_in()
    again = writer.opens(address)
    writer.finds(again, told)
    writer.presses(again)
    return told


def killed_for_a_while(writer: Writer, server: Server, address: str) -> str:
    page = writer.opens(address)
    writer.types(page)
    server.kill()
    text = writer.types(page, 3)
    writer.is_told_that_it_is_not(page, "Drive cannot be reached")
    server.start()
    assert writer.is_told_that_it_is_saved(page) == text
    writer.presses(page)
    return text


def expired(writer: Writer, _server: Server, address: str) -> str:
    page = writer.opens(address)
    writer.types(page)
    writer.is_told_that_it_is_saved(page)
    Session.objects.all().delete()
    text = writer.types(page, 3)
    writer.is_told_that_it_is_not(page, "you have been signed out")
    expect(page.get_by_role("link", name="Sign in (opens in a new tab)")).to_be_visible()
    writer.signs_in()
    assert writer.is_told_that_it_is_saved(page) == text
    writer.presses(page)
    return text


def in_two_tabs(writer: Writer, _server: Server, address: str) -> str:
    one, two = writer.opens(address), writer.opens(address)
    writer.types(one)
    first = writer.is_told_that_it_is_saved(one)
    writer.types(two)
    second = writer.is_told_that_it_is_saved(two)
    three = writer.opens(address)
    writer.finds(three, second)
    expect(three.locator("main")).to_contain_text("You typed another version of this")
    expect(three.locator("main")).to_contain_text(first.strip())
    writer.presses(two)
    four = writer.opens(address)
    writer.finds(four, first)
    writer.presses(one)
    return first


def with_something_missing(writer: Writer, server: Server, address: str) -> str:
    page = writer.opens(address)
    page.get_by_label("Year", exact=True).first.fill("")
    text = writer.types(page)
    page.get_by_role("button", name="Save note", exact=True).click()
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    writer.finds(page, text)
    page.close(run_before_unload=False)
    server.kill()
    server.start()
    again = writer.opens(address)
    writer.finds(again, text)
    again.get_by_label("Year", exact=True).first.fill("2017")
    writer.presses(again)
    return text


MISFORTUNES: tuple[Callable[[Writer, Server, str], str], ...] = (
    killed,
    killed_for_a_while,
    expired,
    in_two_tabs,
    with_something_missing,
)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_word_is_lost(
    seed: int, cast: Cast, server: Server, new_context: Callable[..., BrowserContext]
) -> None:
    loses_no_word(seed, cast, server, new_context())


def loses_no_word(seed: int, cast: Cast, server: Server, context: BrowserContext) -> None:
    """Let one seed meet its misfortune; what was typed is in the record once, at the end."""
    # The server checks passwords as it does in earnest.
    hasher = Argon2PasswordHasher()
    hashed = hasher.encode(PASSWORD, hasher.salt())
    User.objects.filter(pk=cast.case_manager.pk).update(password=hashed)
    address = reverse("casework:add_note", args=[case_at(cast, CaseState.ACTIVE).pk])
    writer = Writer(context, server.url, cast.case_manager.username, random.Random(seed))  # noqa: S311
    writer.signs_in()
    text = MISFORTUNES[seed % len(MISFORTUNES)](writer, server, address)
    words = text.split()
    recorded = [note.text.split() for note in CaseNote.objects.all()]
    assert [each for each in recorded if each[: len(words)] == words] != []
    assert len(recorded) == len({tuple(each) for each in recorded})
    assert not Draft.objects.filter(aside=True).exists()
