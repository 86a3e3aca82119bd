"""A question of identity holds the draw of whom it is about, and of nobody else."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from drive.vocabulary.identity import Verdict
from drive.web.allocation import queries
from drive.web.allocation.exceptions import AllocatedAlready, NothingToDraw, WaitingChanged
from drive.web.allocation.models import Allocation, DrawUnit, EligibilityDecision
from drive.web.people.models import Person
from drive.web.referrals.models import MaracHearing
from tests.cast import NOW, Cast
from tests.factories.allocation import allocation, drawn, locked, ratio, salted
from tests.factories.identity import question
from tests.factories.merges import answered, made_one, perpetrator
from tests.factories.referrals import hearing, hearings, take_for_compared

pytestmark = pytest.mark.django_db

TODAY = date(2017, 6, 30)


@pytest.fixture(autouse=True)
def day_of_the_cast(settings: object) -> None:
    settings.DRIVE_TODAY = TODAY  # type: ignore[attr-defined]


def page_of(cast: Cast, address: str) -> str:
    client = Client()
    client.force_login(cast.allocator)
    return client.get(address).content.decode()


def test_whoever_was_not_compared_yet_waits_without_a_decision(cast: Cast) -> None:
    ratio(cast)
    hearing(cast, 1)
    waits = hearings(cast, range(2, 3), compared=False)
    result = drawn(cast)

    assert len(result.allocations) == 1
    assert not EligibilityDecision.objects.filter(hearing=waits[0]).exists()
    take_for_compared(waits)
    assert len(drawn(cast).allocations) == 1


def test_both_sides_of_a_question_wait_until_it_is_answered(cast: Cast) -> None:
    ratio(cast)
    one, other, alone = hearings(cast, range(3))
    asked = question(perpetrator(one), perpetrator(other))
    result = drawn(cast)
    assert [each.perpetrator_id for each in result.allocations] == [alone.dyad.perpetrator_id]
    with pytest.raises(NothingToDraw):
        drawn(cast)

    answered(asked, Verdict.DIFFERENT)
    assert len(drawn(cast).allocations) == 2


def test_two_who_prove_to_be_one_are_drawn_once(cast: Cast) -> None:
    ratio(cast)
    one, other = hearings(cast, range(2))
    made_one(cast, perpetrator(one), perpetrator(other))
    result = drawn(cast)

    assert len(result.allocations) == 1
    assert sorted(each.outcome for each in result.decisions) == [
        "allocated",
        "excluded_already_allocated",
    ]


def test_a_question_holds_everybody_who_is_the_same_human_being(cast: Cast) -> None:
    ratio(cast)
    one, other, third = hearings(cast, range(3))
    made_one(cast, perpetrator(one), perpetrator(other))
    question(perpetrator(other), perpetrator(third))
    with pytest.raises(NothingToDraw):
        drawn(cast)


def test_an_arm_given_at_another_site_under_another_record_is_kept(cast: Cast) -> None:
    ratio(cast)
    ratio(cast, cast.west_sussex)
    here, there = hearing(cast, 1), hearing(cast, 2, in_west_sussex=True)
    first = drawn(cast).allocations[0]
    made_one(cast, perpetrator(here), perpetrator(there))
    result = drawn(cast, cast.west_sussex)

    assert result.allocations == []
    assert "first arm stands" in result.decisions[0].reason
    assert set(queries.arms_of([perpetrator(here).pk, perpetrator(there).pk]).values()) == {
        first.arm
    }


def test_somebody_with_an_arm_is_excluded_though_a_question_is_open(cast: Cast) -> None:
    ratio(cast)
    given = allocation(cast, 1)
    again = hearing(cast, 1, heard_on=date(2017, 6, 26))
    question(given.perpetrator.person, perpetrator(hearing(cast, 2)))
    result = drawn(cast)

    assert [each.hearing_id for each in result.decisions] == [again.pk]
    assert result.decisions[0].outcome == "excluded_already_allocated"


def test_those_who_are_held_do_not_keep_others_from_the_draw(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries.waiting, "MOST_AT_ONCE", 5)
    ratio(cast)
    hearings(cast, range(7), compared=False)
    hearings(cast, range(7, 10))
    line = queries.line_of(cast.essex, today=TODAY)

    assert (len(line.next()), len(line.held)) == (3, 7)
    assert len(drawn(cast).allocations) == 3


def test_it_is_shown_since_when_and_for_how_many_working_days(cast: Cast) -> None:
    ratio(cast)
    one, other = hearings(cast, range(1, 3))
    MaracHearing.objects.update(recorded_at=NOW - timedelta(days=4))
    question(perpetrator(one), perpetrator(other), now=NOW - timedelta(days=3))
    for address in ("/allocation/", "/allocation/lock/essex/"):
        page = page_of(cast, address)
        assert "Held by a question of identity" in page
        assert "27 June 2017" in page
        assert "3 working days" in page
        assert "Perpetrator1 Synthetic" in page
        assert reverse("identity:queue") in page
    assert "2 draws, the longest for 3 working days" in page_of(cast, "/allocation/")


def test_a_question_older_than_the_hearing_holds_it_from_the_hearing_on(cast: Cast) -> None:
    one, other = hearings(cast, range(2))
    question(perpetrator(one), perpetrator(other), now=NOW - timedelta(days=30))
    held = queries.line_of(cast.essex, today=TODAY).held
    assert {each.held_since for each in held} == {NOW}


def test_a_draw_decides_on_nobody_whom_the_page_did_not_show_as_ready(cast: Cast) -> None:
    ratio(cast)
    one, other, _ = hearings(cast, range(3))
    asked = question(perpetrator(one), perpetrator(other))
    mark = queries.mark_of(queries.line_of(cast.essex, today=TODAY).next())
    answered(asked, Verdict.DIFFERENT)

    with pytest.raises(WaitingChanged):
        locked(cast, mark=mark)
    assert not Allocation.objects.exists()


def test_the_page_is_shown_anew_where_others_wait_than_it_showed(cast: Cast) -> None:
    ratio(cast)
    hearing(cast, 1)
    client = Client()
    client.force_login(cast.allocator)
    sent = {"key": str(uuid4()), "recorded_until": NOW.isoformat(), "mark": "another"}
    page = client.post("/allocation/lock/essex/", sent, follow=True).content.decode()

    assert "Nothing was locked; check again" in page
    assert "Lock the batch" in page
    assert not Allocation.objects.exists()


def test_what_was_known_at_the_draw_is_frozen(cast: Cast) -> None:
    ratio(cast)
    hearing(cast, 1, heard_on=date(2016, 3, 1))  # before the trial began: history
    first = hearing(cast, 1, heard_on=date(2017, 6, 12))
    serial = hearing(cast, 2, heard_on=date(2017, 6, 12))
    hearing(cast, 2, heard_on=date(2017, 6, 12), victim_survivor=3)
    drawn(cast)
    hearing(cast, 2, heard_on=date(2017, 6, 26))

    found = {each.hearing_id: each for each in EligibilityDecision.objects.all()}
    assert (found[first.pk].repeat_at_allocation, found[first.pk].serial_at_allocation) == (
        True,
        False,
    )
    chosen = EligibilityDecision.objects.get(
        perpetrator=serial.dyad.perpetrator, outcome="allocated"
    )
    assert (chosen.repeat_at_allocation, chosen.serial_at_allocation) == (False, True)
    others = EligibilityDecision.objects.exclude(outcome="allocated")
    assert {each.serial_at_allocation for each in others} == {None}


def test_whoever_is_asked_about_after_the_lock_is_not_drawn(cast: Cast) -> None:
    ratio(cast)
    one, other = hearings(cast, range(2))
    batch = locked(cast).batch
    assert batch is not None
    question(perpetrator(one), perpetrator(other))
    result = salted(cast, batch)

    assert (result.decisions, result.allocations) == ([], [])
    batch.refresh_from_db()
    assert batch.released_at
    assert not batch.salt
    assert len(queries.line_of(cast.essex, today=TODAY).held) == 2
    assert not DrawUnit.objects.exists()


def test_co_perpetrators_wait_for_each_other(cast: Cast) -> None:
    ratio(cast)
    one = hearing(cast, 1, victim_survivor=9)
    hearing(cast, 2, victim_survivor=9)
    question(perpetrator(one), perpetrator(hearing(cast, 3)))
    line = queries.line_of(cast.essex, today=TODAY)
    assert (len(line.ready), len(line.held)) == (0, 3)
    assert {each.held_since for each in line.held} == {NOW}


def test_the_flags_follow_who_people_were_found_to_be(cast: Cast) -> None:
    ratio(cast)
    before, now_heard = hearing(cast, 1, heard_on=date(2016, 3, 1)), hearing(cast, 2)
    made_one(cast, perpetrator(before), perpetrator(now_heard))
    drawn(cast)
    decision = EligibilityDecision.objects.get(hearing=now_heard)
    assert (decision.repeat_at_allocation, decision.serial_at_allocation) == (False, True)


def test_past_allocations_have_no_flags(cast: Cast) -> None:
    allocation(cast, 1)
    decision = EligibilityDecision.objects.get()
    assert decision.repeat_at_allocation is decision.serial_at_allocation is None


def test_a_past_allocation_of_somebody_on_record_twice_is_refused(cast: Cast) -> None:
    given = allocation(cast, 1)
    other = hearing(cast, 2)
    made_one(cast, given.perpetrator.person, perpetrator(other))
    with pytest.raises(AllocatedAlready):
        allocation(cast, 2, heard_on=date(2017, 6, 20))
    assert Person.objects.exclude(survivor=None).count() == 1
