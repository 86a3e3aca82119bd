"""Of two draws of one human being the first stands; undoing the merge brings the other back."""

from datetime import date, timedelta

import pytest
from django.test import Client

from drive.vocabulary.allocation import Arm
from drive.web.allocation.actions import HistoricAllocation, import_historic
from drive.web.allocation.models import Allocation, VoidedAllocation
from drive.web.allocation.queries import arms_of, holds_draws, is_void, live_voids
from drive.web.audit.models import Event
from drive.web.casework.actions import open_case
from drive.web.casework.exceptions import DrawIsVoid
from drive.web.casework.queries import cases_of_void_draws, waiting_allocations
from drive.web.people.models import Person
from tests.cast import NOW, Cast
from tests.factories.allocation import allocation
from tests.factories.casework import case_at
from tests.factories.merges import made_one, made_two_again
from tests.factories.referrals import hearing

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(hours=1)


@pytest.fixture(autouse=True)
def day_of_the_cast(settings: object) -> None:
    settings.DRIVE_TODAY = date(2017, 6, 30)  # type: ignore[attr-defined]


def on(cast: Cast, number: int, day: int, arm: Arm = Arm.DRIVE) -> Allocation:
    return allocation(cast, number, arm=arm, allocated_on=date(2017, 6, day))


def who(given: Allocation) -> Person:
    return given.perpetrator.person


def void() -> set[object]:
    return set(live_voids().values_list("allocation", flat=True))


def test_the_earliest_stands_whichever_is_named_first(cast: Cast) -> None:
    first, later = on(cast, 1, 14, Arm.CONTROL), on(cast, 2, 20)
    made_one(cast, who(later), who(first))

    assert void() == {later.pk}
    assert arms_of([who(first).pk, who(later).pk]) == {
        who(first).pk: Arm.CONTROL,
        who(later).pk: Arm.CONTROL,
    }
    assert holds_draws([who(later).pk]) == 1
    assert Event.objects.filter(action="allocation.void_later_draw").count() == 1


def test_on_one_day_the_one_recorded_first_stands(cast: Cast) -> None:
    first, later = on(cast, 1, 14), on(cast, 2, 14)
    Allocation.objects.filter(pk=later.pk).update(recorded_at=LATER)
    made_one(cast, who(first), who(later))
    assert void() == {later.pk}


def test_the_arms_themselves_never_change(cast: Cast) -> None:
    first, later = on(cast, 1, 14, Arm.CONTROL), on(cast, 2, 20)
    before = list(Allocation.objects.order_by("pk").values())
    made_two_again(cast, made_one(cast, who(first), who(later)))
    assert list(Allocation.objects.order_by("pk").values()) == before


def test_undoing_the_merge_lifts_the_void_and_keeps_what_was(cast: Cast) -> None:
    first, later = on(cast, 1, 14, Arm.CONTROL), on(cast, 2, 20)
    merge = made_one(cast, who(first), who(later))
    made_two_again(cast, merge, now=LATER)

    assert void() == set()
    lifted = VoidedAllocation.objects.get()
    assert (lifted.allocation_id, lifted.merge_id, lifted.lifted_at) == (later.pk, merge.pk, LATER)
    assert arms_of([who(later).pk]) == {who(later).pk: Arm.DRIVE}
    assert Event.objects.filter(action="allocation.lift_void").count() == 1


def test_an_earlier_draw_that_joins_voids_the_one_that_stood(cast: Cast) -> None:
    first, second, third = on(cast, 1, 14), on(cast, 2, 20), on(cast, 3, 10)
    made_one(cast, who(first), who(second))
    joined = made_one(cast, who(second), who(third))
    assert void() == {first.pk, second.pk}

    made_two_again(cast, joined)
    assert void() == {second.pk}


