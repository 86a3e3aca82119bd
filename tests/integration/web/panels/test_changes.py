"""What changes while a panel sits: drawn elsewhere, made one, asked about, released."""

import pytest

from drive.vocabulary.panels import PanelOutcome
from drive.web.allocation.actions import give_places, release
from drive.web.allocation.exceptions import WaitingChanged
from drive.web.allocation.models import Allocation, Batch, EligibilityDecision
from drive.web.panels.actions import settle
from drive.web.panels.exceptions import NotOpenToThePanel
from drive.web.panels.models import Panel, PanelDecision
from drive.web.panels.queries import earlier_of, line_of, prospect_of
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW, Cast
from tests.factories.identity import question
from tests.factories.merges import made_one, perpetrator
from tests.factories.panels import (
    TODAY,
    entry_of,
    mark,
    panel,
    says,
    selects,
    service_mode,
    settled,
)
from tests.factories.referrals import hearing, hearings

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(cast: Cast) -> list[MaracHearing]:
    """Three hearings that wait for a panel of Essex."""
    service_mode(cast)
    service_mode(cast, cast.west_sussex)
    return hearings(cast, range(1, 4))


def settles_by(cast: Cast, opened: Panel, seen: str) -> None:
    settle(panel=opened, mark=seen, by=cast.service_manager, now=NOW, today=TODAY)


def he_gets_a_place_elsewhere(cast: Cast, heard: list[MaracHearing]) -> None:
    there = hearing(cast, 101, in_west_sussex=True)
    made_one(cast, perpetrator(heard[0]), perpetrator(there))
    give_places(site=cast.west_sussex, hearings=[there.pk], by=cast.allocator, now=NOW, today=TODAY)


def he_is_found_to_be_another(cast: Cast, heard: list[MaracHearing]) -> None:
    made_one(cast, perpetrator(heard[0]), perpetrator(heard[1]))


def it_is_asked_who_he_is(_cast: Cast, heard: list[MaracHearing]) -> None:
    question(perpetrator(heard[0]), perpetrator(heard[1]))


CHANGES = [he_gets_a_place_elsewhere, he_is_found_to_be_another, it_is_asked_who_he_is]


@pytest.mark.parametrize("changes", CHANGES)
def test_nothing_is_done_if_something_changed_since_the_page(
    cast: Cast, heard: list[MaracHearing], changes: object
) -> None:
    opened = panel(cast, places=3)
    selects(cast, opened, heard)
    seen = mark(opened)
    changes(cast, heard)  # type: ignore[operator]
    before = EligibilityDecision.objects.count()
    with pytest.raises(WaitingChanged):
        settles_by(cast, opened, seen)
    assert EligibilityDecision.objects.count() == before
    assert PanelDecision.objects.count() == 3
    opened.refresh_from_db()
    assert opened.is_open


@pytest.mark.parametrize("changes", CHANGES)
def test_looked_at_again_the_panel_is_settled_without_him(
    cast: Cast, heard: list[MaracHearing], changes: object
) -> None:
    opened = panel(cast, places=3)
    selects(cast, opened, heard)
    changes(cast, heard)  # type: ignore[operator]
    closed = [row.entry.hearing for row in prospect_of(opened, today=TODAY).rows if not row.is_open]
    assert closed
    settled(cast, opened)
    for each in closed:
        assert entry_of(opened, each).outcome == PanelOutcome.WAITS
    people = Allocation.objects.values_list("perpetrator", flat=True)
    assert len(people) == len(set(people))
    assert entry_of(opened, heard[2]).outcome == PanelOutcome.PLACE


def test_nothing_is_said_of_somebody_who_cannot_be_decided_on(
    cast: Cast, heard: list[MaracHearing]
) -> None:
    opened = panel(cast)
    it_is_asked_who_he_is(cast, heard)
    with pytest.raises(NotOpenToThePanel):
        says(cast, opened, heard[0])
    assert not PanelDecision.objects.exists()


def test_those_of_a_released_lottery_come_before_the_next_panel(
    cast: Cast, heard: list[MaracHearing]
) -> None:
    opened = panel(cast, places=1)
    selects(cast, opened, heard)
    batch = settled(cast, opened).lottery
    assert batch is not None
    assert line_of(cast.essex, today=TODAY).ready == []
    release(batch=batch, reason="A mistake was found.", by=cast.allocator, now=NOW)
    following = panel(cast, places=3)
    assert set(following.hearings.values_list("hearing", flat=True)) == {each.pk for each in heard}
    found = earlier_of(entry_of(following, heard[0]), cast.service_manager)
    assert [each.entry.panel_id for each in found] == [opened.pk]
    selects(cast, following, heard)
    settled(cast, following)
    assert Allocation.objects.count() == 3
    assert Batch.objects.get().released_at is not None


def test_a_panel_reads_what_was_said_of_the_same_human_being_before(
    cast: Cast, heard: list[MaracHearing]
) -> None:
    first = panel(cast, places=0)
    selects(cast, first, heard[:1])
    settled(cast, first)
    made_one(cast, perpetrator(heard[0]), perpetrator(heard[1]))
    following = panel(cast)
    # Of two hearings of one day either may stand for him.
    his = [each.dyad.perpetrator_id for each in heard[:2]]
    entry = following.hearings.get(perpetrator__in=his)
    earlier = earlier_of(entry, cast.service_manager)
    assert {each.entry.hearing_id for each in earlier} == {heard[0].pk, heard[1].pk}
    assert earlier_of(entry, cast.west_sussex_service_manager) == []
