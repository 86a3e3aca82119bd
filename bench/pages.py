"""What the pages of the demonstration cost, as multiples of the page that does nothing.

It reads the database that DATABASE_URL names, with the pilot loaded. The records of the pages that
were opened are undone; only the sessions of the people who opened them stay.
"""

import os
from collections.abc import Callable
from functools import partial
from typing import Any

Ways = dict[str, Callable[[], object]]

PAGES = {
    "essex-case-manager": ("/", "/cases/"),
    "essex-service-manager": ("/", "/cases/", "/cases/allocations/"),
    "essex-idva": ("/", "/idva-cases/"),
    "allocator": ("/", "/referrals/hearings/", "/allocation/log/"),
    "evaluator": ("/", "/snapshots/"),
}


def comparisons() -> dict[str, Ways]:
    """Return the pages to compare; the first is the measure of the others."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "drive.web.project.settings")
    import django

    django.setup()
    from django.test import Client

    from drive.web.accounts.models import User

    ways: Ways = {"/healthz": partial(_open, Client(), "/healthz")}
    for user in User.objects.filter(username__in=PAGES):
        client = Client()
        client.force_login(user)
        for path in PAGES[user.username]:
            ways[f"{path} for {user.username}"] = partial(_open, client, path)
    if len(ways) == 1:
        print("The pages are measured with the pilot loaded: run ./run pilot first.")
    return {"pages of the demonstration": ways}


def _open(client: Any, path: str) -> None:
    from django.db import transaction

    with transaction.atomic():
        response = client.get(path, SERVER_NAME="localhost")
        transaction.set_rollback(True)
    if response.status_code != 200:
        message = f"{path} answered {response.status_code}."
        raise RuntimeError(message)
