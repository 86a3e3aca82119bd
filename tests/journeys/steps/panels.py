"""A service manager opens a panel, writes down what it says, and settles it."""

from tests.journeys.desk import Desk
from tests.journeys.steps.keyboard import enters, tabs_to

REASON = "Three calls to the police this month, each worse than the one before."


def opens_a_panel(desk: Desk, *, places: str) -> None:
    """The panel of the day, with who takes part and how many places are free."""
    desk.section("Panels")
    desk.sees("What waits for a panel")
    desk.follow("Open a panel")
    desk.select("Site", "Essex")
    for agency in ("Police", "Drive provider", "IDVA service"):
        desk.choose("Who takes part?", agency)
    desk.fill("Free places in Drive", "-1")
    desk.press("Open the panel")
    desk.sees("There is a problem", "There are no places below zero.")
    desk.fill("Free places in Drive", places)
    desk.press("Open the panel")
    desk.sees("The panel is open.")


def selects_by_keyboard(desk: Desk) -> None:
    """Choose the first verdict and the first criterion, type the reason, and send it."""
    tabs_to(desk, "Selected")
    desk.page.keyboard.press("Space")
    tabs_to(desk, "High risk of serious harm")
    desk.page.keyboard.press("Space")
    tabs_to(desk, "Why?")
    desk.page.keyboard.type(REASON)
    tabs_to(desk, "Record what the panel says")
    enters(desk)
    desk.sees("What the panel says is recorded.")


def says(desk: Desk, verdict: str, *criteria: str) -> None:
    """Write down what the panel says of the hearing that is open."""
    desk.choose("What does the panel say?", verdict)
    for each in criteria:
        desk.choose("Which criteria does he meet?", each)
    desk.fill("Why?", REASON)
    desk.press("Record what the panel says")
    desk.sees("What the panel says is recorded.")


def settles(desk: Desk) -> None:
    """Check what will happen, and settle."""
    desk.follow("Settle the panel")
    desk.sees("a lottery decides", "33.3%")
    desk.picture("how-to-panel-3")
    desk.press("Settle the panel")
    desk.sees("The panel is settled.", "The lottery waits for its draw.")
