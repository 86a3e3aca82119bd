"""Every page of her record, of what is known, of what leaves and of what is asked for, looked at.

The journeys walk the most used of them; here each is opened once by somebody who may, checked with
every rule of axe, and must fit a phone.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client

from tests.cast import make_cast
from tests.factories.sign_in import signed_in
from tests.integration.access.addresses import Target, pages, targets
from tests.integration.access.expected import OPENS
from tests.integration.access.world import World, build
from tests.journeys.conftest import Desks
from tests.journeys.desk import Desk

SPACES = ("adjudication:", "case_record:pack", "information:", "insights:", "outbound:")
PAGES = sorted(name for name, _ in pages() if name.startswith(SPACES))
PHONE = {"width": 320, "height": 640}
WIDE = {"width": 1280, "height": 900}


@pytest.fixture
def world(transactional_db: None) -> World:
    return build(make_cast())


def test_each_page_is_accessible_and_fits_a_phone(world: World, at_desk: Desks) -> None:
    desks: dict[str, Desk] = {}
    seen = [
        name for name in PAGES for each in _one(name, world) if _look(each, world, desks, at_desk)
    ]
    assert len(seen) > 80


def _one(name: str, world: World) -> Iterator[Target]:
    """Give the page about the first object that somebody reaches."""
    found = (each for each in targets(name, world) if each.reached_by & OPENS[name])
    yield from list(found)[:1]


def _look(target: Target, world: World, desks: dict[str, Desk], at_desk: Desks) -> bool:
    who = min(OPENS[target.page] & target.reached_by)
    if who not in desks:
        desks[who] = at_desk()
        _signs_in(desks[who], world, who)
    desk = desks[who]
    answer = desk.page.request.get(target.address)
    if answer.status != 200 or "text/html" not in answer.headers["content-type"]:
        return False
    desk.page.set_viewport_size(WIDE)
    desk.open(target.address)
    desk.page.set_viewport_size(PHONE)
    desk.fits()
    return True


def _signs_in(desk: Desk, world: World, who: str) -> None:
    client = signed_in(Client(), world.users[who], freshly=True)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    desk.page.goto("/account/sign-in/")
    desk.page.context.add_cookies(
        [{"name": cookie.key, "value": cookie.value, "url": desk.page.url}]
    )
