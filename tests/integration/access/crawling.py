"""Following every link as somebody would, and keeping what each page showed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.test import Client

from drive.web.audit.models import Event
from drive.web.core.clock import now

_LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#]*)')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)
_NOT_FOLLOWED = ("/account/", "/static/")
MOST_PAGES = 900


@dataclass(frozen=True)
class Shown:
    """One page as somebody saw it, and the audit events that it left."""

    by: str
    address: str
    status: int
    page: str
    view: str
    events: list[Event] = field(repr=False)

    @property
    def title(self) -> str:
        """The title of the window."""
        found = _TITLE.search(self.page)
        return html.unescape(found[1]) if found else ""

    @property
    def whole(self) -> str:
        """Everything that the page tells, also in its mark-up; of a search only what it found.

        The box of a search shows again what was typed into it.
        """
        return html.unescape(self.page if self.view else _TAG.sub(" ", self.page))


def crawl(browsers: Mapping[str, Client]) -> list[Shown]:
    """Follow every link as everybody."""
    return [shown for name, client in browsers.items() for shown in follow(name, client)]


def follow(name: str, client: Client) -> Iterator[Shown]:
    """Give each page that somebody reaches by links from the first page on."""
    ahead, met = ["/"], {"/"}
    while ahead:
        shown = look(name, client, ahead.pop())
        yield shown
        for address in map(html.unescape, _LINK.findall(shown.page)):
            if address not in met and not address.startswith(_NOT_FOLLOWED):
                met.add(address)
                ahead.append(address)
        assert len(met) < MOST_PAGES, f"{name} reaches more pages than the world can have"


def look(name: str, client: Client, address: str) -> Shown:
    """Open one page."""
    began = now()
    answer: Any = client.get(address)
    return Shown(
        by=name,
        address=address,
        status=answer.status_code,
        page=b"".join(answer).decode(errors="replace"),
        view=answer.resolver_match.view_name if answer.resolver_match else "",
        events=list(Event.objects.filter(happened_at__gte=began)),
    )


def search(name: str, client: Client, address: str, **typed: str) -> Shown:
    """Send a search."""
    answer: Any = client.post(address, typed)
    page = answer.content.decode()
    return Shown(by=name, address=address, status=answer.status_code, page=page, view="", events=[])
