"""Opening, working and closing a Drive case."""

from playwright.sync_api import expect

from tests.journeys.desk import Desk

TABS = (
    *("Timeline", "Contact", "Strategy", "Clock", "Plan and facts", "Assessments", "Notes"),
    *("Documents", "Supervision", "People", "History", "Overview"),
)
UNPLANNED = "Not planned: it happened"


def opens_the_case_of(desk: Desk, name: str) -> None:
    """The service manager names a case manager and an Idva lead."""
    desk.section("Cases")
    desk.follow("new allocation")
    desk.picture("how-to-service-manager-1")
    desk.follow(name)
    desk.press("Open the case")
    desk.sees("There is a problem", "Choose a case manager")
    desk.choose("Case manager", "Case manager")
    desk.choose("IDVA lead", "Idva")
    desk.picture("how-to-service-manager-2")
    desk.press("Open the case")
    desk.sees("Case ES-0001 is open.", name)


def finds_the_case(desk: Desk, name: str) -> None:
    desk.section("Cases")
    desk.follow(name)
    desk.is_at("Overview")


def opens_a_tab(desk: Desk, name: str) -> None:
    desk.follow(name, within=desk.page.get_by_role("navigation", name="Case"), exact=True)


def looks_at_the_caseload(desk: Desk) -> None:
    desk.section("Cases")
    desk.picture("caseload")


def looks_at_every_tab(desk: Desk) -> None:
    for tab in TABS:
        opens_a_tab(desk, tab)
        desk.is_at("Contact strategy" if tab == "Strategy" else tab)


def types_part_of_a_note(desk: Desk, text: str) -> None:
    """The typing pauses, and what was typed is kept without a button."""
    opens_a_tab(desk, "Notes")
    desk.follow("Add a note")
    desk.page.get_by_label("What happened").press_sequentially(text)
    expect(desk.page.get_by_role("status").filter(has_text="Saved")).to_be_visible()


def finds_the_note_again_and_saves_it(desk: Desk, text: str) -> None:
    desk.sees("Unfinished")
    desk.picture("home-case-manager")
    desk.follow("A form that you began")
    expect(desk.page.get_by_label("What happened")).to_have_value(text)
    desk.choose("What was done", "Information requested")
    desk.choose("Was the service user present?", "Indirect")
    desk.picture("how-to-case-manager-2")
    desk.press("Save note and work")
    desk.sees("Note saved.", text)


def notes_what_the_victim_survivor_said(desk: Desk, text: str) -> None:
    opens_a_tab(desk, "Notes")
    desk.follow("Add a note")
    desk.fill("What happened", text)
    desk.select("Who told you?", "Victim-survivor")
    desk.press("Save note")
    desk.sees("Note saved.", text, "Sealed")


def records_an_attempt_then_a_contact(desk: Desk) -> None:
    opens_a_tab(desk, "Contact")
    desk.sees("Nobody has said why there has been no contact")
    _records(desk, reached="No", how="Telephone")
    _says_why_there_is_none(desk)
    _records(desk, reached="Yes", how="Face to face")


def _records(desk: Desk, *, reached: str, how: str) -> None:
    desk.follow("Record contact or attempt")
    desk.choose("Was the service user reached?", reached)
    desk.choose("How", how)
    desk.choose("Was it planned?", UNPLANNED)
    desk.press("Save contact")
    desk.sees("Contact saved.", how)


def _says_why_there_is_none(desk: Desk) -> None:
    desk.follow("Say why there is none")
    desk.choose("At which point?", "Intake")
    desk.choose("Why has there been no contact?", "Not safe to contact")
    desk.choose("Whose risk does waiting reduce?", "The victim-survivor's")
    desk.press("Save reason")
    desk.sees("Reason saved.", "Not safe to contact")


def assesses(desk: Desk, point: str, *, severity: str, day: str) -> None:
    """Some questions are answered; those that stay open get one reason."""
    opens_a_tab(desk, "Assessments")
    desk.follow(point)
    desk.is_at(f"Assessment: {point}")
    desk.follow("Needs")
    desk.answer("need_alcohol", "yes")
    desk.answer("need_housing", "no")
    desk.press("Save and continue")
    desk.is_at(f"{point}: Abuse")
    _rates(desk, severity)
    desk.press("Save and continue")
    desk.is_at(f"{point}: Risk")
    desk.answer("risk_level_children", "standard")
    desk.press("Save and continue")
    desk.is_at(f"{point}: Drive-DASH")
    desk.answer("dash_01", "yes" if severity != "none" else "no")
    desk.press("Save and continue")
    desk.is_at(f"{point}: Contact")
    desk.answer("contact_made", "yes")
    desk.answer("genuineness", "mixed")
    desk.press("Save and continue")
    desk.sees("How much is known", "What would complete this fastest")
    desk.follow("Check answers and submit")
    _submits(desk, day)


def _rates(desk: Desk, severity: str) -> None:
    desk.answer("used_physical", "yes" if severity != "none" else "no")
    if severity != "none":
        desk.answer("severity_physical", severity)
    desk.answer("used_jealous_controlling", "yes")
    # Somebody thinks better of it, but something cannot be both absent and severe.
    desk.answer("used_sexual", "yes")
    desk.answer("severity_sexual", "high")
    desk.answer("used_sexual", "no")
    desk.press("Save and continue")
    desk.sees("There is a problem", "choose ‘None’ here")
    desk.answer("severity_sexual", "none")


def _submits(desk: Desk, day: str) -> None:
    desk.press("Submit the assessment")
    desk.sees("There is a problem")
    desk.fill_date("Which day does this assessment speak of?", day)
    desk.select("One reason for every question that is still unanswered", "Asked, not known")
    desk.select("Who said so, for every answer that names nobody", "Police")
    desk.press("Submit the assessment")
    desk.sees("The assessment was submitted.", "Asked, not known")


def takes_the_case_on(desk: Desk, *, to: str) -> None:
    opens_a_tab(desk, "Overview")
    desk.follow("Change where the case stands")
    desk.choose("Where does the case stand now?", to)
    desk.press("Save")
    desk.sees("Saved where the case stands.")


def cannot_close_yet(desk: Desk) -> None:
    opens_a_tab(desk, "Overview")
    desk.follow("Close the case")
    desk.sees("The case cannot be closed yet.")


def closes_the_case(desk: Desk) -> None:
    opens_a_tab(desk, "Overview")
    desk.follow("Close the case")
    desk.choose("Why is the case closed?", "Completed")
    desk.press("Continue")
    desk.sees("There is a problem", "Say whose risk closing the case reduces")
    desk.choose("Whose risk does closing reduce?", "The victim-survivor's")
    desk.choose("Where does the work with the service user go on?", "Relapse prevention")
    desk.fill_date("When was the IDVA told that the case ends?", "20 4 2018")
    desk.fill("Who told the IDVA?", "The case manager")
    desk.fill("To whom were orders and levers handed over?", "There is none.")
    desk.press("Continue")
    desk.is_at("Check before closing")
    desk.press("Close the case")
    desk.sees("is closed.")
