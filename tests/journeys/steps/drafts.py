"""Typing while the server is killed, the session ends, and another tab is open."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Page, expect

from tests.cast import PASSWORD

SAVED = re.compile(r"Saved \d\d:\d\d:\d\d")


@dataclass
class Writer:
    """Somebody who writes a note at a browser, and remembers what the page said was saved."""

    context: BrowserContext
    url: str
    username: str
    chance: random.Random
    words: int = 0
    pages: list[Page] = field(default_factory=list)

    def signs_in(self) -> None:
        """Sign in, in a tab of its own."""
        page = self.context.new_page()
        page.goto(f"{self.url}/account/sign-in/")
        page.get_by_label("User name").fill(self.username)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("What needs you today")
        page.close()

    def opens(self, address: str) -> Page:
        """Open the form in a new tab."""
        page = self.context.new_page()
        page.goto(f"{self.url}{address}")
        expect(self.box(page)).to_be_visible()
        return page

    def box(self, page: Page) -> object:
        """Return the box for the text."""
        return page.locator('textarea[name="text"]')

    def types(self, page: Page, number: int | None = None) -> str:
        """Type some words at the end of the text, with pauses as they come; return the text."""
        box = self.box(page)
        box.focus()
        page.keyboard.press("Control+End")
        for _ in range(number or self.chance.randint(2, 6)):
            self.words += 1
            page.keyboard.type(f"word{self.words} ")
            page.wait_for_timeout(self.chance.choice((20, 60, 200, 700)))
        return str(box.input_value())

    def is_told_that_it_is_saved(self, page: Page) -> str:
        """Wait until the page says that everything typed is saved; return the text."""
        said = page.locator(".drive-saved")
        expect(said).to_have_text(SAVED)
        page.wait_for_function(
            "async () => !document.querySelector('.drive-saved--not')", timeout=20_000
        )
        # The longest that typing goes on unsaved, and a request.
        page.wait_for_timeout(2_500)
        expect(said).to_have_text(SAVED)
        return str(self.box(page).input_value())

    def is_told_that_it_is_not(self, page: Page, words: str) -> None:
        """Wait until the page says that it is not saved, and why."""
        expect(page.locator(".drive-saved")).to_contain_text(words, timeout=30_000)

    def finds(self, page: Page, text: str) -> None:
        """The form holds the text."""
        expect(self.box(page)).to_have_value(re.compile(re.escape(text.strip())))

    def presses(self, page: Page) -> None:
        """Press the button, and see that the note is saved."""
        page.get_by_role("button", name="Save note", exact=True).click()
        expect(page.locator("main")).to_contain_text("aved", timeout=30_000)
        expect(page).not_to_have_url(re.compile("/add/"))
