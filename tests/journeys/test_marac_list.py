"""From a Marac list to a draw: the co-ordinator's and the allocator's day."""

from datetime import date
from pathlib import Path

from tests.cast import Cast
from tests.factories.allocation import ratio
from tests.factories.lists import as_csv, as_workbook, row
from tests.factories.people import Docket, Typed
from tests.journeys.conftest import Desks
from tests.journeys.desk import Desk
from tests.journeys.steps import drawing
from tests.journeys.steps.signing_in import signs_in

PHONE = {"width": 320, "height": 640}


def uploads(desk: Desk, content: bytes, name: str, folder: Path) -> None:
    """Somebody chooses a file and uploads it."""
    file = folder / name
    file.write_bytes(content)
    desk.section("Marac lists")
    desk.follow("Import a list")
    desk.page.locator("input[type=file]").set_input_files(file)
    desk.press("Upload and check")


def sees_why_a_list_cannot_be_read(desk: Desk, folder: Path) -> None:
    uploads(desk, b"%PDF-1.7", "minutes.csv", folder)
    desk.is_at("Import a list")
    desk.sees("There is a problem", "The file is a PDF")
    uploads(desk, as_csv([row()], ["Marac Date", "Perp First Name"]), "short.csv", folder)
    desk.sees("Could not be read", "Perpetrator date of birth", "Nothing of it was stored.")


def corrects_the_row(desk: Desk) -> None:
    desk.follow("Row 3")
    desk.sees("There is a problem", "February has no day 31")
    desk.picture("how-to-marac-coordinator-3")
    desk.fill("Perp D.O.B.", "28/02/1988")
    desk.press("Save the row")
    desk.sees("Row 3 is ready.")


def test_a_coordinator_imports_corrects_and_confirms_a_list(
    cast: Cast, at_desk: Desks, tmp_path: Path
) -> None:
    desk = signs_in(at_desk(), cast.coordinator)
    desk.unsaid = ["Perp1", "Survivor1"]
    desk.section("Marac lists")
    desk.picture("how-to-marac-coordinator-1")
    sees_why_a_list_cannot_be_read(desk, tmp_path)

    rows = [row(1), row(2, **{"Perp D.O.B.": "31/02/1988"}), row(1)]
    uploads(desk, as_workbook(rows), "june.xlsx", tmp_path)
    desk.is_at("Check the list")
    desk.sees("“Perp D.O.B.”: “31/02/1988” is not a date", "The same row stands twice in the list")
    desk.picture("how-to-marac-coordinator-2")
    corrects_the_row(desk)

    desk.follow("Row 4")
    desk.press("Take this row back")
    desk.sees("Row 4 is taken back. It stands as: set aside.")
    desk.follow("Confirm the ready rows")
    desk.sees("2 rows will be saved as hearings.", "whole or not at all")
    desk.picture("how-to-marac-coordinator-4")
    desk.press("Save the ready rows as hearings")
    desk.sees("Saved as a hearing", "2 rows")
    desk.follow("Hearing", within=desk.main)
    desk.sees("Core data", "Not asked", "Ex-partner")
    desk.picture("how-to-marac-coordinator-5")


def test_a_coordinator_enters_one_hearing_by_keyboard_on_a_phone(
    cast: Cast, at_desk: Desks
) -> None:
    desk = signs_in(at_desk(viewport=PHONE), cast.coordinator)
    desk.open("/referrals/")
    desk.fits()
    desk.follow("Enter one hearing")
    desk.fits()
    desk.picture("how-to-marac-coordinator-6")
    desk.press("Record the hearing")
    desk.sees("There is a problem", "Enter the hearing date")
    desk.fill_date("Hearing date", "12 6 2017")
    for whom, forename in (("Perpetrator", "Alex"), ("Victim-survivor", "Sam")):
        desk.fill(f"{whom}'s forename", forename)
        desk.fill(f"{whom}'s surname", "Synthetic")
    desk.fill_date("Perpetrator's date of birth (optional)", "1 2 1980")
    desk.choose("What the perpetrator is to the victim-survivor", "Ex-partner")
    desk.select("Use one reason for every question left unanswered here", "Asked, not known")
    button = desk.page.get_by_role("button", name="Record the hearing")
    button.focus()
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Enter")
    desk.check()
    desk.sees("The hearing is recorded.", "Alex Synthetic, born 1 February 1980", "Ex-partner")
    desk.fits()
    desk.follow("Back")
    desk.fill("Surname of one of the two people", "synthetic")
    desk.press("Search")
    desk.sees("Alex Synthetic", "Showing 1 to 1 of 1")
    desk.fits()


