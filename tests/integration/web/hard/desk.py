"""Somebody at a form: opening it, filling it in, and what the site answers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.test import Client

from drive.web.casework.models import DriveCase
from tests.cast import Cast
from tests.factories.sign_in import signed_in
from tests.integration.web.hard.forms import Data, Form, a_case
from tests.integration.web.hard.page import Page, PageForm, read

OWN = {"Sec-Fetch-Site": "same-origin"}


@dataclass
class Desk:
    """A signed-in person at one form."""

    client: Client
    address: str
    form: PageForm
    given: Data
    case: DriveCase
    row: Form

    def valid(self, **changed: Any) -> dict[str, Any]:
        """Return what is sent when the form is filled in, with some controls otherwise.

        What is changed to None is not sent.
        """
        sent = {**self.form.sent, **self.given, **changed}
        return {name: value for name, value in sent.items() if value is not None}

    def send(self, data: dict[str, Any]) -> Any:
        """Send the form."""
        return self.client.post(self.address, data, headers=OWN)

    def send_and_undo(self, data: dict[str, Any]) -> Any:
        """Send the form and undo whatever that changed."""
        with undone():
            return self.send(data)


@contextmanager
def undone() -> Iterator[None]:
    """Undo at the end whatever was changed within."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def at(form: Form, cast: Cast) -> Desk:
    """Sit down at a form, on a case that stands where the form needs it."""
    case = a_case(cast, form)
    client = Client(raise_request_exception=False)
    signed_in(client, getattr(cast, form.who), freshly=True)
    address = form.address(cast, case)
    opened = client.get(address)
    assert opened.status_code == 200, f"{form.name}: {opened.status_code} at {address}"
    page = read(opened.content.decode())
    return Desk(client, address, page.form, form.filled(cast, case), case, form)


def page_of(answer: Any) -> Page:
    """Read the page of an answer."""
    return read(answer.content.decode())
