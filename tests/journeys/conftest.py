"""A real browser for the journeys, and the accessibility check that each page must pass."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

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
PICTURES = Path(__file__).resolve().parents[2] / "var" / "pictures"


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
    """Serve the site, so that a journey opens a page by its path: `page.goto("/")`."""
    return str(live_server.url)


@pytest.fixture
def accessible(page: Page) -> Callable[[], None]:
    """Check the page that is open, with every rule of axe."""

    def check() -> None:
        found = Axe().run(page)
        assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"

    return check


@pytest.fixture
def picture(page: Page) -> Callable[[str], None]:
    """Keep a picture of the page that is open; PICTURES=docs/pictures renews the README's."""
    folder = Path(os.environ.get("PICTURES", PICTURES))

    def keep(name: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{name}.png", full_page=True)

    return keep
