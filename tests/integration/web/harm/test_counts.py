"""Events by arm: worked out from who the perpetrator is and from the draw that stands."""

from collections import Counter
from datetime import date, timedelta

import pytest

from drive.vocabulary.allocation import AllocationOrigin, Arm
from drive.vocabulary.harm import Harmed, Relatedness, SeriousEventKind
from drive.vocabulary.identity import Verdict
from drive.web.allocation.actions import HistoricAllocation, import_historic
from drive.web.allocation.models import Allocation, VoidedAllocation
from drive.web.harm.actions import acknowledge, correct, judge, take_back
from drive.web.harm.queries import (
    allocated_in_each_arm,
    corrections,
    deliveries,
    events_in_columns,
    judged_in_drive,
)
from drive.web.harm.rules import Column, tally
from drive.web.people.models import Dyad, Perpetrator
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW, Cast
from tests.factories.allocation import allocation
from tests.factories.harm import HAPPENED_ON, reported, said
from tests.factories.identity import decided, question, reviewer
from tests.factories.people import HER, Docket, Typed, people_of
from tests.factories.referrals import hearing

pytestmark = pytest.mark.django_db

DRAWN_ON = date(2017, 6, 14)


def pair_of(perpetrator: Perpetrator) -> Dyad:
    return Dyad.objects.get(perpetrator=perpetrator)


def drawn(cast: Cast, number: int, arm: Arm) -> Dyad:
    return pair_of(allocation(cast, number, arm=arm).perpetrator)


def columns() -> Counter[Column]:
    return Counter(each.column for each in events_in_columns())


def test_events_count_by_the_arm_of_the_perpetrator(cast: Cast) -> None:
    reported(drawn(cast, 1, Arm.DRIVE), cast.allocator)
    reported(drawn(cast, 2, Arm.CONTROL), cast.allocator)
    reported(drawn(cast, 3, Arm.CONTROL), cast.allocator, happened_on=None)
    reported(hearing(cast, 4).dyad, cast.coordinator)
    before = DRAWN_ON - timedelta(days=1)
    reported(drawn(cast, 5, Arm.DRIVE), cast.allocator, happened_on=before)
    assert columns() == {
        Column.DRIVE: 1,
        Column.CONTROL: 2,
        Column.NEVER: 1,
        Column.BEFORE: 1,
    }
    found = allocated_in_each_arm()
    assert (found.drive, found.control) == (2, 2)
    assert (found.of(Column.DRIVE), found.of(Column.NEVER)) == (2, 0)


def test_whoever_a_panel_selected_is_in_neither_arm(cast: Cast) -> None:
    dyad = hearing(cast, 1).dyad
    Allocation.objects.create(
        perpetrator=dyad.perpetrator,
        arm=Arm.DRIVE,
        allocated_on=DRAWN_ON,
        origin=AllocationOrigin.SELECTED,
        recorded_at=NOW,
        recorded_by=cast.allocator,
    )
    reported(dyad, cast.allocator)
    assert columns() == {Column.SELECTED: 1}
    assert allocated_in_each_arm().drive == 0


def test_what_an_analysis_begins_with(cast: Cast) -> None:
    reported(
        drawn(cast, 1, Arm.CONTROL),
        cast.allocator,
        kind=SeriousEventKind.LEAK,
        harmed=Harmed.CHILD,
    )
    [event] = events_in_columns()
    assert (event.column, event.kind, event.harmed, event.day, event.month, event.by_both_arms) == (
        Column.CONTROL,
        SeriousEventKind.LEAK,
        Harmed.CHILD,
        HAPPENED_ON,
        date(2017, 6, 1),
        True,
    )


def test_two_reports_of_one_event_count_once(cast: Cast) -> None:
    dyad = drawn(cast, 1, Arm.DRIVE)
    for by in (cast.idva, cast.case_manager):
        reported(dyad, by)
    assert columns() == {Column.DRIVE: 1}


def test_corrected_counts_once_and_taken_back_not_at_all(cast: Cast) -> None:
    dyad = drawn(cast, 1, Arm.DRIVE)
    first = reported(dyad, cast.allocator)
    second = correct(event=first, corrected=said(), by=cast.allocator, now=NOW)
    assert columns() == {Column.DRIVE: 1}
    take_back(event=second, reason="It was somebody else.", by=cast.allocator, now=NOW)
    assert columns() == {}
    assert corrections() == (1, 1)
    assert len(deliveries()) == 1


def test_a_void_draw_counts_by_the_one_that_stands(cast: Cast, docket: Docket) -> None:
    """He was drawn to control first and, under another spelling, to Drive; both are one person."""
    first = docket.heard(Typed(), HER)
    again = docket.heard(Typed("Tobyas"), HER, heard_on=date(2017, 6, 20))
    _imported(cast, {first: Arm.CONTROL, again: Arm.DRIVE})
    reported(again.dyad, cast.allocator)
    assert columns() == {Column.DRIVE: 1}
    asked = question(people_of(first)[0], people_of(again)[0])
    decided(asked, Verdict.SAME, cast.allocator)
    decided(asked, Verdict.SAME, reviewer("third-reviewer"))
    assert VoidedAllocation.objects.filter(lifted_at=None).count() == 1
    assert columns() == {Column.CONTROL: 1}
    found = allocated_in_each_arm()
    assert (found.drive, found.control) == (0, 1)


def _imported(cast: Cast, arms: dict[MaracHearing, Arm]) -> None:
    rows = [
        HistoricAllocation(hearing=heard, arm=arm, allocated_on=heard.meeting.held_on)
        for heard, arm in arms.items()
    ]
    import_historic(rows=rows, by=cast.allocator, now=NOW)


def test_the_judgement_counts_for_the_drive_arm_alone(cast: Cast) -> None:
    in_drive, in_control = drawn(cast, 1, Arm.DRIVE), drawn(cast, 2, Arm.CONTROL)
    event = reported(in_drive, cast.case_manager)
    reported(in_drive, cast.case_manager, kind=SeriousEventKind.LEAK)
    reported(in_control, cast.idva)
    for minute, relatedness in enumerate((Relatedness.POSSIBLE, Relatedness.DEFINITE)):
        moment = NOW + timedelta(minutes=minute)
        judge(event=event, relatedness=relatedness, by=cast.service_manager, now=moment)
    found = {word: number for word, number in judged_in_drive().items() if number}
    assert found == {Relatedness.DEFINITE: 1, Relatedness.NOT_JUDGED: 1}


def test_late_stays_late_after_it_was_acknowledged(cast: Cast) -> None:
    dyad = hearing(cast).dyad
    known_at = NOW - timedelta(hours=30)
    late = reported(dyad, cast.coordinator, known_at=known_at, happened_on=date(2017, 6, 28))
    reported(dyad, cast.coordinator, kind=SeriousEventKind.LEAK)
    acknowledge(notice=late.notice, by=cast.monitor, now=NOW)
    found = tally(deliveries(), now=NOW)
    assert (found.given_in_time, found.given_late, found.not_given) == (1, 1, 0)
    assert (found.acknowledged_late, found.not_acknowledged) == (1, 1)
