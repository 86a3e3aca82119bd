"""A desk: one person's browser, in which every page that opens is checked."""

from __future__ import annotations

import os
import re
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import ConsoleMessage, Locator, Page, Request, expect

PICTURES = Path(__file__).resolve().parents[2] / "var" / "pictures"
OURS = {"127.0.0.1", "localhost"}
PATIENCE = 90_000
"""Milliseconds that a busy machine may take for one step."""

expect.set_options(timeout=20_000)

TALL = 1600
"""Pictures are cut at TALL pixels, so that a long page does not swell a document."""

_TOO_WIDE = """() => document.documentElement.scrollWidth - document.documentElement.clientWidth"""


class Desk:
    """One person at one browser.

    Every page that opens is checked with every rule of axe (itself a script: not where scripts are
    off); errors of the page, content that the security policy refused and requests that would
    leave the machine are kept in `problems`.
    """

    def __init__(self, page: Page, *, scripted: bool = True) -> None:
        self.page = page
        self.scripted = scripted
        self.problems: list[str] = []
        self.unsaid: list[str] = []
        """Words, such as names, that no title and no address may hold."""
        page.set_default_timeout(PATIENCE)
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.problems.append(f"{page.url}: {error}"))
        page.on("request", self._asked)

    def _heard(self, said: ConsoleMessage) -> None:
        if said.type in {"error", "warning"}:
            self.problems.append(f"{self.page.url}: {said.text}")

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme != "data" and parts.hostname not in OURS:
            self.problems.append(f"{self.page.url} asked for {request.url}")

    # -- Going somewhere ---------------------------------------------------------------------------

    def open(self, path: str) -> None:
        """Open a page by its path."""
        self.page.goto(path)
        self.check()

    def follow(self, text: str, *, within: Locator | None = None, exact: bool = False) -> None:
        """Follow the link with that text, even if it looks like a button; of several, the first."""
        place = within or self.page
        links = place.get_by_role("link", name=text, exact=exact)
        link = links.or_(place.locator("a[role=button]", has_text=text)).first
        with self.page.expect_navigation():
            link.click()
        self.check()

    def press(self, text: str, *, within: Locator | None = None) -> None:
        """Press the button with that text and wait for the page that answers."""
        button = (within or self.page.locator("main")).get_by_role("button", name=text).first
        with self.page.expect_navigation():
            button.click()
        self.check()

    def section(self, text: str) -> None:
        """Open a section from the top of the page."""
        self.follow(text, within=self.page.get_by_role("navigation", name="Sections"), exact=True)

    # -- Filling in --------------------------------------------------------------------------------

    def fill(self, label: str, text: str) -> None:
        """Type into the box with that label."""
        self._box(label).fill(text)

    def fill_date(self, legend: str, day: str) -> None:
        """Type a date such as `12 6 2017` into its three boxes."""
        group = self.page.get_by_role("group", name=legend)
        for box, part in zip(("Day", "Month", "Year"), day.split(), strict=True):
            group.get_by_label(box, exact=True).fill(part)

    def choose(self, legend: str, option: str) -> None:
        """Choose one of the radios, or tick one of the boxes, under that legend."""
        group = self.page.get_by_role("group", name=legend).last
        group.get_by_label(option, exact=True).check()

    def select(self, label: str, option: str) -> None:
        """Choose from a list."""
        self._box(label).select_option(label=option)

    def _box(self, label: str) -> Locator:
        return self.page.get_by_label(re.compile(rf"^\s*{re.escape(label)}(\s\(optional\))?\s*$"))

    def answer(self, question: str, value: str) -> None:
        """Answer a question of a form, by its name there."""
        self._control(question, value).check()

    def is_answered(self, question: str, value: str) -> bool:
        """Say whether a question has that answer."""
        return self._control(question, value).is_checked()

    def _control(self, question: str, value: str) -> Locator:
        return self.page.locator(f'[name="{question}-value"][value="{value}"]')

    # -- Looking -----------------------------------------------------------------------------------

    @property
    def main(self) -> Locator:
        """What the page is about."""
        return self.page.locator("main")

    def sees(self, *texts: str) -> None:
        """The page says all of these."""
        for text in texts:
            expect(self.main).to_contain_text(text)

    def does_not_see(self, *texts: str) -> None:
        """The page says none of these."""
        for text in texts:
            expect(self.main).not_to_contain_text(text)

    def is_at(self, heading: str) -> None:
        """The page has this heading."""
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(heading)

    def check(self) -> None:
        """Check the page that is open."""
        if self.scripted:
            self._check_accessibility()
        said = f"{self.page.title()} {self.page.url}"
        self.problems += [f"{said} holds {word}" for word in self.unsaid if word in said]

    def _check_accessibility(self) -> None:
        found = Axe().run(self.page)
        if found.violations_count:
            self.problems.append(f"{self.page.url}\n{found.generate_report()}")

    def fits(self) -> None:
        """The page does not scroll sideways."""
        too_wide = self.page.evaluate(_TOO_WIDE)
        if too_wide > 0:
            self.problems.append(f"{self.page.url} is {too_wide} pixels too wide")

    def picture(self, name: str) -> None:
        """Keep a picture of the page; PICTURES=docs/images renews those of the documents."""
        folder = Path(os.environ.get("PICTURES", PICTURES))
        folder.mkdir(parents=True, exist_ok=True)
        usual = self.page.viewport_size
        tall = min(TALL, self.page.evaluate("document.documentElement.scrollHeight"))
        self.page.set_viewport_size({"width": usual["width"], "height": max(tall, 600)})
        image = Image.open(BytesIO(self.page.screenshot(animations="disabled")))
        image.convert("RGB").quantize(128).save(folder / f"{name}.png", optimize=True)
        self.page.set_viewport_size(usual)
