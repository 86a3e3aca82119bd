"""A contact strategy: written, consulted on, heard on, and agreed to."""

from tests.journeys.desk import Desk
from tests.journeys.steps.case_walk.team import opens_the_case, takes_up
from tests.journeys.steps.case_work import opens_a_tab, takes_the_case_on

HER_VIEW = "She wants it, and not before her locks are changed."
WORDS = {
    "The pattern of the stalking": "He waits outside her work and writes to her sister.",
    "What will be said": "That Drive works with him on his behaviour.",
    "Where the information is said to come from": "The police record of his arrest.",
    "Risks": "He may blame her for the visit.",
    "Safety measures": "The IDVA is told before and after.",
    "When contact stops": "When he asks who said so.",
}


def writes_it(desk: Desk) -> None:
    """The case manager writes a version for stalking."""
    takes_the_case_on(desk, to="Contact strategy")
    opens_a_tab(desk, "Strategy")
    desk.sees("No contact may be planned now", "There is no contact strategy yet.")
    desk.follow("Write a version")
    desk.choose("Template", "Stalking")
    desk.choose("On which way does the first contact come about?", "Probation appointment")
    desk.choose("Where?", "Probation office")
    for label, words in WORDS.items():
        desk.fill(label, words)
    desk.fill_date("Review on", "22 9 2017")
    desk.press("Save as a draft version")
    desk.sees("Version saved.", "Draft, 30 June 2017")
    desk.follow("Version 1")
    desk.sees("He waits outside her work")


def consults(desk: Desk) -> None:
    """The case manager sends it to those who are consulted, and keeps what she thinks of it."""
    desk.follow("Send to those who are consulted")
    for role in ("Offender manager", "Officer in charge"):
        desk.choose(role, "Asked")
        desk.fill("Who is asked?", f"The {role.lower()}", within=desk.group(role))
    desk.choose("Children's services", "Not applicable")
    within = desk.group("Children's services")
    desk.fill("Why is nobody asked?", "There are no children.", within=within)
    desk.press("Send")
    desk.sees("Sent. The IDVA lead finds it on her first page.", "Waiting since today")
    desk.follow("Record what the victim-survivor knows and thinks")
    desk.choose(
        "Was the victim-survivor told that Drive works with the service user?",
        "She or he was told",
    )
    desk.fill_date("If told: when", "28 6 2017")
    desk.fill("If told: by whom", "Her IDVA")
    desk.type_into("view-value", HER_VIEW)
    desk.press("Save")
    desk.sees("Saved.", HER_VIEW)
    desk.follow("Record the reply: Offender manager")
    desk.choose("View", "Supports it")
    desk.press("Save reply")
    desk.sees("Reply saved.", "Supports it")
    desk.picture("how-to-case-manager-4")


def replies(desk: Desk) -> None:
    """The Idva who leads says what she thinks of it."""
    takes_up(desk, "Answer a consultation on a contact strategy")
    desk.follow("Version 1")
    desk.follow("Give your reply")
    desk.choose("View", "Supports it")
    desk.fill("What was said", "The locks are changed on Monday.")
    desk.press("Save reply")
    desk.sees("Reply saved.", "The locks are changed on Monday.")


def agrees(desk: Desk) -> None:
    """Somebody who has to agree reads it and does."""
    takes_up(desk, "Decide on a contact strategy")
    desk.follow("Version 1")
    desk.sees("The locks are changed on Monday.", HER_VIEW)
    desk.follow("Agree or not")
    desk.choose("Do you agree to this strategy?", "Yes")
    desk.press("Save decision")
    desk.sees("Decision saved.", "Agreed:")


def contact_may_be_planned(desk: Desk) -> None:
    """Both have agreed: the case manager sees it, and the case becomes active."""
    opens_the_case(desk)
    opens_a_tab(desk, "Strategy")
    desk.sees("Contact may be planned", "Agreed, 30 June 2017")
    desk.picture("how-to-case-manager-5")
