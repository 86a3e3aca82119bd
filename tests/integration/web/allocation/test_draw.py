"""The draw decides and allocates in one locked transaction; the arms come from sealed blocks."""

import json
from collections import Counter
from datetime import date, timedelta

import pytest

from drive.vocabulary.allocation import AllocationOrigin, AllocationOutcome, Arm
from drive.web.allocation.actions import Drawn, draw, set_ratio
from drive.web.allocation.exceptions import (
    AllocatedAlready,
    NoRatio,
    NotARatio,
    NothingToDraw,
    RatioTooLate,
)
from drive.web.allocation.models import Allocation, Block, EligibilityDecision
from drive.web.audit.models import Event
from drive.web.core.sealing import unseal_field
from drive.web.people.models import Dyad
from tests.cast import NOW, Cast
from tests.factories.allocation import allocation, ratio
from tests.factories.referrals import hearing, hearings

pytestmark = pytest.mark.django_db

TODAY = date(2017, 6, 30)


def drawn(cast: Cast) -> Drawn:
    return draw(site=cast.essex, recorded_until=NOW, by=cast.allocator, now=NOW, today=TODAY)


def test_each_waiting_perpetrator_is_allocated_once(cast: Cast) -> None:
    ratio(cast)
    hearings(cast, range(5))
    result = drawn(cast)

    assert len(result.allocations) == 5
    assert {each.origin for each in result.allocations} == {AllocationOrigin.DRAWN}
    assert {each.p_assignment for each in result.allocations} == {1 / 9}
    assert [each.position for each in result.allocations] == [1, 2, 3, 4, 5]
    assert Event.objects.filter(action="allocation.draw").count() == 1


def test_the_arms_are_those_of_the_sealed_block_in_order(cast: Cast) -> None:
    ratio(cast)
    hearings(cast, range(12))
    result = drawn(cast)

    block = Block.objects.get()
    assert "drive" not in block.sealed_arms
    arms = json.loads(unseal_field(block, "sealed_arms", compartment="randomisation"))
    assert [each.arm for each in result.allocations] == arms[:12]
    assert (block.used, block.size) == (12, len(arms))


def test_full_blocks_hold_the_ratio_exactly_and_the_next_block_follows(cast: Cast) -> None:
    ratio(cast, control=2)
    hearings(cast, range(60))
    drawn(cast)

    for block in Block.objects.all():
        arms = Counter(Allocation.objects.filter(block=block).values_list("arm", flat=True))
        if block.used == block.size:
            assert arms[Arm.CONTROL] == 2 * arms[Arm.DRIVE]
    assert sorted(Block.objects.values_list("number", flat=True))[:2] == [1, 2]


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
    before = NOW - timedelta(seconds=1)
    with pytest.raises(NothingToDraw):
        draw(site=cast.essex, recorded_until=before, by=cast.allocator, now=NOW, today=TODAY)
    assert not EligibilityDecision.objects.exists()


def test_without_a_ratio_nothing_is_drawn(cast: Cast) -> None:
    hearing(cast, 1)
    with pytest.raises(NoRatio):
        drawn(cast)


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


def test_a_ratio_needs_both_arms(cast: Cast) -> None:
    with pytest.raises(NotARatio, match="whole numbers above 0"):
        set_ratio(
            site=cast.essex,
            starts_on=TODAY,
            drive_share=1,
            control_share=0,
            by=cast.allocator,
            now=NOW,
        )


def test_past_allocations_are_imported_as_they_were(cast: Cast) -> None:
    made = allocation(cast, arm=Arm.CONTROL)

    assert (made.origin, made.block, made.arm) == (AllocationOrigin.HISTORIC, None, Arm.CONTROL)
    decision = EligibilityDecision.objects.get()
    assert decision.outcome == AllocationOutcome.ALLOCATED
    assert Dyad.objects.get().follow_up_from == made.allocated_on


def test_nobody_is_allocated_twice(cast: Cast) -> None:
    allocation(cast, 1)
    with pytest.raises(AllocatedAlready):
        allocation(cast, 1, heard_on=date(2017, 6, 26))
    assert Allocation.objects.count() == 1
