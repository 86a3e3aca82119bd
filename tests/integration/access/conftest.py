"""The world, built once a module: thousands of requests look at it and none may change it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.internal.userkit import user_id_to_str
from django.core.cache import cache
from django.db import transaction
from django.test import Client, override_settings
from django.utils import timezone

from drive.web.accounts.models import User
from tests.cast import NOW, make_cast
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


def signed_in(user: User, *, freshly: bool = True) -> Client:
    """Return a browser of somebody who signed in, with the fresh check that some pages ask for."""
    client = Client(raise_request_exception=False)
    client.force_login(user)
    if freshly:
        # The check would hold for five minutes of real time; a busy machine may take longer.
        at = (timezone.now() + timedelta(days=1)).timestamp()
        session = client.session
        session["account_authentication_methods_user"] = user_id_to_str(user)
        session["account_authentication_methods"] = [
            {"method": "password", "at": at, "reauthenticated": True}
        ]
        session.save()
    return client


@pytest.fixture(scope="module")
def browsers(world: World) -> dict[str, Client]:
    """A browser for everybody, and one in which nobody is signed in."""
    found = {name: signed_in(user) for name, user in world.users.items()}
    return found | {"somebody not signed in": Client(raise_request_exception=False)}


@pytest.fixture(autouse=True)
def nothing_changes(world: World, db: None) -> None:
    """Undo what a test changed: `db` works within the transaction of the world."""
