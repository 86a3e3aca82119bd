"""Who may be drawn is decided earliest hearing first; nobody is drawn twice."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.allocation import AllocationOutcome, Arm
from drive.web.allocation.rules import Door, Waiting, decide, period_in_force

BEGAN, TODAY = date(2016, 4, 1), date(2017, 6, 30)


def waiting(
    person: UUID, heard_on: date = date(2017, 6, 12), held_since: datetime | None = None
) -> Waiting:
    return Waiting(
        hearing=uuid4(),
        perpetrator=uuid4(),
        person=person,
        heard_on=heard_on,
        meeting=uuid4(),
        victim_survivor=uuid4(),
        held_since=held_since,
    )


def decided(*hearings: Waiting, arms: dict[UUID, Arm] | None = None) -> list[Door]:
    return decide(hearings, arms=arms or {}, trial_began_on=BEGAN, today=TODAY)


def test_somebody_new_may_be_drawn() -> None:
    (door,) = decided(waiting(uuid4()))
    assert door.eligibility.may_be_drawn


def test_whoever_has_an_arm_keeps_it_and_is_excluded() -> None:
    person = uuid4()
    (door,) = decided(waiting(person), arms={person: Arm.CONTROL})

    assert door.eligibility.outcome is AllocationOutcome.EXCLUDED_ALREADY_ALLOCATED
    assert door.eligibility.keeps_arm is Arm.CONTROL


def test_of_two_hearings_of_one_person_the_earlier_leads_to_the_draw() -> None:
    person = uuid4()
    later, earlier = waiting(person, date(2017, 6, 12)), waiting(person, date(2017, 5, 1))
    doors = decided(later, earlier)

    assert [door.waiting for door in doors] == [earlier, later]
    assert [door.eligibility.may_be_drawn for door in doors] == [True, False]
    assert [door.waits_for_first for door in doors] == [False, True]
    assert doors[1].eligibility.outcome is None


def test_nobody_is_drawn_while_it_is_open_who_he_is() -> None:
    person = uuid4()
    since = datetime(2017, 6, 20, tzinfo=UTC)
    one, other = waiting(person, held_since=since), waiting(person, held_since=since)
    doors = decided(one, other)

    assert [door.is_held for door in doors] == [True, True]
    assert not any(door.eligibility.may_be_drawn for door in doors)


def test_whoever_is_excluded_anyway_is_not_held() -> None:
    person, since = uuid4(), datetime(2017, 6, 20, tzinfo=UTC)
    with_an_arm = waiting(person, held_since=since)
    too_early = waiting(uuid4(), date(2016, 3, 31), held_since=since)
    doors = decided(with_an_arm, too_early, arms={person: Arm.DRIVE})
    assert not any(door.is_held for door in doors)


@pytest.mark.parametrize("heard_on", [date(2016, 3, 31), date(2017, 7, 1)])
def test_a_hearing_outside_the_trial_is_not_eligible(heard_on: date) -> None:
    (door,) = decided(waiting(uuid4(), heard_on))
    assert door.eligibility.outcome is AllocationOutcome.EXCLUDED_INELIGIBLE


def test_an_early_hearing_outside_the_trial_does_not_spend_the_turn() -> None:
    person = uuid4()
    doors = decided(waiting(person, date(2016, 1, 1)), waiting(person, date(2017, 6, 1)))
    assert [door.eligibility.may_be_drawn for door in doors] == [False, True]


@pytest.mark.parametrize(
    ("heard_on", "start"),
    [
        (date(2016, 3, 31), None),
        (date(2016, 4, 1), date(2016, 4, 1)),
        (date(2016, 12, 31), date(2016, 4, 1)),
        (date(2017, 1, 1), date(2017, 1, 1)),
    ],
)
def test_the_period_in_force_is_the_last_that_began(heard_on: date, start: date | None) -> None:
    assert period_in_force([date(2017, 1, 1), date(2016, 4, 1)], heard_on) == start


@given(
    st.lists(
        st.tuples(st.integers(0, 5), st.dates(date(2015, 1, 1), date(2018, 1, 1))), max_size=30
    )
)
def test_nobody_is_ever_drawn_twice(heard: list[tuple[int, date]]) -> None:
    people = [uuid4() for _ in range(6)]
    doors = decided(*(waiting(people[at], day) for at, day in heard), arms={people[0]: Arm.DRIVE})
    drawn = [door.waiting.person for door in doors if door.eligibility.may_be_drawn]

    assert len(drawn) == len(set(drawn))
    assert people[0] not in drawn
    assert len(doors) == len(heard)
