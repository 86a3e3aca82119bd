"""Several people settle a panel, or speak at it, at one moment."""

import threading
from collections.abc import Callable
from contextlib import suppress

import pytest
from django.db import connection

from drive.web.accounts.models import User
from drive.web.allocation.exceptions import WaitingChanged
from drive.web.allocation.models import Allocation, Batch
from drive.web.panels.actions import settle
from drive.web.panels.exceptions import PanelIsOpen, PanelSettled
from drive.web.panels.models import Panel
from tests.cast import NOW, make_cast
from tests.factories.panels import NOT_SELECTED, TODAY, mark, panel, says, selects, service_mode
from tests.factories.referrals import hearings

EXPECTED = (PanelIsOpen, PanelSettled, WaitingChanged)


def at_once(acts: list[Callable[[], object]]) -> list[BaseException]:
    """Run every act in a thread of its own, all beginning together; return what went wrong."""
    failed: list[BaseException] = []
    together = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> None:
        together.wait()
        try:
            with suppress(*EXPECTED):
                act()
        except BaseException as error:  # noqa: BLE001 - the main thread must see it
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failed


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("places", [2, 5])
def test_a_panel_that_several_settle_is_settled_once(places: int) -> None:
    cast = make_cast()
    service_mode(cast)
    heard = hearings(cast, range(5))
    opened = panel(cast, places=places)
    selects(cast, opened, heard)
    seen = mark(opened)

    def settles(by: User) -> Callable[[], object]:
        return lambda: settle(panel=opened, mark=seen, by=by, now=NOW, today=TODAY)

    people = [cast.service_manager, cast.allocator, cast.second_allocator, cast.service_manager]
    assert at_once([settles(by) for by in people]) == []
    assert Panel.objects.get().settled_by_id is not None
    assert (Allocation.objects.count(), Batch.objects.count()) == (
        (0, 1) if places == 2 else (5, 0)
    )


@pytest.mark.django_db(transaction=True)
def test_a_verdict_and_the_settling_at_once_leave_no_half_done_panel() -> None:
    cast = make_cast()
    service_mode(cast)
    heard = hearings(cast, range(3))
    opened = panel(cast, places=3)
    selects(cast, opened, heard)
    seen = mark(opened)
    acts: list[Callable[[], object]] = [
        lambda: settle(panel=opened, mark=seen, by=cast.service_manager, now=NOW, today=TODAY),
        lambda: says(cast, opened, heard[0], NOT_SELECTED, by=cast.allocator),
    ]
    assert at_once(acts) == []
    was_settled = not Panel.objects.get().is_open
    assert Allocation.objects.count() == (3 if was_settled else 0)


@pytest.mark.django_db(transaction=True)
def test_two_who_open_a_panel_at_once_open_one() -> None:
    cast = make_cast()
    service_mode(cast)
    hearings(cast, range(3))
    assert at_once([lambda: panel(cast), lambda: panel(cast, by=cast.allocator)]) == []
    assert Panel.objects.count() == 1
