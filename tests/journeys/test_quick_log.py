"""A telephone call is logged in at most twelve key presses besides the text, by keyboard alone."""

from dataclasses import dataclass, field

import pytest

from drive.vocabulary.casework import CaseState
from drive.web.casework.models import CaseNote
from tests.cast import Cast
from tests.factories.casework import case_at
from tests.journeys.conftest import Desks
from tests.journeys.desk import Desk
from tests.journeys.steps.signing_in import signs_in

MOST_PRESSES = 12


@dataclass
class Keyboard:
    """The keyboard of a desk: it counts each key; the text of the note is not counted."""

    desk: Desk
    presses: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            self.presses.append(key)
            self.desk.page.keyboard.press(key)

    def press_and_wait(self, key: str) -> None:
        """Press a key that opens another page."""
        self.presses.append(key)
        with self.desk.page.expect_navigation():
            self.desk.page.keyboard.press(key)
        self.desk.check()

    def press_access_key(self, digit: str) -> None:
        """Press Alt and a digit, as a keyboard says it to the browser."""
        self.presses.append(f"Alt+{digit}")
        browser = self.desk.page.context.new_cdp_session(self.desk.page)
        with self.desk.page.expect_navigation():
            browser.send(
                "Input.dispatchKeyEvent",
                {
                    "type": "keyDown",
                    "modifiers": 1,
                    "key": digit,
                    "code": f"Digit{digit}",
                    "text": digit,
                    "unmodifiedText": digit,
                    "windowsVirtualKeyCode": ord(digit),
                },
            )
        self.desk.check()

    def type_the_text(self, text: str) -> None:
        """Type what happened."""
        self.desk.page.keyboard.type(text)

    def is_in(self, name: str) -> None:
        """The focus is in the field with that name."""
        assert self.desk.page.evaluate("document.activeElement.name") == name


def opens_a_case(desk: Desk, cast: Cast) -> str:
    case = case_at(cast, CaseState.ACTIVE)
    signs_in(desk, cast.case_manager)
    address = f"/cases/{case.pk}/"
    desk.open(address)
    return address


def logs_a_call(keys: Keyboard) -> None:
    keys.is_in("text")
    keys.type_the_text("PC Jones will call at the house tonight and ring back.")
    keys.press("Tab")
    keys.is_in("agency_kind")
    keys.press("p")
    keys.press("Tab", "Tab")
    keys.is_in("minutes")
    keys.press("1", "5")
    keys.press_and_wait("Enter")


@pytest.mark.parametrize("scripted", [True, False], ids=["with scripts", "without scripts"])
def test_a_telephone_call_is_a_dozen_keys(at_desk: Desks, cast: Cast, scripted: bool) -> None:
    desk = at_desk(java_script_enabled=scripted)
    address = opens_a_case(desk, cast)
    keys = Keyboard(desk)
    keys.press("Tab", "Enter", "Tab")
    keys.press_and_wait("Enter")
    logs_a_call(keys)
    assert desk.page.url.endswith(address), "one is back where one was"
    desk.sees("Note saved.", "Log another")
    note = CaseNote.objects.get()
    assert (note.channel, note.direction, note.agency_kind) == ("telephone", "out", "police")
    assert (note.minutes, note.happened_on.isoformat()) == (15, "2017-06-30")
    tag = note.tags.get()
    assert (tag.activity, tag.mode) == ("info_shared", "indirect")
    assert len(keys.presses) <= MOST_PRESSES, keys.presses


def test_a_key_of_its_own_makes_it_fewer(at_desk: Desks, cast: Cast) -> None:
    desk = at_desk()
    opens_a_case(desk, cast)
    keys = Keyboard(desk)
    keys.press_access_key("1")
    logs_a_call(keys)
    desk.sees("Note saved.")
    assert len(keys.presses) <= MOST_PRESSES - 3, keys.presses


def test_on_a_phone_nothing_scrolls_sideways(at_desk: Desks, cast: Cast) -> None:
    desk = at_desk(viewport={"width": 320, "height": 640})
    address = opens_a_case(desk, cast)
    desk.fits()
    desk.open(f"{address}notes/add/?kind=call")
    desk.fits()
    desk.picture("quick-log-on-a-phone")


def test_words_are_considered_and_kept(at_desk: Desks, cast: Cast) -> None:
    desk = at_desk()
    address = opens_a_case(desk, cast)
    desk.open(f"{address}notes/add/?kind=call")
    desk.fill("What happened", "Victim failed to engage. Will try on Monday.")
    desk.press("Save note")
    desk.sees("other words?", "Victim failed to engage.", "has not yet been reached")
    desk.picture("words-to-consider")
    assert not CaseNote.objects.exists()
    desk.press("Use my words")
    desk.sees("Note saved.")
    assert CaseNote.objects.get().text == "Victim failed to engage. Will try on Monday."
