"""Every address, every person, reading and writing, for objects within and out of reach."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.factories.sign_in import signed_in
from tests.integration.access.addresses import Target, pages, targets
from tests.integration.access.channels import Watch
from tests.integration.access.expected import OF_SIGN_IN, OPENS, PUBLIC, SENDS
from tests.integration.access.world import World

OPENED = {200, 302, 400, 405, 409}
"""400: a form without what it needs; 405: the page takes the other method; 409: a rule refuses."""

_PAGES = [name for name, _ in pages()]


def test_every_page_has_a_row() -> None:
    rows = [*OPENS, *PUBLIC, *OF_SIGN_IN]
    assert sorted(_PAGES) == sorted(rows)


@pytest.mark.parametrize("view", sorted(OPENS))
def test_who_may_open(view: str, world: World, browsers: dict[str, Client], watch: Watch) -> None:
    wrong = [
        words
        for target in targets(view, world)
        for name, client in browsers.items()
        for words in look(target, name, client, watch)
    ]
    assert wrong == []


@pytest.fixture(scope="module")
def watch(request: pytest.FixtureRequest) -> Iterator[Watch]:
    """Count what was looked at, and print it at the end."""
    found = Watch()
    yield found
    with request.config.pluginmanager.get_plugin("capturemanager").global_and_fixture_disabled():
        print(f"\nby every address, read and sent: {found}")


def look(target: Target, name: str, client: Client, watch: Watch) -> Iterator[str]:
    """Give what is not as it should be, when somebody opens a page and when he or she sends it."""
    for method in ("get", "post"):
        answer, twin = ask(client, method, target.address), None
        for canary in watch.told_wrongly(answer, name):
            yield f"{method} {target.page} ({target.of}) shows {canary} to {name}"
        found, due = outcome(answer), outcome_due(target, name, method)
        if found == "not found":
            twin = ask(client, method, target.of_nothing)
        if answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED and name in OPENS[target.page]:
            twin, found = ask(client, method, target.of_nothing), due
        if found != due:
            yield f"{method} {target.page} ({target.of}) by {name}: {found}, not {due}"
        if twin is not None and shown(twin, target) != shown(answer, target):
            yield f"{method} {target.page} ({target.of}) tells {name} that the object exists"


def ask(client: Client, method: str, address: str) -> Any:
    """Send a request and undo whatever it changed."""
    with transaction.atomic():
        answer = getattr(client, method)(address)
        transaction.set_rollback(True)
    return answer


def outcome_due(target: Target, name: str, method: str) -> str:
    """Return what the table written by hand says."""
    if name == "somebody not signed in":
        return "asked to sign in"
    if name not in OPENS[target.page]:
        return "not allowed"
    if name not in target.reached_by:
        return "not found"
    may_send = method == "get" or name in SENDS.get(target.page, OPENS[target.page])
    return "opened" if may_send else "not allowed"


def outcome(answer: Any) -> str:
    """Return what happened, in words."""
    if answer.status_code == 302 and answer["Location"].startswith("/account/"):
        return "asked to sign in"
    if answer.status_code in OPENED:
        return "opened"
    return {403: "not allowed", 404: "not found"}.get(
        answer.status_code, f"answered {answer.status_code}"
    )


def shown(answer: Any, target: Target) -> tuple[int, bytes, list[tuple[str, str]]]:
    """Return everything of an answer that somebody could compare.

    The asked address comes back in the way to the sign-in page; the security policy holds a
    number that is new each time.
    """
    headers = sorted(
        (name, text.replace(quote(target.of_nothing, safe=""), quote(target.address, safe="")))
        for name, text in answer.headers.items()
        if name != "Content-Security-Policy"
    )
    return answer.status_code, answer.content, headers


@pytest.mark.parametrize("view", sorted(PUBLIC | OF_SIGN_IN))
def test_the_pages_of_sign_in(view: str, browsers: dict[str, Client]) -> None:
    stranger = Client().get(reverse(view))
    if view in PUBLIC:
        assert stranger.status_code in {200, 302}
    else:
        assert outcome(stranger) == "asked to sign in"
    inside = browsers["idva"].get(reverse(view))
    assert inside.status_code in ({404} if view in _NEED_A_SECOND_FACTOR else {200, 302})


_NEED_A_SECOND_FACTOR = {
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_download_recovery_codes",
}
_FRESH = {
    "allocation:activate",
    "allocation:close",
    "accounts:add_user",
    "accounts:grant",
    "accounts:end_access",
    "accounts:add_site",
    "accounts:add_agency",
    "case_record:keep_out",
    "case_record:hand_out_pack",
    "identity:overrule",
    "identity:undo",
    "extracts:freeze",
    "extracts:hand_out_snapshot",
    "extracts:hand_out_run",
    "monitoring:hand_out",
    "casework:look_contact_detail",
    "casework:looked_at_contact_detail",
    "insights:look_contact_detail",
    "insights:looked_at_contact_detail",
}


@pytest.mark.parametrize("view", sorted(OPENS))
def test_what_weighs_heavily_asks_for_a_fresh_sign_in(view: str, world: World) -> None:
    target = next(targets(view, world))
    name = min(OPENS[view] & target.reached_by)
    stale = ask(
        signed_in(Client(raise_request_exception=False), world.users[name]), "get", target.address
    )
    assert (outcome(stale) == "asked to sign in") == (view in _FRESH)
