from tests.factories.panels import *
from tests.factories.referrals import hearings
from tests.journeys.steps.signing_in import signs_in


def test_it(cast, at_desk):
    service_mode(cast)
    heard = hearings(cast, range(1, 5))
    desk = signs_in(at_desk(viewport={"width": 320, "height": 640}), cast.service_manager)
    desk.open("/panels/open/")
    desk.fill("Free places in Drive", "-1")
    desk.press("Open the panel")
    desk.picture("phone-open")
    opened = panel(cast, places=1)
    selects(cast, opened, heard[:3])
    says(cast, opened, heard[3], NOT_SELECTED)
    for name, path in (("index", "/panels/"), ("panel", f"/panels/{opened.pk}/"), ("settle", f"/panels/{opened.pk}/settle/")):
        desk.open(path)
        desk.fits()
        desk.picture(f"phone-{name}")
    desk = signs_in(at_desk(), cast.allocator)
    desk.open("/panels/")
    desk.picture("wide-index")
