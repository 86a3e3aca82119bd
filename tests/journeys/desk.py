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

from tests.journeys.hands import Hands, Pointer

PICTURES = Path(__file__).resolve().parents[2] / "var" / "pictures"
OURS = {"127.0.0.1", "localhost"}
PATIENCE = 90_000
"""Milliseconds that a busy machine may take for one step."""

expect.set_options(timeout=20_000)

TALL = 1600
"""Pictures are cut at TALL pixels, so that a long page does not swell a document."""

_TOO_WIDE = """() => document.documentElement.scrollWidth - document.documentElement.clientWidth"""

_OUT_OF_REACH = """() => [...document.querySelectorAll('body *')].filter(one =>
    one.scrollWidth > one.clientWidth + 1 && one.tabIndex < 0 && one.checkVisibility()
    && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX)
    && !one.querySelector('a[href], button, input, select, textarea, [tabindex="0"]'))
    .map(one => one.outerHTML.slice(0, 120))"""


class Desk:
    """One person at one browser.

    Every page that opens is checked with every rule of axe (itself a script: not where scripts are
    off); errors of the page, content that the security policy refused and requests that would
    leave the machine are kept in `problems`.

    Parameters
    ----------
    scripted : bool
        Whether the browser runs scripts.
    audited : bool
        Whether axe looks at each page.
    fitting : bool
        Whether no page may scroll sideways.
    pictured : bool
        Whether pictures are kept.
    hands : Hands
        How links, buttons and boxes are worked.
    """

    def __init__(
        self,
        page: Page,
        *,
        scripted: bool = True,
        audited: bool = True,
        fitting: bool = False,
        pictured: bool = True,
        hands: Hands | None = None,
    ) -> None:
        self.page = page
        self.audited = audited and scripted
        self.fitting = fitting
        self.pictured = pictured
        self.hands: Hands = hands or Pointer()
        self.opened = 0
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
            self.hands.press(link)
        self.check()

    def press(self, text: str, *, within: Locator | None = None) -> None:
        """Press the button with that text and wait for the page that answers."""
        button = (within or self.page.locator("main")).get_by_role("button", name=text).first
        with self.page.expect_navigation():
            self.hands.press(button)
        self.check()

    def section(self, text: str) -> None:
        """Open a section from the top of the page, where a small screen folds them up."""
        menu = self.page.get_by_role("button", name="Menu", exact=True)
        if menu.is_visible() and menu.get_attribute("aria-expanded") == "false":
            self.hands.press(menu)
        self.follow(text, within=self.page.get_by_role("navigation", name="Sections"), exact=True)

    def unfold(self, text: str) -> None:
        """Open what is folded up under these words."""
        self.hands.press(self.main.locator("summary", has_text=text).first)

    # -- Filling in --------------------------------------------------------------------------------

    def fill(self, label: str, text: str, *, within: Locator | None = None) -> None:
        """Type into the box with that label."""
        self.hands.write(self._box(label, within), text)

    def type_into(self, name: str, text: str) -> None:
        """Type into a box by its name in the form, where its label stands more than once."""
        self.hands.write(self.page.locator(f'[name="{name}"]'), text)

    def fill_date(self, legend: str, day: str) -> None:
        """Type a date such as `12 6 2017` into its three boxes."""
        group = self.group(legend)
        for box, part in zip(("Day", "Month", "Year"), day.split(), strict=True):
            self.hands.write(group.get_by_label(box, exact=True), part)

    def choose(self, legend: str, option: str) -> None:
        """Choose one of the radios, or tick one of the boxes, under that legend."""
        group = self.group(legend).last
        self.hands.tick(group.get_by_label(option, exact=True))

    def select(self, label: str, option: str) -> None:
        """Choose from a list."""
        self.hands.pick(self._box(label), option)

    def group(self, legend: str) -> Locator:
        """Return what is asked under a legend."""
        return self.page.get_by_role("group", name=legend)

    def _box(self, label: str, within: Locator | None = None) -> Locator:
        words = re.compile(rf"^\s*{re.escape(label)}(\s\(optional\))?\s*$")
        return (within or self.page).get_by_label(words)

    def answer(self, question: str, value: str) -> None:
        """Answer a question of a form, by its name there."""
        self.hands.tick(self._control(question, value))

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
        self.opened += 1
        if self.audited:
            self._check_accessibility()
        if self.fitting:
            self.fits()
        said = f"{self.page.title()} {self.page.url}"
        self.problems += [f"{said} holds {word}" for word in self.unsaid if word in said]

    def _check_accessibility(self) -> None:
        found = Axe().run(self.page)
        if found.violations_count:
            self.problems.append(f"{self.page.url}\n{found.generate_report()}")

    def fits(self) -> None:
        """The page does not scroll sideways; what does within it can be scrolled by keyboard."""
        too_wide = self.page.evaluate(_TOO_WIDE)
        if too_wide > 0:
            self.problems.append(f"{self.page.url} is {too_wide} pixels too wide")
        stuck = self.page.evaluate(_OUT_OF_REACH)
        self.problems += [f"{self.page.url} cannot be scrolled at {words}" for words in stuck]

    def picture(self, name: str) -> None:
        """Keep a picture of the page; PICTURES=docs/images renews those of the documents."""
        if not self.pictured:
            return
        folder = Path(os.environ.get("PICTURES", PICTURES))
        folder.mkdir(parents=True, exist_ok=True)
        usual = self.page.viewport_size
        tall = min(TALL, self.page.evaluate("document.documentElement.scrollHeight"))
        self.page.set_viewport_size({"width": usual["width"], "height": max(tall, 600)})
        self.page.evaluate("window.scrollTo(0, 0)")
        image = Image.open(BytesIO(self.page.screenshot(animations="disabled")))
        image.convert("RGB").quantize(128).save(folder / f"{name}.png", optimize=True)
        self.page.set_viewport_size(usual)
