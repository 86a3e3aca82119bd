"""The draw decides and allocates in one locked transaction; the arms come from sealed blocks."""

import json
from datetime import date, timedelta

import pytest

from drive.vocabulary.allocation import (
    AllocationMethod,
    AllocationOrigin,
    AllocationOutcome,
    Arm,
)
from drive.web.allocation.actions import Chosen, lists, set_design
from drive.web.allocation.exceptions import (
    AllocatedAlready,
    NoDesign,
    NotADesign,
    NothingToDraw,
    NoTrial,
    RatioTooLate,
)
from drive.web.allocation.models import Allocation, DrawUnit, EligibilityDecision, SealedList
from drive.web.audit.models import Event
from drive.web.core.sealing import unseal_field
from drive.web.people.models import Dyad
from tests.cast import NOW, Cast
from tests.factories.allocation import allocation, drawn, locked, ratio, trial
from tests.factories.referrals import hearing, hearings

pytestmark = pytest.mark.django_db

TODAY = NOW.date()


def test_each_waiting_perpetrator_is_allocated_once(cast: Cast) -> None:
    ratio(cast)
    hearings(cast, range(5))
    result = drawn(cast)

    assert len(result.allocations) == 5
    assert {each.origin for each in result.allocations} == {AllocationOrigin.DRAWN}
    assert {each.p_assignment for each in result.allocations} == {1 / 9}
    assert [each.unit.position for each in result.allocations if each.unit] == [1, 2, 3, 4, 5]
    assert Event.objects.filter(action="allocation.draw").count() == 1


def test_the_arms_are_those_of_the_sealed_list_in_order(cast: Cast) -> None:
    period = ratio(cast)
    hearings(cast, range(12))
    result = drawn(cast)

    sealed = SealedList.objects.get(period=period)
    assert "drive" not in sealed.sealed_arms
    arms = json.loads(unseal_field(sealed, "sealed_arms"))
    assert [each.arm for each in result.allocations] == arms[:12]
    assert (sealed.used, sealed.size) == (12, len(arms))


def test_the_next_list_is_committed_to_before_this_one_ends(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "POSITIONS", 30)
    ratio(cast, control=2)
    hearings(cast, range(23))
    drawn(cast)
    assert SealedList.objects.count() == 1
    hearings(cast, range(23, 24))
    drawn(cast)
    assert list(SealedList.objects.values_list("number", "used")) == [(1, 24), (2, 0)]

    hearings(cast, range(24, 34))
    drawn(cast)
    assert list(SealedList.objects.values_list("number", "used")) == [(1, 30), (2, 4)]
    assert DrawUnit.objects.count() == Allocation.objects.count() == 34


def test_whoever_comes_back_keeps_the_arm_and_the_reappearance_is_recorded(cast: Cast) -> None:
    ratio(cast)
    hearing(cast, 1)
    drawn(cast)
    hearing(cast, 1, heard_on=date(2017, 6, 26), victim_survivor=2)
    again = drawn(cast)

    assert again.allocations == []
    decision = again.decisions[0]
    assert decision.outcome == AllocationOutcome.EXCLUDED_ALREADY_ALLOCATED
    assert "first arm stands" in decision.reason
    assert Allocation.objects.count() == 1


def test_both_arms_are_followed_up_from_the_same_day(cast: Cast) -> None:
    ratio(cast, control=1)
    hearings(cast, range(20))
    result = drawn(cast)

    assert {each.arm for each in result.allocations} == {Arm.DRIVE, Arm.CONTROL}
    assert set(Dyad.objects.values_list("follow_up_from", flat=True)) == {TODAY}


def test_a_hearing_recorded_after_the_page_was_made_waits_for_the_next_draw(cast: Cast) -> None:
    ratio(cast)
    hearing(cast, 1)
    with pytest.raises(NothingToDraw):
        locked(cast, recorded_until=NOW - timedelta(seconds=1))
    assert not EligibilityDecision.objects.exists()


def test_a_hearing_that_has_yet_to_take_place_waits_until_it_has(cast: Cast) -> None:
    ratio(cast)
    hearing(cast, 1, heard_on=TODAY + timedelta(days=3))
    with pytest.raises(NothingToDraw):
        locked(cast)
    made = locked(cast, today=TODAY + timedelta(days=3))
    assert made.batch is not None
    assert not made.excluded


def test_without_a_design_nothing_is_drawn(cast: Cast) -> None:
    trial(cast)
    hearing(cast, 1)
    with pytest.raises(NoDesign):
        drawn(cast)


def test_without_a_trial_no_design_is_set_and_nothing_is_drawn(cast: Cast) -> None:
    chosen = Chosen(ratio=(1, 8))
    with pytest.raises(NoTrial, match="Activate it first"):
        set_design(site=cast.essex, starts_on=TODAY, chosen=chosen, by=cast.allocator, now=NOW)
    with pytest.raises(NoTrial):
        locked(cast)


def test_each_hearing_is_drawn_with_the_ratio_of_its_day(cast: Cast) -> None:
    ratio(cast)
    ratio(cast, starts_on=date(2017, 6, 20), control=1)
    hearing(cast, 1, heard_on=date(2017, 6, 12))
    hearing(cast, 2, heard_on=date(2017, 6, 26))
    result = drawn(cast)

    assert sorted(each.p_assignment or 0 for each in result.allocations) == [
        pytest.approx(1 / 9),
        pytest.approx(1 / 2),
    ]


def test_a_ratio_is_set_before_its_hearings_are_known(cast: Cast) -> None:
    ratio(cast)
    hearing(cast, 1, heard_on=date(2017, 6, 12))
    with pytest.raises(RatioTooLate, match="before its hearings are known"):
        ratio(cast, starts_on=date(2017, 6, 1))
    with pytest.raises(RatioTooLate, match="already"):
        ratio(cast)
    later = ratio(cast, starts_on=date(2017, 6, 13), control=4)
    assert later.p_assignment == pytest.approx(1 / 5)


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (Chosen(ratio=(1, 0)), "whole numbers above 0"),
        (Chosen(ratio=(-1, 8)), "whole numbers above 0"),
        (Chosen(ratio=(1, 8), block_multiples=(0,)), "whole numbers above 0"),
        (Chosen(), "needs a ratio"),
        (Chosen(method=AllocationMethod.LOTTERY, ratio=(1, 8)), "has no ratio"),
        (Chosen(method=AllocationMethod.PANEL, ratio=(1, 8)), "has no ratio"),
    ],
)
def test_numbers_that_make_no_design_are_refused(cast: Cast, chosen: Chosen, words: str) -> None:
    trial(cast)
    with pytest.raises(NotADesign, match=words):
        set_design(site=cast.essex, starts_on=TODAY, chosen=chosen, by=cast.allocator, now=NOW)


def test_past_allocations_are_imported_as_they_were(cast: Cast) -> None:
    made = allocation(cast, arm=Arm.CONTROL)

    assert (made.origin, made.unit, made.arm) == (AllocationOrigin.HISTORIC, None, Arm.CONTROL)
    decision = EligibilityDecision.objects.get()
    assert decision.outcome == AllocationOutcome.ALLOCATED
    assert Dyad.objects.get().follow_up_from == made.allocated_on


def test_nobody_is_allocated_twice(cast: Cast) -> None:
    allocation(cast, 1)
    with pytest.raises(AllocatedAlready):
        allocation(cast, 1, heard_on=date(2017, 6, 26))
    assert Allocation.objects.count() == 1
