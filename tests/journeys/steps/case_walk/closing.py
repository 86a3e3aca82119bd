"""A step-down, the end of the case, and what comes in afterwards."""

from tests.journeys.desk import Desk
from tests.journeys.steps.case_walk.team import HIS_NAME, REFERENCE, opens_the_case, takes_up
from tests.journeys.steps.case_work import opens_a_tab

LATE = "His new address is in the next street to hers."


def proposes_a_step_down(desk: Desk) -> None:
    """The case manager proposes less work, with the case open for some months more."""
    opens_a_tab(desk, "Clock")
    desk.sees("The months count from", "14 April 2018")
    desk.follow("Propose a change")
    desk.choose("What do you propose?", "Step-down")
    desk.fill("For how many months?", "2")
    desk.fill("Reason", "He keeps to the order, and goes to a programme.")
    desk.choose("Whose risk does this reduce?", "The victim-survivor's")
    desk.press("Propose")
    desk.sees("Proposed. The service manager decides.", "Step-down, 2 months")


def approves_it(desk: Desk) -> None:
    """The service manager approves."""
    takes_up(desk, "Decide on an extension, step-down or early closure")
    desk.follow("Decide")
    desk.sees("He keeps to the order")
    desk.choose("Do you approve?", "Yes")
    desk.press("Save decision")
    desk.sees("Decision saved.", "Approved", "14 May 2018 (at first 14 April 2018)")
    desk.picture("how-to-service-manager-7")


def cannot_close_it(desk: Desk) -> None:
    """The case manager sees what is still open, or that it is the service manager who closes."""
    opens_a_tab(desk, "Overview")
    desk.follow("Close the case")
    desk.sees("Nothing is open. The service manager can close the case.")


def closes_it(desk: Desk) -> None:
    """The service manager closes the case: whose risk, where the work goes on, who was told."""
    opens_the_case(desk)
    desk.follow("Close the case")
    desk.choose("Why is the case closed?", "Completed")
    desk.choose("Whose risk does closing reduce?", "The victim-survivor's")
    desk.choose("Where does the work with the service user go on?", "Relapse prevention")
    desk.fill_date("Referred there on", "10 5 2018")
    desk.fill_date("When was the IDVA told that the case ends?", "10 5 2018")
    desk.fill("Who told the IDVA?", "The case manager")
    desk.fill("To whom were orders and levers handed over?", "The offender manager, all of them.")
    desk.press("Continue")
    desk.is_at("Check before closing")
    desk.picture("how-to-service-manager-8")
    desk.press("Close the case")
    desk.sees(f"Case {REFERENCE} is closed.")


def opens_the_closed_case(desk: Desk) -> None:
    """A closed case stands apart from the open ones."""
    desk.section("Cases")
    desk.follow("Closed", exact=True)
    desk.follow(HIS_NAME)
    desk.is_at("Overview")
    desk.sees("Closed")


def reads_it_from_the_beginning(desk: Desk) -> None:
    """The timeline tells everything; major events alone make it short."""
    opens_a_tab(desk, "Timeline")
    desk.sees("Everything, the newest first")
    desk.unfold("Filter the timeline")
    desk.choose("How much", "Major events only")
    desk.press("Apply filters")
    desk.sees("Contact strategy, version 1: agreed")
    desk.does_not_see("called to the house four times")


def prints_it(desk: Desk) -> None:
    """What came from the victim-survivor and the Idva is left out of the sheet."""
    opens_a_tab(desk, "Timeline")
    desk.picture("how-to-case-manager-9")
    desk.follow("Print", exact=True)
    desk.choose("What is to be printed?", "The timeline with every note")
    desk.fill("For whom?", "The offender manager")
    desk.fill("What for?", "To go on with relapse prevention")
    desk.press("Make the sheet")
    desk.is_at(f"Case {REFERENCE}")
    desk.sees("For: The offender manager.", "called to the house four times")
    desk.does_not_see("moved her to a friend", "before her locks are changed")
    desk.follow("Back to the case")


def adds_what_came_late(desk: Desk) -> None:
    """What the case manager learns now waits for the service manager, and reopens nothing."""
    opens_a_tab(desk, "Clock")
    desk.follow("Add late information")
    desk.fill("What did you learn?", LATE)
    desk.select("Who told you?", "Police")
    desk.press("Save")
    desk.sees("The service manager reads it within a working day.", LATE)


def decides_on_what_came_late(desk: Desk) -> None:
    """The service manager passes it on; the case stays closed."""
    takes_up(desk, "Read what came in after closing")
    desk.sees(LATE)
    desk.picture("how-to-service-manager-9")
    desk.follow("Decide on what came in")
    desk.choose("What do you decide?", "Passed on")
    desk.fill("To whom?", "The officer in charge")
    desk.fill("Reason", "She has to know today.")
    desk.press("Save decision")
    desk.sees("Decision saved.", "Passed on", "The officer in charge")
    opens_a_tab(desk, "Overview")
    desk.sees("Closed")
