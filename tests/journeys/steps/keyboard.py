"""Working with the keyboard alone."""

from tests.journeys.desk import Desk

MOST_TABS = 120


def tabs_to(desk: Desk, words: str) -> None:
    """Press the tab key until the focus is on a link, a button or a box with these words."""
    said = """() => { const one = document.activeElement;
        if (!one.matches('a, button, input, textarea, select')) return '';
        const label = one.labels && one.labels.length ? one.labels[0].textContent : '';
        return `${label} ${one.textContent} ${one.value || ''}`.replace(/\\s+/g, ' '); }"""
    for _press in range(MOST_TABS):
        desk.page.keyboard.press("Tab")
        if words in desk.page.evaluate(said):
            return
    raise AssertionError(f"The tab key does not reach “{words}” on {desk.page.url}")


def enters(desk: Desk) -> None:
    """Press the enter key and wait for the page that answers."""
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Enter")
    desk.check()


def goes_to(desk: Desk, words: str) -> None:
    """Follow a link or press a button without a mouse."""
    tabs_to(desk, words)
    enters(desk)


def types(desk: Desk, label: str, text: str) -> None:
    """Type into a box without a mouse, in the place of what stands in it."""
    tabs_to(desk, label)
    desk.page.keyboard.press("Control+A")
    desk.page.keyboard.type(text)
