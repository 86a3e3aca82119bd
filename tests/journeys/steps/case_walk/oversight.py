"""Supervision with something agreed, and a query about a record."""

from tests.journeys.desk import Desk
from tests.journeys.steps.case_walk.team import REFERENCE, opens_the_case, takes_up
from tests.journeys.steps.case_work import opens_a_tab

AGREED = "Ask the officer in charge whether he keeps away from her work."
ASKED = "Who said that he drinks, and when?"


def records_supervision(desk: Desk) -> None:
    """The service manager looks at the work: the relationship, the facts, what was agreed."""
    opens_the_case(desk)
    opens_a_tab(desk, "Supervision")
    desk.follow("Record supervision")
    desk.choose("What was this?", "Supervision")
    desk.fill("The relationship, before the facts", "She has no key to her own money.")
    desk.fill("What has happened, and how it reads against that", "He came once, and was polite.")
    desk.choose(
        "Check for collusion: what of this is seen in the work?",
        "Attendance is taken for change",
    )
    desk.fill(
        "If anything: what was seen, and what will be done differently",
        "One visit was taken for progress. The next note says what he does at home.",
    )
    desk.choose("Whose risk does what was agreed reduce?", "The victim-survivor's")
    desk.fill("Agreed, 1", AGREED)
    for part, number in (("day", "14"), ("month", "7"), ("year", "2017")):
        desk.type_into(f"due_1-{part}", number)
    desk.press("Save")
    desk.sees("Saved. What was agreed is now a task.", AGREED)
    desk.picture("how-to-service-manager-6")


def does_what_was_agreed(desk: Desk) -> None:
    """The case manager says what came of it."""
    takes_up(desk, "Do what was agreed in supervision")
    desk.follow(AGREED)
    desk.fill("What came of it?", "The officer saw him there once, and told him to leave.")
    desk.press("Save as done")
    desk.sees("Saved as done.", "The officer saw him there once")


def asks_about_an_answer(desk: Desk) -> None:
    """The practice adviser asks whether an answer of the intake assessment is right."""
    opens_the_case(desk)
    opens_a_tab(desk, "Assessments")
    desk.follow("Intake")
    desk.follow("Ask about an answer")
    desk.select("Which answer?", "Alcohol misuse: is there a need?")
    desk.fill("What do you ask?", ASKED)
    desk.picture("how-to-practice-adviser-4")
    desk.press("Ask")
    desk.sees("The case manager has been asked.")


def answers_the_query(desk: Desk) -> None:
    """The case manager answers."""
    takes_up(desk, "Answer a query about a record")
    desk.sees(ASKED)
    desk.fill("Your answer", "The police doctor, in the custody record of 3 May.")
    desk.press("Answer")
    desk.sees("Saved.")


def settles_the_query(desk: Desk) -> None:
    """The practice adviser reads the answer, and says how it ended."""
    desk.section("Queries")
    desk.sees("Answered")
    desk.follow(REFERENCE)
    desk.sees("The police doctor, in the custody record of 3 May.")
    desk.picture("how-to-practice-adviser-5")
    desk.choose("How did it end?", "The record was right as it was")
    desk.press("Resolve")
    desk.sees("Saved.")
