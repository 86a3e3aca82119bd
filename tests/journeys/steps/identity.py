"""Reviewers decide who is who, with the keyboard alone; others see what follows."""

from tests.cast import Cast
from tests.factories.lists import as_csv, row
from tests.journeys.desk import Desk
from tests.journeys.steps.keyboard import enters, tabs_to

HIS_NAME = "Fairweather"
IN_ESSEX = row(1, **{"Perp First Name": "Alexander", "Perp Surname": HIS_NAME})
IN_WEST_SUSSEX = row(
    2,
    **{
        "Perp First Name": "Alex",
        "Perp Surname": HIS_NAME,
        "Perp D.O.B.": IN_ESSEX["Perp D.O.B."],
        "Victim First Name": "Rosalind",
        "Victim Surname": "Quennell",
        "Victim DOB": "06/11/1979",
        "Marac Date": "26/06/2017",
    },
)


def saves_a_list(desk: Desk, marac: str, rows: list[dict[str, str]]) -> None:
    """An allocator brings a Marac's list; whoever is on it is compared at once."""
    desk.section("Marac lists")
    desk.follow("Import a list")
    desk.select("Whose list is it?", marac)
    file = {"name": "list.csv", "mimeType": "text/csv", "buffer": as_csv(rows)}
    desk.page.locator("input[type=file]").set_input_files(files=[file])
    desk.press("Upload and check")
    desk.follow("Confirm the ready rows")
    desk.press("Save the ready rows as hearings")


def opens_the_first_question(desk: Desk) -> None:
    desk.section("Who is who")
    tabs_to(desk, "Decide the first question")
    enters(desk)
    desk.is_at("Are these one person?")


def decides_by_keyboard(desk: Desk, *, downward: int, reason: str) -> None:
    """Choose a verdict with space and the arrow keys, type the reason, and send it."""
    tabs_to(desk, "Go to your decision")
    desk.page.keyboard.press("Enter")
    desk.page.keyboard.press("Tab")
    desk.page.keyboard.press("Space")
    for _step in range(downward):
        desk.page.keyboard.press("ArrowDown")
    desk.page.keyboard.press("Tab")
    desk.page.keyboard.type(reason)
    tabs_to(desk, "Save and show the next")
    enters(desk)


def reads_the_notice(desk: Desk) -> None:
    """A co-ordinator learns that he is known at the other site, and nothing else of it."""
    desk.open("/")
    desk.follow("Perpetrator also known in West Sussex")
    desk.is_at("Known at another site")
    desk.picture("how-to-identity-reviewer-5")
    desk.follow(f"Alexander {HIS_NAME}")
    page = desk.main.inner_text()
    assert "Survivor1" in page
    for hidden in ("Alex Fair", "Rosalind", "Quennell", "26 June 2017", "Serial"):
        assert hidden not in page
    desk.open("/")
    desk.follow("Perpetrator also known in West Sussex")
    desk.press("I have read this")
    assert "also known in" not in desk.main.inner_text()


def finds_him_by_a_short_form(desk: Desk, cast: Cast) -> None:
    desk.section("Find a person")
    desk.fill("Surname", HIS_NAME)
    desk.press("Find")
    desk.sees("There is a problem", "Enter the forename, or the date of birth")
    desk.fill("Forename", "Sandy")
    desk.press("Find")
    desk.sees("1 person found.", "Another form of the forename")
    assert cast.west_sussex.name not in desk.main.inner_text()
