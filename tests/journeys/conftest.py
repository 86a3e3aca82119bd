"""A real browser for the journeys, and desks at which the cast works."""

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import BrowserContext
from pytest_django.live_server_helper import LiveServer

from tests.cast import NOW, Cast, make_cast
from tests.journeys.desk import Desk

# Playwright runs an event loop in the thread of the tests, so Django would refuse its queries.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

QUIET_AND_OFFLINE = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]

Desks = Callable[..., Desk]


def browser_program() -> str | None:
    """Return this machine's Chromium; CHROMIUM names another."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the machine's own Chromium."""
    found = browser_program()
    chosen = {"executable_path": found} if found else {}
    return {**browser_type_launch_args, "args": QUIET_AND_OFFLINE, **chosen}


@pytest.fixture(scope="session")
def base_url(live_server: LiveServer) -> str:
    """Serve the site, so that a journey opens a page by its path: `desk.open("/")`."""
    return str(live_server.url)


@pytest.fixture(autouse=True)
def day_of_the_cast(settings: Any) -> None:
    """Let the site live on the day on which the cast was made, and hash passwords cheaply."""
    settings.DRIVE_TODAY = NOW.date()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """Everybody, where the served site sees them too."""
    return make_cast()


@pytest.fixture
def at_desk(new_context: Callable[..., BrowserContext]) -> Iterator[Desks]:
    """Give a desk with a browser of its own: `at_desk()`, or `at_desk(viewport=..., ...)`.

    `way` says how somebody works there, as `Desk` is told. At the end every desk must be free of
    errors, of refused content and of foreign requests.
    """
    desks: list[Desk] = []

    def sit_down(way: Mapping[str, Any] | None = None, **about: Any) -> Desk:
        about.setdefault("viewport", {"width": 1280, "height": 900})
        scripted = about.get("java_script_enabled", True)
        desks.append(Desk(new_context(**about).new_page(), scripted=scripted, **way or {}))
        return desks[-1]

    yield sit_down
    assert [problem for desk in desks for problem in desk.problems] == []
