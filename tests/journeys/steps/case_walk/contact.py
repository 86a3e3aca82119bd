"""The first planned contact, and a hold on direct work for criminal proceedings."""

from tests.journeys.desk import Desk
from tests.journeys.steps.case_walk.team import opens_the_case, takes_up
from tests.journeys.steps.case_work import opens_a_tab, takes_the_case_on


def plans_and_makes_contact(desk: Desk) -> None:
    """The case manager plans a contact under the strategy, and records that it came about."""
    desk.follow("Plan a contact")
    desk.fill_date("On which day?", "30 6 2017")
    desk.choose("How", "Face to face")
    desk.choose("Where?", "Probation office")
    desk.press("Plan the contact")
    desk.sees("Planned. The IDVA lead sees it on her page.", "30 June 2017: face to face")
    takes_the_case_on(desk, to="Active")
    opens_a_tab(desk, "Contact")
    desk.follow("Record contact or attempt")
    desk.choose("Was the service user reached?", "Yes")
    desk.choose("How", "Face to face")
    desk.choose("Was it planned?", "Planned, under the agreed strategy")
    desk.fill("What happened", "He came, and listened.")
    desk.press("Save contact")
    desk.sees("Contact saved.", "Face to face", "Reached, planned")


def proposes_a_hold(desk: Desk) -> None:
    """The case manager asks for direct work to rest while proceedings go on."""
    opens_a_tab(desk, "Strategy")
    desk.follow("Propose a criminal-justice hold")
    desk.fill("Which proceedings?", "Assault, Crown Court")
    desk.choose("How far have they come?", "Waiting for trial")
    desk.fill("Why should direct work rest in this case?", "The trial is in five weeks.")
    desk.fill("Evidence", "Listed for 4 August 2017.")
    desk.fill("The risk that engagement is used in court", "The defence may use his attendance.")
    desk.choose("Whose risk does a hold reduce?", "The victim-survivor's")
    desk.press("Propose the hold")
    desk.sees("Proposed. The service manager decides.", "Criminal-justice hold: proposed")


def puts_it_on_hold(desk: Desk) -> None:
    """The service manager puts direct work on hold until a day of review."""
    takes_up(desk, "Decide on a proposed hold")
    desk.follow("Decide on the hold")
    desk.choose("What do you decide?", "Put direct work on hold until the day of review")
    desk.fill_date("Review on", "11 8 2017")
    desk.picture("how-to-service-manager-4")
    desk.press("Save decision")
    desk.sees("Decision saved.", "Criminal-justice hold: in force", "review 11 August 2017")


def sees_the_hold(desk: Desk) -> None:
    """The case manager sees that no contact may be planned while the case is on hold."""
    opens_the_case(desk)
    desk.sees("On hold")
    opens_a_tab(desk, "Strategy")
    desk.sees("No contact may be planned now", "Direct work is on hold for criminal proceedings.")


def lifts_the_hold(desk: Desk) -> None:
    """The day of review has passed, and the service manager lifts the hold."""
    desk.sees("Overdue since 11 August 2017")
    desk.picture("how-to-service-manager-3")
    takes_up(desk, "Review a criminal-justice hold")
    desk.sees("to be reviewed since 11 August 2017")
    desk.follow("Review the hold")
    desk.choose("What do you decide?", "Lift the hold: direct work goes on")
    desk.fill("Reason", "He was sentenced on 9 August.")
    desk.press("Save decision")
    desk.sees("Decision saved.", "Criminal-justice hold: lifted")
