"""The same work by keyboard alone, on a phone, at 400% zoom and without JavaScript."""

import pytest
from playwright.sync_api import expect

from drive.vocabulary.casework import CaseState
from tests.cast import PASSWORD, Cast
from tests.factories.assessments import assessment_at
from tests.factories.casework import case_at, contact_with, note_on
from tests.factories.insights import idva_case
from tests.journeys.conftest import Desks
from tests.journeys.desk import Desk
from tests.journeys.steps import case_work, marac_lists
from tests.journeys.steps.signing_in import signs_in

PERPETRATOR = "Perpetrator1 Synthetic"
PHONE = {"width": 320, "height": 640}
# A window of 1280 by 1024 pixels at 400% shows as much as one of 320 by 256.
ZOOMED = {"width": 320, "height": 256}
MOST_TABS = 120


def tabs_to(desk: Desk, name: str, role: str = "link") -> None:
    """Somebody presses the tabulator until the focus is there, and sees where it is."""
    wanted = desk.page.get_by_role(role, name=name).first
    for _ in range(MOST_TABS):
        if wanted.evaluate("one => one === document.activeElement"):
            break
        desk.page.keyboard.press("Tab")
    expect(wanted).to_be_focused()
    assert wanted.evaluate("one => getComputedStyle(one).outlineStyle") != "none"


def opens_by_keyboard(desk: Desk, name: str) -> None:
    tabs_to(desk, name)
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Enter")
    desk.check()


def signs_in_by_keyboard(desk: Desk, username: str) -> None:
    desk.open("/account/sign-in/")
    tabs_to(desk, "User name", "textbox")
    desk.page.keyboard.type(username)
    desk.page.keyboard.press("Tab")
    desk.page.keyboard.type(PASSWORD)
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Enter")
    desk.is_at("What needs you today")


def test_a_note_by_keyboard_alone(cast: Cast, at_desk: Desks) -> None:
    case_at(cast, CaseState.ACTIVE)
    desk = at_desk()
    signs_in_by_keyboard(desk, cast.case_manager.username)
    opens_by_keyboard(desk, "Cases")
    opens_by_keyboard(desk, PERPETRATOR)
    opens_by_keyboard(desk, "Notes")
    desk.page.keyboard.press("Tab")
    tabs_to(desk, "Add a note", "button")
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Enter")
    tabs_to(desk, "What happened", "textbox")
    desk.page.keyboard.type("Written without a mouse.")
    tabs_to(desk, "Save note", "button")
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Enter")
    desk.check()
    desk.sees("Note saved.", "Written without a mouse.")


def test_the_first_tab_skips_to_the_page(cast: Cast, at_desk: Desks) -> None:
    desk = signs_in(at_desk(), cast.case_manager)
    desk.open("/")
    tabs_to(desk, "Skip to main content")
    desk.page.keyboard.press("Enter")
    expect(desk.main).to_be_focused()


def looks_around(desk: Desk) -> None:
    """Home, the caseload, every part of a case, and a form: none scrolls sideways."""
    desk.fits()
    desk.open("/cases/")
    desk.fits()
    desk.follow(PERPETRATOR)
    desk.fits()
    for tab in ("Timeline", "Contact", "Assessments", "Notes", "People", "History"):
        case_work.opens_a_tab(desk, tab)
        desk.fits()
    case_work.opens_a_tab(desk, "Assessments")
    desk.follow("3 months")
    desk.follow("Abuse")
    desk.fits()
    case_work.opens_a_tab(desk, "Notes")
    desk.follow("Add a note")
    desk.fits()
    desk.fill("What happened", "Written on a small screen.")
    desk.press("Save note")
    desk.sees("Note saved.")


@pytest.mark.parametrize("viewport", [PHONE, ZOOMED], ids=["phone", "400 per cent"])
def test_a_small_screen_shows_everything(
    cast: Cast, at_desk: Desks, viewport: dict[str, int]
) -> None:
    case = case_at(cast, CaseState.ACTIVE)
    assessment_at(cast, case)
    note_on(cast, case)
    contact_with(cast, case)
    desk = signs_in(at_desk(viewport=viewport), cast.case_manager)
    looks_around(desk)


@pytest.mark.parametrize("viewport", [PHONE, ZOOMED], ids=["phone", "400 per cent"])
def test_an_idvas_form_on_a_small_screen(
    cast: Cast, at_desk: Desks, viewport: dict[str, int]
) -> None:
    case = idva_case(cast)
    desk = signs_in(at_desk(viewport=viewport), cast.idva)
    desk.fits()
    for path in ("", f"{case.pk}/", f"{case.pk}/forms/", f"{case.pk}/forms/exit/"):
        desk.open(f"/idva-cases/{path}")
        desk.fits()


def test_everything_works_without_javascript(cast: Cast, at_desk: Desks) -> None:
    desk = signs_in(at_desk(java_script_enabled=False), cast.coordinator)
    marac_lists.imports_and_puts_right_a_list(desk)
    marac_lists.enters_a_hearing_by_hand(desk)
