"""A panel selects more than there are places, a lottery decides, and the service can be judged."""

from drive.vocabulary.allocation import Arm
from drive.web.allocation.models import Allocation
from drive.web.panels.models import Panel
from tests.cast import Cast
from tests.factories.panels import service_mode
from tests.factories.referrals import hearings
from tests.journeys.conftest import Desks
from tests.journeys.desk import Desk
from tests.journeys.steps import panels as steps
from tests.journeys.steps.signing_in import signs_in

PHONE = {"width": 320, "height": 640}
NAMES = ["Perpetrator", "Synthetic"]


def test_a_panel_selects_and_a_lottery_gives_out_its_place(cast: Cast, at_desk: Desks) -> None:
    service_mode(cast)
    hearings(cast, range(1, 6))
    manager = signs_in(at_desk(), cast.service_manager)
    manager.unsaid = NAMES
    manager.sees("Essex: before the next panel: 5 hearings")
    steps.opens_a_panel(manager, places="1")
    speaks_of_each(manager)
    steps.settles(manager)

    allocator = signs_in(at_desk(), cast.allocator)
    allocator.section("Panels")
    allocator.follow("30 June 2017")
    allocator.follow("Open the page on which it is drawn")
    allocator.follow("Enter the salt and draw")
    allocator.fill("Salt", "three dice: 4 1 6 2 5")
    allocator.press("Draw")

    reads_what_came_of_it(manager)
    fits_a_phone(signs_in(at_desk(viewport=PHONE), cast.service_manager))
    assert [each.arm for each in Allocation.objects.all()] == [Arm.DRIVE]


def speaks_of_each(desk: Desk) -> None:
    desk.picture("how-to-panel-1")
    desk.follow("Perpetrator1 Synthetic")
    desk.picture("how-to-panel-2")
    steps.selects_by_keyboard(desk)
    desk.is_at("A hearing before the panel")
    steps.says(desk, "Selected", "Serial: abuse of more than one victim-survivor")
    steps.says(desk, "Selected", "Children are at risk")
    steps.says(desk, "Not selected")
    desk.follow("Leave it")
    desk.sees("Selected", "Not selected", "Nothing yet")


def reads_what_came_of_it(desk: Desk) -> None:
    desk.section("Panels")
    desk.follow("30 June 2017")
    desk.sees(
        "The lottery is drawn: 1 of 3 perpetrators have a place.",
        "Not drawn: stays with the usual services",
        "Waits for the next panel",
    )
    desk.does_not_see("Control", "Open the page on which it is drawn")
    desk.picture("how-to-panel-4")
    desk.section("Panels")
    desk.follow("What the lotteries allow")
    desk.sees("33.3%", "each perpetrator in his first lottery only")
    desk.picture("how-to-panel-5")


def fits_a_phone(desk: Desk) -> None:
    panel = Panel.objects.get()
    entry = panel.hearings.first()
    assert entry is not None
    for path in (
        "/panels/",
        "/panels/open/",
        "/panels/lotteries/",
        f"/panels/{panel.pk}/",
        f"/panels/{panel.pk}/hearings/{entry.pk}/",
    ):
        desk.open(path)
        desk.fits()
