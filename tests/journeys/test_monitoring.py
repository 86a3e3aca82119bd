"""Watching over the trial: its flow, its groups, its balance, and the places that set a ratio."""

from drive.vocabulary.allocation import Arm
from drive.web.casework.actions import open_case
from tests.cast import NOW, Cast
from tests.factories.allocation import allocation, ratio
from tests.journeys.conftest import Desks
from tests.journeys.desk import Desk
from tests.journeys.steps.signing_in import enters_the_password_again, signs_in

PHONE = {"width": 320, "height": 640}


def test_a_trial_is_watched_over_by_keyboard(cast: Cast, at_desk: Desks) -> None:
    ratio(cast)
    for number in range(1, 13):
        made = allocation(cast, number, arm=Arm.DRIVE if number < 3 else Arm.CONTROL)
        if made.arm == Arm.DRIVE:
            open_case(
                allocation=made,
                case_manager=cast.case_manager,
                idva_lead=cast.idva,
                opened_on=made.allocated_on,
                by=cast.service_manager,
                now=NOW,
            )
    evaluator = signs_in(at_desk(), cast.evaluator)
    reads_the_flow_and_takes_it_along(evaluator)
    manager = signs_in(at_desk(), cast.service_manager)
    tries_numbers_and_records_the_places(manager)
    allocator = signs_in(at_desk(), cast.allocator)
    sees_the_upper_half_and_goes_to_set_the_ratio(allocator)
    fits_a_phone(signs_in(at_desk(viewport=PHONE), cast.service_manager))


def reads_the_flow_and_takes_it_along(desk: Desk) -> None:
    desk.section("Monitoring")
    desk.is_at("Participant flow")
    desk.sees("Drive: allocated 2", "Control: allocated 10", "imported without the sequence")
    desk.picture("how-to-monitoring-1")
    desk.follow("Six groups")
    desk.sees("Victim-survivors not with an IDVA")
    desk.follow("Balance")
    desk.sees("No test of baseline balance is made", "Imported from the past")
    desk.follow("Participant flow")
    desk.follow("Download")
    enters_the_password_again(desk)
    desk.press("Download")
    desk.sees("There is a problem", "Choose a file")
    desk.choose("Which file?", "Text, with small numbers suppressed")
    desk.fill("Who are the files for?", "R. Reader, Somewhere")
    desk.fill("What are they for?", "A talk")
    with desk.page.expect_download() as download:
        desk.page.get_by_role("button", name="Download").click()
    assert download.value.suggested_filename == "flow-summary.txt"


def tries_numbers_and_records_the_places(desk: Desk) -> None:
    desk.section("Monitoring")
    desk.follow("Places")
    _by_keyboard(desk, "Essex", "link")
    desk.is_at("Places at Essex")
    _types(desk, "expected", "-3")
    desk.sees("There is a problem", "Enter 0 or more")
    _types(desk, "expected", "342")
    desk.sees("With 38 places for 342 draws expected", "1 Drive to 8 control")
    desk.picture("how-to-monitoring-2")
    _by_keyboard(desk, "Record these places", "button")
    desk.sees("The places are recorded.", "Places recorded")


def _by_keyboard(desk: Desk, text: str, role: str) -> None:
    desk.main.get_by_role(role, name=text).first.focus()  # type: ignore[arg-type]
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Enter")
    desk.check()


def _types(desk: Desk, name: str, text: str) -> None:
    box = desk.page.locator(f"#id_{name}")
    box.focus()
    desk.page.keyboard.press("Control+A")
    desk.page.keyboard.type(text)
    with desk.page.expect_navigation():
        desk.page.keyboard.press("Enter")
    desk.check()


def sees_the_upper_half_and_goes_to_set_the_ratio(desk: Desk) -> None:
    desk.section("Monitoring")
    desk.sees("Drive: allocated 2", "It ends at the arms")
    desk.does_not_see("Received what was allocated", "Lost to follow-up")
    desk.follow("Places")
    desk.follow("Essex")
    desk.sees("Case manager 1")
    desk.does_not_see("Other case manager")
    _types(desk, "expected", "342")
    desk.follow("Set this ratio")


def fits_a_phone(desk: Desk) -> None:
    for path in ("flow/", "groups/", "balance/", "places/", "places/essex/"):
        desk.open(f"/monitoring/{path}")
        desk.fits()
