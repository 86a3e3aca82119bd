"""What a case is worked with: a lever, an order and a risk event."""

from tests.journeys.desk import Desk
from tests.journeys.steps.case_work import opens_a_tab


def keeps_a_lever(desk: Desk) -> None:
    """A condition of his licence holds him to it."""
    _adds(desk, "Levers", "Add a lever")
    desk.choose("What kind of lever is it?", "Sentence plan or licence")
    desk.select("Which agency stands behind it?", "Probation: National Probation Service")
    desk.fill("In which words?", "Not to go within 100 metres of her work.")
    desk.fill("What follows if it is not kept?", "Recall to prison.")
    desk.press("Save")
    desk.sees("Saved.", "Sentence plan or licence")


def keeps_an_order(desk: Desk) -> None:
    """A court has made an order."""
    _adds(desk, "Orders and licence conditions", "Add an order or condition")
    desk.select("What kind of order or condition?", "Restraining order")
    desk.fill("Which court or agency made it?", "Crown Court")
    desk.fill("Terms", "No contact, also through others.")
    desk.press("Save")
    desk.sees("Saved.", "Restraining order")


def keeps_a_risk_event(desk: Desk) -> None:
    """He was arrested; what the Idva told of it is kept sealed."""
    _adds(desk, "Risk events", "Add a risk event")
    desk.choose("What happened?", "Arrest")
    desk.fill("What was done about it?", "The IDVA moved her to a friend.")
    desk.select("Who told you?", "IDVA")
    desk.press("Save")
    desk.sees("Saved.", "Arrest")
    opens_a_tab(desk, "Plan and facts")
    desk.sees("How things stand", "Sentence plan or licence", "Restraining order")
    desk.picture("how-to-case-manager-7")


def _adds(desk: Desk, register: str, adding: str) -> None:
    opens_a_tab(desk, "Plan and facts")
    desk.follow(register, exact=True)
    desk.follow(adding)
