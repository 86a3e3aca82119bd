"""The allocator sets a design, checks and locks a batch; a second person's salt draws it."""

from tests.journeys.desk import Desk
from tests.journeys.steps.signing_in import enters_the_password_again

SALT = "three dice: 4 1 6 2 5"


def activates_the_trial(desk: Desk) -> None:
    """The seed is made and sealed; the password is asked for again."""
    desk.section("Allocation")
    desk.follow("Designs")
    desk.sees("No trial runs.")
    desk.follow("Activate a trial")
    enters_the_password_again(desk)
    desk.press("Activate the trial")
    desk.sees("The trial is activated.", "Sealed until the trial is closed")


def sets_a_ratio(desk: Desk, *, starts_on: str, control: int) -> None:
    opens_the_form_of_a_design(desk)
    desk.select("Site", "Essex")
    desk.fill_date("First day", starts_on)
    desk.choose("How perpetrators come to Drive", "Drawn from permuted blocks")
    desk.fill("Places in Drive", "1")
    desk.fill("For how many in the control arm", str(control))
    desk.press("Set the design")
    desk.sees("The design is set.", f"1 : {control}", "What could be foreseen")


def opens_the_form_of_a_design(desk: Desk) -> None:
    desk.section("Allocation")
    desk.follow("Designs")
    desk.follow("Set a design")


def cannot_set_a_design_that_comes_too_late(desk: Desk, *, starts_on: str) -> None:
    opens_the_form_of_a_design(desk)
    desk.select("Site", "Essex")
    desk.fill_date("First day", starts_on)
    desk.press("Set the design")
    desk.sees("There is a problem", "before its hearings are known")


def checks_and_locks(desk: Desk, *, said: str) -> None:
    """Who is drawn and who is not is seen before anything happens."""
    desk.section("Allocation")
    desk.follow("Check and lock a batch")
    desk.sees("Will be locked and drawn")
    desk.press("Lock the batch")
    desk.sees(said, "You locked this batch", "waiting for the salt of a second person")


def records_an_exclusion(desk: Desk, name: str) -> None:
    """Nobody is left to be drawn, but it is recorded that somebody came back."""
    desk.section("Allocation")
    desk.follow("Check and lock a batch")
    desk.sees("Nobody will be drawn.", "Will be excluded, and recorded", name)
    desk.press("Record the exclusions")
    desk.sees("1 hearing excluded.")


def enters_the_salt(desk: Desk, *, said: str) -> None:
    """The second person draws."""
    desk.section("Allocation")
    desk.follow("Salts")
    desk.follow("Enter the salt and draw")
    desk.fill("Salt", SALT)
    desk.press("Draw")
    desk.sees(said)


def reads_the_log(desk: Desk, *texts: str) -> None:
    desk.section("Allocation")
    desk.follow("Allocation log")
    desk.is_at("Allocation log")
    desk.sees(*texts)


def sees_the_arms_and_the_repeat(desk: Desk, *, repeated: str) -> None:
    reads_the_log(desk, "Drive", "Control")
    rows = desk.main.get_by_role("row").filter(has_text=repeated)
    assert rows.count() == 2
    assert "already allocated" in " ".join(rows.all_inner_texts())