def test_a_void_stays_where_another_merge_says_the_same(cast: Cast) -> None:
    first, second, third = on(cast, 1, 10), on(cast, 2, 14), on(cast, 3, 20)
    merge = made_one(cast, who(first), who(second))
    made_one(cast, who(second), who(third))
    assert void() == {second.pk, third.pk}

    made_two_again(cast, merge)
    assert void() == {third.pk}
    assert arms_of([who(third).pk, who(first).pk]).keys() == {who(third).pk, who(first).pk}


def test_a_void_of_another_merge_is_lifted_where_its_first_draw_leaves(cast: Cast) -> None:
    first, later = on(cast, 1, 10), on(cast, 2, 20)
    between = hearing(cast, 3).dyad.perpetrator.person
    merge = made_one(cast, who(first), between)
    made_one(cast, between, who(later))
    assert void() == {later.pk}

    made_two_again(cast, merge)
    assert void() == set()


def test_what_joins_while_a_merge_is_undone_is_void_by_the_merge_that_is_left(cast: Cast) -> None:
    first, second, third = on(cast, 1, 10), on(cast, 2, 14), on(cast, 3, 20)
    left = made_one(cast, who(second), who(third))
    merge = made_one(cast, who(first), who(third))
    assert void() == {second.pk, third.pk}

    made_two_again(cast, merge)
    assert void() == {third.pk}
    assert live_voids().get().merge_id == left.pk


def test_people_without_two_draws_void_nothing(cast: Cast) -> None:
    first = on(cast, 1, 14)
    made_one(cast, who(first), hearing(cast, 2).dyad.perpetrator.person)
    assert not VoidedAllocation.objects.exists()
    assert not Event.objects.filter(action="allocation.void_later_draw").exists()


def log_of(cast: Cast, query: str = "") -> str:
    client = Client()
    client.force_login(cast.allocator)
    return client.get(f"/allocation/log/{query}").content.decode()


def test_the_log_says_what_is_void_since_when_and_filters_by_it(cast: Cast) -> None:
    first, later = on(cast, 1, 14, Arm.CONTROL), on(cast, 2, 20)
    made_one(cast, who(first), who(later))
    page = log_of(cast)
    assert "Void: drawn before as the same person<br>Void since 30 June 2017" in page

    void_ones = log_of(cast, "?outcome=void_duplicate")
    assert "Perpetrator2" in void_ones
    assert "Perpetrator1" not in void_ones
    allocated = log_of(cast, "?outcome=allocated")
    assert "Perpetrator1" in allocated
    assert "Perpetrator2" not in allocated


def test_a_void_draw_opens_no_case(cast: Cast) -> None:
    first, later = on(cast, 1, 14, Arm.CONTROL), on(cast, 2, 20)
    assert list(waiting_allocations(cast.service_manager)) == [later]
    made_one(cast, who(first), who(later))

    assert list(waiting_allocations(cast.service_manager)) == []
    with pytest.raises(DrawIsVoid):
        open_case(
            allocation=later,
            case_manager=cast.case_manager,
            idva_lead=cast.idva,
            opened_on=date(2017, 6, 22),
            by=cast.service_manager,
            now=NOW,
        )


def test_a_case_behind_a_void_draw_stays_open_and_people_are_told(cast: Cast) -> None:
    case = case_at(cast, number=1, allocated_on=date(2017, 1, 16))
    heard = hearing(cast, 2, heard_on=date(2017, 1, 9))
    row = HistoricAllocation(hearing=heard, arm=Arm.CONTROL, allocated_on=date(2017, 1, 12))
    (earlier,) = import_historic(rows=[row], by=cast.allocator, now=NOW)
    made_one(cast, who(earlier), case.perpetrator.person)

    assert is_void(case.allocation)
    assert list(cases_of_void_draws(cast.service_manager)) == [case]
    assert not cases_of_void_draws(cast.west_sussex_service_manager).exists()
    words = "The draw behind this case is void: decide with the research team"
    for user, told in ((cast.service_manager, True), (cast.case_manager, False)):
        client = Client()
        client.force_login(user)
        page = client.get(f"/cases/{case.pk}/").content.decode()
        assert (words in page) is told
        assert case.reference in page
        assert "Control" not in page
