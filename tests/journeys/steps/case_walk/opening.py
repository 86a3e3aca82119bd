"""A waiting allocation becomes a case, and the research begins."""

from tests.journeys.desk import Desk
from tests.journeys.steps.case_walk.team import HIS_NAME, REFERENCE, opens_the_case
from tests.journeys.steps.case_work import opens_a_tab, takes_the_case_on


def opens_it(desk: Desk) -> None:
    """The service manager names a case manager and an Idva lead."""
    desk.section("Cases")
    desk.follow("1 new allocation")
    desk.sees("Waiting for a case", "14 June 2017")
    desk.follow(HIS_NAME)
    desk.choose("Case manager", "Case manager")
    desk.choose("IDVA lead", "Idva")
    desk.press("Open the case")
    desk.sees(f"Case {REFERENCE} is open.", HIS_NAME, "Allocated")


def begins_research(desk: Desk) -> None:
    """The case manager finds the new case, logs a call, and notes where he stays."""
    opens_the_case(desk)
    desk.sees("What needs doing next", "Intake")
    takes_the_case_on(desk, to="Research")
    desk.follow("Telephone call", within=desk.page.get_by_role("navigation", name="Log work"))
    desk.fill("What happened", "The police have been called to the house four times since May.")
    desk.select("With whom?", "Police")
    desk.fill("Minutes", "15")
    desk.picture("how-to-case-manager-3")
    desk.press("Save note")
    desk.sees("Note saved.", "Log another")
    opens_a_tab(desk, "Notes")
    desk.sees("called to the house four times", "15 minutes")


def finds_that_it_is_stalking(desk: Desk) -> None:
    """The case is put on the stalking pathway, which the practice adviser reviews."""
    opens_a_tab(desk, "Plan and facts")
    desk.follow("Pathways", exact=True)
    desk.follow("Add a pathway")
    desk.choose("Which pathway?", "Stalking")
    desk.fill("What else is there to say?", "He waits outside her work.")
    desk.press("Save")
    desk.sees("Saved.", "Stalking")


def reviews_the_pathway(desk: Desk) -> None:
    """The practice adviser reviews a case on the stalking pathway."""
    desk.picture("how-to-practice-adviser-1")
    desk.follow(f"{REFERENCE}: Review a case on the stalking pathway")
    desk.follow("Reviews of a pathway")
    desk.follow("Review a pathway")
    desk.select("Which pathway?", "Stalking, 30 June 2017")
    desk.choose("What do you find?", "Go on as planned")
    desk.fill("Why, and what follows?", "The police lead on stalking is to be asked first.")
    desk.picture("how-to-practice-adviser-3")
    desk.press("Save")
    desk.sees("Saved.", "The police lead on stalking")
