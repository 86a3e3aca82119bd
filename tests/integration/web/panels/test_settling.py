"""Settling a panel: places, reasons, a lottery, and what waits."""

from collections import Counter

import pytest

from drive.vocabulary.allocation import AllocationOrigin, AllocationOutcome, Arm
from drive.vocabulary.panels import PanelOutcome
from drive.web.allocation.exceptions import NoTrial, WaitingChanged
from drive.web.allocation.models import Allocation, Batch, DrawUnit, EligibilityDecision
from drive.web.allocation.queries import locked_people
from drive.web.casework.queries import waiting_allocations
from drive.web.panels.actions import settle
from drive.web.panels.exceptions import PanelSettled
from drive.web.panels.models import Panel
from drive.web.panels.queries import line_of, lots_of, lotteries
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW, Cast
from tests.factories.allocation import salted
from tests.factories.panels import (
    ADJOURNED,
    NOT_SELECTED,
    TODAY,
    mark,
    panel,
    says,
    selects,
    service_mode,
    settled,
)
from tests.factories.referrals import hearing, hearings

pytestmark = pytest.mark.django_db


def outcomes(settled_panel: Panel) -> Counter[str]:
    return Counter(settled_panel.hearings.values_list("outcome", flat=True))


def decided(heard: MaracHearing) -> AllocationOutcome:
    return AllocationOutcome(EligibilityDecision.objects.get(hearing=heard).outcome)


@pytest.fixture
def heard(cast: Cast) -> list[MaracHearing]:
    """Five hearings that wait for a panel."""
    service_mode(cast)
    return hearings(cast, range(1, 6))


def test_whoever_is_selected_within_the_places_gets_one(
    cast: Cast, heard: list[MaracHearing]
) -> None:
    opened = panel(cast, places=2)
    selects(cast, opened, heard[:2])
    says(cast, opened, heard[2], NOT_SELECTED)
    says(cast, opened, heard[3], ADJOURNED)
    done = settled(cast, opened)
    given = Allocation.objects.all()
    assert {each.perpetrator_id for each in given} == {
        each.dyad.perpetrator_id for each in heard[:2]
    }
    assert {(each.arm, each.origin) for each in given} == {(Arm.DRIVE, AllocationOrigin.SELECTED)}
    assert set(waiting_allocations(cast.service_manager)) == set(given)
    assert decided(heard[2]) is AllocationOutcome.NOT_SELECTED
    assert outcomes(done) == {
        PanelOutcome.PLACE: 2,
        PanelOutcome.PASSED_OVER: 1,
        PanelOutcome.WAITS: 2,
    }
    assert done.lottery is None
    waiting = {each.hearing for each in line_of(cast.essex, today=TODAY).ready}
    assert waiting == {heard[3].pk, heard[4].pk}


def test_more_selected_than_places_come_into_a_lottery(
    cast: Cast, heard: list[MaracHearing]
) -> None:
    opened = panel(cast, places=2)
    selects(cast, opened, heard[:4])
    done = settled(cast, opened)
    assert done.lottery is not None
    assert Allocation.objects.count() == 0
    assert len(locked_people()) == 4
    assert outcomes(done) == {PanelOutcome.LOTTERY: 4, PanelOutcome.WAITS: 1}

    salted(cast, done.lottery)
    units = DrawUnit.objects.filter(batch=done.lottery)
    assert {unit.p_assignment for unit in units} == {0.5}
    given = Allocation.objects.all()
    assert [each.arm for each in given] == [Arm.DRIVE] * 2
    lots = lots_of([done.lottery])
    assert set(lots) == {each.pk for each in heard[:4]}
    assert Counter(lots.values()) == {True: 2, False: 2}
    assert Counter(map(decided, heard[:4])) == {
        AllocationOutcome.ALLOCATED: 2,
        AllocationOutcome.NOT_DRAWN: 2,
    }


def test_without_a_place_those_selected_wait(cast: Cast, heard: list[MaracHearing]) -> None:
    opened = panel(cast, places=0)
    selects(cast, opened, heard[:2])
    says(cast, opened, heard[2], NOT_SELECTED)
    done = settled(cast, opened)
    assert outcomes(done) == {PanelOutcome.WAITS: 4, PanelOutcome.PASSED_OVER: 1}
    assert Allocation.objects.count() == Batch.objects.count() == 0
    assert len(line_of(cast.essex, today=TODAY).ready) == 4