def test_a_coordinator_is_shown_who_is_on_record_before_anybody_is_made(
    cast: Cast, at_desk: Desks
) -> None:
    him = Docket(cast).he(Typed("Alex", "Synthetic", date(1980, 2, 1)))
    desk = signs_in(at_desk(viewport=PHONE), cast.coordinator)
    desk.open("/referrals/hearings/new/")
    desk.fill_date("Hearing date", "26 6 2017")
    for whom, forename in (("Perpetrator", "Alec"), ("Victim-survivor", "Sam")):
        desk.fill(f"{whom}'s forename", forename)
        desk.fill(f"{whom}'s surname", "Synthetic")
    desk.fill_date("Perpetrator's date of birth (optional)", "2 1 1980")
    desk.select("Use one reason for every question left unanswered here", "Asked, not known")
    desk.press("Record the hearing")
    desk.sees("Nothing is recorded yet.", "Alex Synthetic, born on 1 February 1980")
    desk.sees("a short form or initial of the same first name", "the other way round")
    desk.fits()
    desk.choose(
        "Is the perpetrator one of these people?", "Alex Synthetic, born on 1 February 1980"
    )
    upper = desk.page.get_by_role("button", name="Record the hearing").first
    upper.focus()
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Enter")
    desk.check()
    desk.sees("The hearing is recorded.", "Alex Synthetic, born 1 February 1980")
    assert him.mentions.count() == 2


def sets_a_design_in_time(desk: Desk) -> None:
    """The first day that is tried comes too late, the second does not."""
    drawing.cannot_set_a_design_that_comes_too_late(desk, starts_on="1 5 2017")
    desk.picture("how-to-allocator-4")
    desk.fill_date("First day", "1 8 2017")
    desk.press("Set the design")
    desk.sees("The design is set.", "1 August 2017")


def test_an_allocator_brings_a_list_locks_a_batch_and_reads_the_log(
    cast: Cast, at_desk: Desks, tmp_path: Path
) -> None:
    ratio(cast)
    desk = signs_in(at_desk(), cast.allocator)
    desk.section("Marac lists")
    desk.follow("Import a list")
    file = tmp_path / "list.csv"
    early = row(3, **{"Marac Date": "01/02/2016"})
    again = row(2, **{"Marac Date": "26/06/2017"})
    file.write_bytes(as_csv([row(1), row(2), again, early], delimiter=";", encoding="cp1252"))
    desk.select("Whose list is it?", "Essex Marac (Essex)")
    desk.page.locator("input[type=file]").set_input_files(file)
    desk.press("Upload and check")
    desk.follow("Confirm the ready rows")
    desk.press("Save the ready rows as hearings")

    desk.section("Allocation")
    desk.sees("4 hearings", "1 Drive to 8 control since 1 April 2016")
    drawing.checks_and_locks(desk, said="2 hearings locked. 1 hearing excluded.")
    drawing.enters_the_salt(signs_in(at_desk(), cast.second_allocator), said="2 perpetrators drawn")
    drawing.reads_the_log(desk, "before the trial's start", "Drawn here")

    sets_a_design_in_time(desk)
    phone = signs_in(at_desk(viewport=PHONE), cast.allocator)
    phone.open("/allocation/log/?site=essex&outcome=allocated")
    phone.sees("Showing 1 to 2 of 2")
    phone.fits()
