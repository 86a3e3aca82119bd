"""The world, built once a module: thousands of requests look at it and none may change it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client, override_settings

from tests.cast import NOW, make_cast
from tests.factories.sign_in import signed_in
from tests.integration.access.world import World, build


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """Everybody and everything, in a transaction that is undone at the end."""
    surroundings = override_settings(
        DRIVE_TODAY=NOW.date(),
        # A slow machine takes longer over the whole module than a fresh check lasts.
        ACCOUNT_REAUTHENTICATION_TIMEOUT=45 * 60,
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    )
    with django_db_blocker.unblock(), surroundings, transaction.atomic():
        cache.clear()
        yield build(make_cast())
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def browsers(world: World) -> dict[str, Client]:
    """A browser for everybody, and one in which nobody is signed in."""
    found = {name: signed_in(_client(), user, freshly=True) for name, user in world.users.items()}
    return found | {"somebody not signed in": _client()}


def _client() -> Client:
    return Client(raise_request_exception=False)


@pytest.fixture(autouse=True)
def nothing_changes(world: World, db: None) -> None:
    """Undo what a test changed: `db` works within the transaction of the world."""