@pytest.mark.parametrize(("places", "a_lottery"), [(2, True), (3, False), (4, False)])
def test_a_lottery_needs_fewer_places_than_selected(
    cast: Cast, heard: list[MaracHearing], places: int, a_lottery: bool
) -> None:
    opened = panel(cast, places=places)
    selects(cast, opened, heard[:3])
    assert (settled(cast, opened).lottery is not None) == a_lottery
    assert Allocation.objects.count() == (0 if a_lottery else 3)


def test_co_perpetrators_of_one_hearing_stand_for_one_place(cast: Cast) -> None:
    service_mode(cast)
    pair = [hearing(cast, number, victim_survivor=9) for number in (1, 2)]
    alone = hearing(cast, 3)
    opened = panel(cast, places=1)
    selects(cast, opened, [*pair, alone])
    batch = settled(cast, opened).lottery
    assert batch is not None
    salted(cast, batch)
    lots = lots_of([batch])
    assert lots[pair[0].pk] == lots[pair[1].pk] != lots[alone.pk]


def test_a_panel_is_settled_once(cast: Cast, heard: list[MaracHearing]) -> None:
    opened = panel(cast)
    selects(cast, opened, heard[:1])
    settled(cast, opened)
    with pytest.raises(PanelSettled):
        settle(panel=opened, mark="", by=cast.allocator, now=NOW, today=TODAY)
    assert Allocation.objects.count() == 1


def test_nothing_is_done_if_a_verdict_came_since_the_page(
    cast: Cast, heard: list[MaracHearing]
) -> None:
    opened = panel(cast)
    selects(cast, opened, heard[:2])
    seen = mark(opened)
    says(cast, opened, heard[0], NOT_SELECTED, by=cast.allocator)
    with pytest.raises(WaitingChanged):
        settle(panel=opened, mark=seen, by=cast.service_manager, now=NOW, today=TODAY)
    assert EligibilityDecision.objects.count() == 0
    opened.refresh_from_db()
    assert opened.is_open
    settled(cast, opened)
    assert decided(heard[0]) is AllocationOutcome.NOT_SELECTED
    assert decided(heard[1]) is AllocationOutcome.ALLOCATED


def test_a_lottery_that_cannot_be_locked_leaves_nothing_done(
    cast: Cast, heard: list[MaracHearing], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_trial(**_about: object) -> None:
        raise NoTrial("No trial runs.")

    monkeypatch.setattr("drive.web.panels.actions.settling.lock_selected", no_trial)
    opened = panel(cast, places=1)
    selects(cast, opened, heard[:3])
    says(cast, opened, heard[3], NOT_SELECTED)
    with pytest.raises(NoTrial):
        settled(cast, opened)
    assert EligibilityDecision.objects.count() == 0


def test_the_first_lottery_alone_is_counted(cast: Cast, heard: list[MaracHearing]) -> None:
    opened = panel(cast, places=1)
    selects(cast, opened, heard)
    first = settled(cast, opened).lottery
    assert first is not None
    salted(cast, first)
    lost = [each for each in heard if not lots_of([first])[each.pk]]
    again = [
        hearing(cast, number, heard_on=TODAY, victim_survivor=30 + number)
        for number, each in enumerate(heard, start=1)
        if each in lost
    ]
    newcomer = hearing(cast, 8)
    opened = panel(cast, places=2)
    selects(cast, opened, [*again, newcomer])
    second = settled(cast, opened).lottery
    assert second is not None
    salted(cast, second, salt="another salt")
    found = {each.panel.lottery_id: each for each in lotteries(cast.service_manager)}
    assert (found[first.pk].drawn, found[first.pk].not_drawn) == (1, 4)
    assert (found[first.pk].first_drawn, found[first.pk].first_not_drawn) == (1, 4)
    assert (found[second.pk].drawn, found[second.pk].not_drawn) == (2, 3)
    assert found[second.pk].first_drawn + found[second.pk].first_not_drawn == 1
    assert found[second.pk].p == pytest.approx(0.4)
