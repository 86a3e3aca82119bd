"""A model of somebody's browser: tabs that keep what is typed as `drafts.js` does.

The server is the real one. It can be killed at any moment of a request, and the model then knows
only what a browser would know.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django.middleware.csrf import _get_new_csrf_string
from django.test import Client
from django.urls import reverse

from drive.web.accounts.models import User
from tests.integration.web.hard.page import PageForm, read

PAUSE = 1.5
LONGEST = 3.5
AGAIN = 1.0
"""Seconds after which `drafts.js` saves: in a pause, while somebody goes on typing, and after a
request that nobody heard."""

OWN = {"Sec-Fetch-Site": "same-origin"}
FILLED_IN = {"channel": "telephone", "mode": "indirect"}


class Killed(BaseException):
    """The server is killed: nothing catches this, and no answer is sent."""


@dataclass(frozen=True)
class Fate:
    """What happens to the next request: `kind` is fine, before, inside, after or fault."""

    kind: str = "fine"
    statement: int = 0


@dataclass
class Tab:
    """One open page with one form. `told` is the text that it was told to be saved."""

    address: str
    form: PageForm
    text: str
    told: str = ""
    saved: bool = True
    unsaved_for: float = 0.0
    unheard: int = 0
    can_type: bool = True

    @property
    def typed(self) -> dict[str, Any]:
        """What the form holds."""
        return {**self.form.sent, **FILLED_IN, "text": self.text}

    def count(self) -> None:
        """Count that the page sends something."""
        number = int(self.form.sent.get("draft_number", ["0"])[0] or 0)
        self.form.sent["draft_number"] = [str(number + 1)]


@dataclass
class Browser:
    """One person's browser."""

    user: User
    fate: Fate = field(default_factory=Fate)
    tabs: list[Tab] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True, raise_request_exception=False)
        self.sign_in()

    def sign_in(self) -> None:
        """Sign in anew: the tokens of the pages that are open are worth nothing any more."""
        self.client.force_login(self.user)
        self.client.cookies["csrftoken"] = _get_new_csrf_string()

    def expire(self) -> None:
        """End every session."""
        Session.objects.all().delete()

    # -- Asking -----------------------------------------------------------------------------------

    def ask(self, method: str, address: str, data: dict[str, Any] | None = None) -> Any:
        """Send a request; None if no answer comes back."""
        fate, self.fate = self.fate, Fate()
        if fate.kind == "before":
            return None
        cookies = deepcopy(self.client.cookies)
        try:
            with _struck(fate):
                answer = getattr(self.client, method)(address, data, headers=OWN)
        except Killed:
            answer = None
        if answer is None or fate.kind == "after":
            self.client.cookies = cookies
            return None
        return answer

    # -- Tabs -------------------------------------------------------------------------------------

    def open(self, address: str) -> Tab | None:
        """Open a form in a new tab; None if that cannot be done now."""
        answer = self.ask("get", address)
        if answer is None or answer.status_code != 200:
            return None
        form = read(answer.content.decode()).form
        tab = Tab(address, form, form.sent["text"][0].replace("\r\n", "\n"))
        self.tabs.append(tab)
        return tab

    def type(self, tab: Tab, words: str, seconds: float) -> None:
        """Type some words, in so many seconds, into the end of the text."""
        tab.text = f"{tab.text} {words}".strip()
        tab.saved = False
        left = seconds - max(0.0, LONGEST - tab.unsaved_for)
        tab.unsaved_for += seconds
        if left >= 0 or seconds >= PAUSE:
            saved = self.save(tab)
            if not saved and left >= AGAIN:
                self.save(tab)

    def save(self, tab: Tab) -> bool:
        """Save as the page does, with a new token if its own is out of date."""
        answer = self._send_draft(tab)
        if answer is not None and answer.status_code == 403:
            renewed = self.ask("get", reverse("keep_draft"), {"draft_author": str(self.user.pk)})
            if renewed is not None and renewed.status_code == 200:
                tab.form.sent["csrfmiddlewaretoken"] = [renewed.json()["token"]]
                answer = self._send_draft(tab)
        tab.saved = answer is not None and answer.status_code == 201
        tab.unheard = 0 if tab.saved else tab.unheard + 1
        if tab.saved:
            assert answer.json()["words"].startswith("Saved ")
            tab.told, tab.unsaved_for = tab.text, 0.0
        return tab.saved

    def _send_draft(self, tab: Tab) -> Any:
        tab.count()
        body = {**tab.typed, "draft_path": tab.address}
        return self.ask("post", reverse("keep_draft"), body)

    def press(self, tab: Tab, **otherwise: str) -> Any:
        """Press the button and go where it leads; the page stays if it knows that nobody hears."""
        if tab.can_type and not tab.saved and tab.unsaved_for > LONGEST and not self.save(tab):
            return None
        tab.count()
        answer = self.ask("post", tab.address, {**tab.typed, **otherwise})
        self._lead(tab, answer)
        return answer

    def _lead(self, tab: Tab, answer: Any) -> None:
        """Let the tab show what the server answered; without an answer it is gone."""
        if answer is None or answer.status_code == 302:
            self.tabs.remove(tab)
            return
        page = read(answer.content.decode())
        again = [form for form in page.forms if form.method == "post" and "text" in form.sent]
        assert again, f"{answer.status_code}: there is no way to try again"
        shown = again[0].sent["text"][0].replace("\r\n", "\n")
        assert shown == tab.text, f"{answer.status_code}: {shown!r} is shown, not {tab.text!r}"
        tab.form = again[0]
        tab.can_type = answer.status_code == 200


@contextmanager
def _striking(fate: Fate) -> Iterator[None]:
    asked = 0

    def execute(run: Any, sql: str, *rest: Any) -> Any:
        nonlocal asked
        asked += 1
        if asked == fate.statement:
            raise Killed if fate.kind == "inside" else OperationalError("a disk fails")
        return run(sql, *rest)

    with connection.execute_wrapper(execute):
        yield


def _struck(fate: Fate) -> Any:
    return _striking(fate) if fate.kind in ("inside", "fault") else nullcontext()
