"""Hands: how somebody works what a page offers, with a pointer or with the keyboard alone."""

from __future__ import annotations

from typing import Protocol

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 400
"""More stops than the longest page of a case has: whoever needs more does not get there."""


class Hands(Protocol):
    """What a desk asks of whoever sits at it."""

    def press(self, what: Locator) -> None:
        """Follow a link, press a button, or open what is folded."""

    def tick(self, what: Locator) -> None:
        """Choose a radio or tick a box."""

    def write(self, box: Locator, text: str) -> None:
        """Type into a box, in the place of what stands in it."""

    def pick(self, box: Locator, option: str) -> None:
        """Choose from a list."""


class Pointer:
    """A mouse or a finger."""

    def press(self, what: Locator) -> None:
        """Click it."""
        what.click()

    def tick(self, what: Locator) -> None:
        """Click it unless it is chosen."""
        what.check()

    def write(self, box: Locator, text: str) -> None:
        """Fill the box."""
        box.fill(text)

    def pick(self, box: Locator, option: str) -> None:
        """Choose from the list."""
        box.select_option(label=option)


class Keyboard:
    """Tab, Enter, Space, the arrow keys and typing, and a look at where the focus is."""

    def press(self, what: Locator) -> None:
        """Go there and press Enter."""
        _reach(what)
        what.page.keyboard.press("Enter")

    def tick(self, what: Locator) -> None:
        """Go there; a box is ticked with Space, a radio is found with the arrow keys."""
        if what.is_checked():
            return
        _reach(what)
        if what.get_attribute("type") == "radio":
            for _press in range(abs(steps := what.evaluate(_STEPS_AMONG_RADIOS))):
                what.page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")
        if not what.is_checked():
            what.page.keyboard.press("Space")
        expect(what).to_be_checked()

    def write(self, box: Locator, text: str) -> None:
        """Go there and type over what stands there."""
        _reach(box)
        box.page.keyboard.press("Control+A")
        if text:
            box.page.keyboard.type(text)
        else:
            box.page.keyboard.press("Delete")
        expect(box).to_have_value(text)

    def pick(self, box: Locator, option: str) -> None:
        """Go there and walk through the list with the arrow keys."""
        _reach(box)
        steps = box.evaluate(_STEPS_IN_LIST, option)
        assert steps is not None, f"There is no “{option}” to choose on {box.page.url}"
        for _press in range(abs(steps)):
            box.page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")
        chosen = box.evaluate("one => one.selectedOptions[0].label")
        assert chosen == option, f"The keyboard chose “{chosen}” on {box.page.url}"


_STEPS_AMONG_RADIOS = """one => {
    const all = [...document.querySelectorAll('input[type=radio]')]
        .filter(each => each.name === one.name && each.form === one.form);
    return all.indexOf(one) - all.indexOf(document.activeElement); }"""

_STEPS_IN_LIST = """(one, label) => {
    const wanted = [...one.options].findIndex(each => each.label.trim() === label);
    return wanted < 0 ? null : wanted - one.selectedIndex; }"""

_STOPS_AWAY = """one => {
    const group = radio => [...document.querySelectorAll('input[type=radio]')]
        .filter(each => each.name === radio.name && each.form === radio.form);
    const stop = one => one.type !== 'radio' ? one
        : group(one).find(each => each.checked) || group(one)[0];
    const stops = [...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [tabindex]')].filter(each =>
        each.tabIndex >= 0 && !each.disabled && each === stop(each)
        && each.checkVisibility({visibilityProperty: true}));
    const goal = stops.indexOf(stop(one)), here = document.activeElement;
    if (here === document.body) return goal + 1;
    const follows = each => here.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING;
    const next = stops.findIndex(each => each !== here && follows(each));
    const first = next < 0 ? stops.length : next;
    return goal >= first ? goal - first + 1 : goal - first + (stops.includes(here) ? 1 : 0); }"""
"""How many stops of the tab key lie before something; below zero, behind the focus."""

_ARRIVED = """one => {
    const here = document.activeElement;
    const alike = here.type === 'radio' && here.name === one.name && here.form === one.form;
    if (here !== one && !alike) return null;
    const drawn = style => style.outlineStyle !== 'none' || style.boxShadow !== 'none';
    return [getComputedStyle(here), ...[...here.labels || []].map(
        label => getComputedStyle(label, '::before'))].some(drawn); }"""
"""Whether the focus is there, or on a radio of the same question, and can be seen; or null."""

_IS_FAR = """one => { const main = document.querySelector('main');
    return document.activeElement === document.body && main.contains(one); }"""


def _reach(what: Locator) -> None:
    """Press the tab key until the focus is there, and see that the page shows where it is.

    How often is foretold, so that not every step has to be looked at; where the focus is, is seen.
    """
    page = what.page
    if what.evaluate(_IS_FAR):
        _skip_to_main(page)
    away = what.evaluate(_STOPS_AWAY)
    key = "Tab" if away >= 0 else "Shift+Tab"
    for _press in range(abs(away)):
        page.keyboard.press(key)
    for _press in range(MOST_TABS):
        if (shown := what.evaluate(_ARRIVED)) is not None:
            break
        page.keyboard.press(key)
    assert shown is not None, f"The tab key does not reach {what} on {page.url}"
    assert shown, f"The focus cannot be seen on {what} of {page.url}"


def _skip_to_main(page: Page) -> None:
    """Take the first link of the page, as people do who would else pass all sections.

    Where the page itself has moved the focus, to say that something is done, there is none.
    """
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.matches('.govuk-skip-link')"):
        page.keyboard.press("Enter")
