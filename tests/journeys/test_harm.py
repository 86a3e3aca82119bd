"""A serious event: a case manager reports it by keyboard, the monitor reads of it by arm."""

from drive.vocabulary.allocation import Arm
from drive.web.harm.models import SeriousEvent
from drive.web.people.models import Dyad
from tests.cast import Cast
from tests.factories.allocation import allocation
from tests.factories.casework import case_at
from tests.factories.harm import reported
from tests.journeys.conftest import Desks
from tests.journeys.desk import Desk
from tests.journeys.steps.identity import enters, tabs_to
from tests.journeys.steps.signing_in import signs_in

PHONE = {"width": 320, "height": 640}
TOLD = "Held by the throat until she lost consciousness; the police took her to hospital."


def test_a_serious_event_reaches_the_monitor(cast: Cast, at_desk: Desks) -> None:
    case = case_at(cast)
    control = allocation(cast, 2, arm=Arm.CONTROL)
    reported(Dyad.objects.get(perpetrator=control.perpetrator_id), cast.allocator)
    desk = signs_in(at_desk(), cast.case_manager)
    desk.unsaid = ["Perpetrator1", "Survivor1"]
    desk.open(f"/cases/{case.pk}/")
    reports_by_keyboard(desk)
    the_monitor_acknowledges(signs_in(at_desk(), cast.monitor))
    the_service_manager_judges(signs_in(at_desk(), cast.service_manager))
    event = SeriousEvent.objects.get(dyad__perpetrator=case.perpetrator_id)
    fits_a_phone(
        signs_in(at_desk(viewport=PHONE), cast.case_manager),
        f"/harm/record/{event.dyad_id}/",
        "/harm/reports/",
        f"/harm/reports/{event.pk}/",
        f"/harm/reports/{event.pk}/correct/",
        f"/harm/reports/{event.pk}/take-back/",
    )
    fits_a_phone(
        signs_in(at_desk(viewport=PHONE), cast.monitor),
        "/harm/",
        f"/harm/notices/{event.notice.pk}/",
    )


def reports_by_keyboard(desk: Desk) -> None:
    """The page is filled in with tab, space, the arrow keys and typing alone."""
    tabs_to(desk, "Record a serious event")
    enters(desk)
    desk.is_at("Record a serious event")
    desk.picture("serious-event")
    tabs_to(desk, "Record and tell the monitor")
    enters(desk)
    desk.sees("There is a problem", "Say what happened", "Say who was harmed")
    keys = desk.page.keyboard
    desk.page.locator("[name=kind]").first.focus()
    keys.press("Space")
    for _step in range(2):
        keys.press("ArrowDown")
    keys.press("Tab")
    keys.press("Space")
    for part in ("29", "6", "2017"):
        keys.press("Tab")
        keys.type(part)
    desk.page.locator("[name=known_on-day]").focus()
    for part in ("29", "6", "2017", "11:40pm"):
        keys.press("ControlOrMeta+a")
        keys.type(part)
        keys.press("Tab")
    keys.type(TOLD)
    tabs_to(desk, "Record and tell the monitor")
    enters(desk)
    desk.sees("Recorded. Before the independent monitor since", "Attack or injury", TOLD)


def the_monitor_acknowledges(desk: Desk) -> None:
    desk.sees("Serious events to acknowledge", "Serious injury: the victim-survivor")
    desk.section("Harm")
    desk.sees("1 person allocated to the Drive arm, 1 person to the control arm.")
    desk.does_not_see("Perpetrator1", "Survivor1", "Essex", TOLD)
    desk.picture("how-to-independent-monitor-1")
    desk.follow("Attack or injury that nearly killed")
    desk.sees("Arm", "Drive", "Told, not acknowledged yet")
    desk.picture("how-to-independent-monitor-2")
    desk.press("I have read this")
    desk.sees("Noted that you have read the notice.")


def the_service_manager_judges(desk: Desk) -> None:
    desk.sees("1 serious event reported in the last 30 days")
    desk.section("Serious events")
    desk.follow("Attack or injury that nearly killed")
    desk.sees(TOLD, "Not judged")
    desk.follow("Judge it")
    desk.press("Save the judgement")
    desk.sees("There is a problem", "Choose how far it is related")
    desk.choose("May the work of Drive, or the study itself, have had a part in it?", "Not related")
    desk.press("Save the judgement")
    desk.sees("The judgement was saved.", "Not related")


def fits_a_phone(desk: Desk, *paths: str) -> None:
    for path in paths:
        desk.open(path)
        desk.fits()
