"""Co-perpetrators of one hearing draw one arm; a batch takes whole units of one period."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.allocation import Arm
from drive.web.allocation.rules import (
    Door,
    Waiting,
    choose,
    companions,
    decide,
    may_use_system_entropy,
    name_of,
    units_of,
)

TODAY = date(2017, 6, 30)
BEGAN = date(2016, 4, 1)
SINCE = datetime(2017, 6, 20, tzinfo=UTC)


def waiting(
    person: UUID | None = None,
    *,
    meeting: UUID | None = None,
    victim_survivor: UUID | None = None,
    heard_on: date = date(2017, 6, 12),
    held: bool = False,
) -> Waiting:
    return Waiting(
        hearing=uuid4(),
        perpetrator=uuid4(),
        person=person or uuid4(),
        heard_on=heard_on,
        meeting=meeting or uuid4(),
        victim_survivor=victim_survivor or uuid4(),
        held_since=SINCE if held else None,
    )


def doors_of(*hearings: Waiting, arms: dict[UUID, Arm] | None = None) -> list[Door]:
    return decide(hearings, arms=arms or {}, trial_began_on=BEGAN, today=TODAY)


def hearings_in(units: list[list[Door]]) -> list[set[UUID]]:
    return [{door.waiting.hearing for door in unit} for unit in units]


def test_those_heard_together_about_one_victim_survivor_are_one_unit() -> None:
    meeting, hers = uuid4(), uuid4()
    one = waiting(meeting=meeting, victim_survivor=hers)
    other = waiting(meeting=meeting, victim_survivor=hers)
    elsewhere = waiting(meeting=uuid4(), victim_survivor=hers)
    another = waiting(meeting=meeting)
    units = units_of(doors_of(one, other, elsewhere, another))
    assert sorted(map(len, units)) == [1, 1, 2]
    assert {one.hearing, other.hearing} in hearings_in(units)


def test_whoever_has_an_arm_is_in_no_unit() -> None:
    meeting, hers = uuid4(), uuid4()
    drawn_before = waiting(meeting=meeting, victim_survivor=hers)
    other = waiting(meeting=meeting, victim_survivor=hers)
    units = units_of(doors_of(drawn_before, other, arms={drawn_before.person: Arm.DRIVE}))
    assert hearings_in(units) == [{other.hearing}]


def test_a_unit_bears_the_name_of_its_first_hearing() -> None:
    meeting, hers = uuid4(), uuid4()
    both = [waiting(meeting=meeting, victim_survivor=hers) for _ in range(2)]
    (unit,) = units_of(doors_of(*both))
    assert name_of(unit) == min(each.hearing.hex for each in both)


def test_co_perpetrators_of_somebody_held_wait_with_him() -> None:
    meeting, hers = uuid4(), uuid4()
    held = waiting(meeting=meeting, victim_survivor=hers, held=True)
    beside = waiting(meeting=meeting, victim_survivor=hers)
    assert companions(doors_of(held, beside, waiting())) == {beside.hearing: SINCE}


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3), st.integers(0, 3)), max_size=25))
def test_everybody_who_may_be_drawn_is_in_one_unit(heard: list[tuple[int, int, int]]) -> None:
    people, meetings, hers = ([uuid4() for _ in range(6)] for _ in range(3))
    doors = doors_of(
        *(
            waiting(people[person], meeting=meetings[meeting], victim_survivor=hers[her])
            for person, meeting, her in heard
        )
    )
    units = units_of(doors)
    in_units = [door.waiting.hearing for unit in units for door in unit]
    may = [door.waiting.hearing for door in doors if door.eligibility.may_be_drawn]
    assert sorted(in_units) == sorted(may)
    discussions = [{door.waiting.discussion for door in unit} for unit in units]
    assert all(len(each) == 1 for each in discussions)
    assert len(set().union(*discussions)) == len(units)


def test_a_batch_is_of_one_period_the_earliest_first() -> None:
    early, late = waiting(heard_on=date(2017, 5, 1)), waiting(heard_on=date(2017, 6, 12))
    starts = [date(2017, 4, 1), date(2017, 6, 1)]
    assert choose([late, early], starts, most=9) == [early]
    assert choose([late], starts, most=9) == [late]


def test_those_asked_for_bring_their_co_perpetrators_and_earlier_hearings() -> None:
    meeting, hers, person = uuid4(), uuid4(), uuid4()
    asked = waiting(person, meeting=meeting, victim_survivor=hers, heard_on=date(2017, 6, 12))
    beside = waiting(meeting=meeting, victim_survivor=hers)
    earlier = waiting(person, heard_on=date(2017, 6, 1))
    later = waiting(person, heard_on=date(2017, 6, 20))
    ready = [later, earlier, beside, waiting(), asked]
    chosen = choose(ready, [BEGAN], most=9, wanted=lambda each: each is asked)
    assert chosen == [earlier, beside, asked]


def test_a_batch_that_is_full_parts_no_co_perpetrators() -> None:
    meeting, hers = uuid4(), uuid4()
    pair = [waiting(meeting=meeting, victim_survivor=hers) for _ in range(2)]
    ready = [waiting(), pair[0], waiting(), pair[1]]
    assert choose(ready, [BEGAN], most=2) == [ready[0], *pair]


@pytest.mark.parametrize(
    ("locked_on", "today", "may"),
    [
        (date(2017, 6, 28), date(2017, 6, 28), False),
        (date(2017, 6, 28), date(2017, 6, 29), True),
        (date(2017, 6, 30), date(2017, 7, 2), False),  # a weekend
        (date(2017, 6, 30), date(2017, 7, 3), True),
        (date(2017, 5, 26), date(2017, 5, 29), False),  # a bank holiday
    ],
)
def test_a_second_person_has_a_working_day(locked_on: date, today: date, may: bool) -> None:
    assert may_use_system_entropy(locked_on, today) is may
