"""Assessments from point to point, who accepts them, and a rise on its way."""

from playwright.sync_api import expect

from drive.web.core.clock import today
from drive.web.design_system.presenters import date_in_words
from tests.journeys.desk import Desk
from tests.journeys.steps.case_walk.team import opens_the_case, takes_up
from tests.journeys.steps.case_work import opens_a_tab


def assesses_again(desk: Desk, point: str, *, severity: str, rises: bool = False) -> None:
    """A later point: physical abuse as it is now, and one reason for what is not known."""
    opens_a_tab(desk, "Assessments")
    due = f"Due {date_in_words(today())}"
    expect(desk.main.get_by_role("listitem").filter(has_text=point)).to_contain_text(due)
    desk.follow(point)
    desk.follow("Abuse")
    desk.answer("used_physical", "no" if severity == "none" else "yes")
    if severity != "none":
        desk.answer("severity_physical", severity)
    if rises:
        desk.answer("rise_basis_physical", "newly_happened")
        desk.picture("how-to-case-manager-6")
    desk.press("Save and come back later")
    desk.follow("Check answers and submit")
    desk.select("One reason for every question that is still unanswered", "Asked, not known")
    desk.select("Who said so, for every answer that names nobody", "Police")
    desk.press("Submit the assessment")
    desk.sees("The assessment was submitted.", "Asked, not known")


def accepts(desk: Desk, point: str) -> None:
    """The service manager looks at an assessment and accepts it."""
    takes_up(desk, "Check and accept an assessment")
    desk.follow(point)
    desk.follow("Accept or return")
    desk.choose("What do you decide?", "Accept: it is locked, and corrected only by a new version")
    desk.press("Save the decision")
    desk.sees("The decision was saved.", "Accepted")


def reviews_the_rise(desk: Desk) -> None:
    """The service manager says what was found about a rise, and what is done."""
    takes_up(desk, "Review a rise in abuse or risk")
    desk.sees("Physical abuse: from moderate to high", "Not yet reviewed")
    desk.follow("Review")
    desk.fill("What did you find?", "The police were called twice in August.")
    desk.fill("What is done about it, by whom and by when?", "Back to the Marac on Friday.")
    desk.choose("Whose risk does that reduce?", "The victim-survivor's")
    desk.picture("how-to-service-manager-5")
    desk.press("Save the review")
    desk.sees("The review was saved.", "Reviewed")


def reads_of_the_rise(desk: Desk) -> None:
    """The Idva learns of it on the same day, without what the service manager wrote."""
    desk.follow("Read about a rise in abuse or risk")
    desk.sees("Physical abuse: from moderate to high")
    desk.does_not_see("The police were called twice")
    desk.follow("Note that you have read of it")
    desk.press("I have read of it")
    desk.sees("Noted that you have read of it.")


def sees_how_it_has_gone(desk: Desk) -> None:
    """The case manager looks at what was assessed, drawn and in words."""
    opens_the_case(desk)
    opens_a_tab(desk, "Assessments")
    desk.follow("How it has gone")
    desk.sees("Physical abuse", "Moderate", "High", "in words")
    desk.picture("how-to-case-manager-8")
