"""Cleaning the first year's Insights list: the allocator's afternoon, much of it by keyboard."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from drive.simulation.pilot import PILOT_SEED, build
from drive.web.accounts.actions import system_user
from drive.web.organisations.actions import add_site
from drive.web.pilot.actions.insights_list import insights_list_file
from tests.cast import NOW, Cast
from tests.journeys.conftest import Desks
from tests.journeys.desk import Desk
from tests.journeys.steps.signing_in import signs_in

PHONE = {"width": 320, "height": 640}
MOST_TABS = 400


@pytest.fixture(scope="module")
def first_year() -> bytes:
    """The 652 rows as the outcomes database exports them."""
    return insights_list_file(build(seed=PILOT_SEED))


@pytest.fixture
def three_sites(cast: Cast) -> Cast:
    by = system_user()
    add_site(code="south_wales", name="South Wales", police_force="south_wales", by=by, now=NOW)
    return cast


def uploads(desk: Desk, content: bytes, name: str, folder: Path) -> None:
    """Somebody chooses a file, says when the programme began, and uploads it."""
    file = folder / name
    file.write_bytes(content)
    desk.section("Data cleaning")
    desk.follow("Import an Insights list")
    desk.page.locator("input[type=file]").set_input_files(file)
    desk.fill_date("First day of the programme", "1 4 2016")
    desk.press("Upload and compare")


def tabs_to(desk: Desk, wanted: Locator) -> None:
    """The tabulator key leads there, and nothing else is touched."""
    for _ in range(MOST_TABS):
        if wanted.evaluate("each => each === document.activeElement"):
            return
        desk.page.keyboard.press("Tab")
    raise AssertionError(f"{MOST_TABS} tabs do not lead to {wanted}")


def enters(desk: Desk, wanted: Locator) -> None:
    """A link or button is reached by keyboard and opened with Enter."""
    tabs_to(desk, wanted)
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Enter")
    desk.check()


def button(desk: Desk, text: str) -> Locator:
    return desk.main.get_by_role("button", name=text)


def keeps_one_by_keyboard(desk: Desk) -> None:
    """The allocator opens the first repeat, reads both rows and keeps it, with a reason."""
    enters(desk, desk.main.get_by_role("link", name="look closely and decide").first)
    desk.sees("Side by side", "How they compare", "Agrees", "Differs", "answers that both give")
    desk.picture("how-to-cleaning-4")
    tabs_to(desk, desk.page.get_by_label("Set the row aside"))
    desk.page.keyboard.press("ArrowDown")
    expect(desk.page.get_by_label("Keep the row")).to_be_checked()
    enters(desk, button(desk, "Save the decision"))
    desk.sees("There is a problem", "Say why the row is kept.")
    tabs_to(desk, desk.page.get_by_label("Why?"))
    desk.page.keyboard.type("Two brothers of one name.")
    enters(desk, button(desk, "Save the decision"))
    desk.sees("is kept.", "Wait for you (7)", "Kept (1)")


def sets_a_page_aside_by_keyboard(desk: Desk) -> None:
    enters(desk, button(desk, "Set these rows aside"))
    desk.sees("There is a problem", "Look at each row, then tick the box")
    tabs_to(desk, desk.page.get_by_label("I have looked at each row that is shown here"))
    desk.page.keyboard.press("Space")
    enters(desk, button(desk, "Set these rows aside"))


def takes_one_back(desk: Desk) -> None:
    desk.follow("Set aside (7)")
    desk.follow("look closely and decide")
    desk.choose("What is to be done with this row?", "Take the row back and keep it")
    desk.fill("Why?", "The second hearing was about somebody else.")
    desk.press("Save the decision")
    desk.sees("is taken back and kept.")
    desk.follow("Kept (2)")
    desk.follow("look closely and decide")
    desk.sees("What was decided")


def sets_pages_aside(desk: Desk, *, pages: int) -> None:
    for _ in range(pages):
        desk.page.get_by_label("I have looked at each row that is shown here").check()
        desk.press("Set these rows aside")
        desk.sees("are set aside. They can be taken back.")


def test_an_allocator_cleans_the_first_years_list(
    three_sites: Cast, at_desk: Desks, first_year: bytes, tmp_path: Path
) -> None:
    desk = signs_in(at_desk(), three_sites.allocator)
    uploads(desk, b"Name,Score\nSomebody,7\n", "scores.csv", tmp_path)
    desk.sees("This list was not read", "An Insights list has the columns", "“Marac date”")
    uploads(desk, first_year, "insights.csv", tmp_path)
    desk.sees("Waits for decisions", "80", "83", "8", "171")
    desk.picture("how-to-cleaning-2")

    desk.follow("Marac repeat of another row")
    desk.sees("Showing 1 to 8 of 8", "How they compare")
    keeps_one_by_keyboard(desk)
    sets_a_page_aside_by_keyboard(desk)
    desk.sees("7 rows are set aside.", "Go on to the next reason")
    takes_one_back(desk)

    desk.open(desk.page.url.rsplit("/rows/", 1)[0] + "/proposals/early/")
    desk.sees("Showing 1 to 50 of 80", "before the start on 1 April 2016")
    sets_pages_aside(desk, pages=1)
    desk.sees("Showing 1 to 30 of 30")
    sets_pages_aside(desk, pages=1)
    desk.follow("Go on to the next reason")
    desk.sees("Showing 1 to 50 of 83")
    desk.picture("how-to-cleaning-3")
    sets_pages_aside(desk, pages=2)
    desk.follow("Every proposal is decided. See what stays")
    desk.sees("483", "40 of them marked as reconstructed", "South Wales")
    desk.picture("how-to-cleaning-5")

    uploads(desk, first_year, "again.csv", tmp_path)
    desk.sees("There is a problem", "The very same file was imported on")


def test_on_a_phone_every_page_of_cleaning_fits(
    three_sites: Cast, at_desk: Desks, first_year: bytes, tmp_path: Path
) -> None:
    desk = signs_in(at_desk(viewport=PHONE), three_sites.allocator)
    desk.open("/cleaning/import/")
    desk.fits()
    file = tmp_path / "insights.csv"
    file.write_bytes(first_year)
    desk.page.locator("input[type=file]").set_input_files(file)
    desk.fill_date("First day of the programme", "1 4 2016")
    desk.press("Upload and compare")
    desk.fits()
    here = desk.page.url
    for path in ("proposals/repeat/", "rows/?state=proposed", "rows/1/", "what-stays/", "discard/"):
        desk.open(here + path)
        desk.fits()
    desk.open("/cleaning/")
    desk.fits()


def test_data_quality_is_read_by_source_and_site(
    three_sites: Cast, at_desk: Desks, first_year: bytes, tmp_path: Path
) -> None:
    desk = signs_in(at_desk(), three_sites.allocator)
    uploads(desk, first_year, "insights.csv", tmp_path)
    desk.section("Data cleaning")
    desk.picture("how-to-cleaning-1")
    desk.follow("Data quality")
    desk.sees("Rows of Insights lists, by site", "Joined at the door", "South Wales", "296")
    desk.picture("how-to-cleaning-6")
