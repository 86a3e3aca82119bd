"""How long draws are held, in working days, and which draw of one person stands."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from drive.web.allocation.rules import Draw, Waiting, days_held, holding, later_draws

TODAY = date(2017, 6, 30)
HIM, OTHER = uuid4(), uuid4()


def held(since: datetime | None, person: UUID = HIM) -> Waiting:
    return Waiting(
        hearing=uuid4(),
        perpetrator=uuid4(),
        person=person,
        heard_on=date(2017, 6, 12),
        meeting=uuid4(),
        victim_survivor=uuid4(),
        held_since=since,
    )


def at(day: int, hour: int = 9) -> datetime:
    return datetime(2017, 6, day, hour, tzinfo=UTC)


def test_the_days_are_those_of_london() -> None:
    assert days_held(held(at(28, 22)), TODAY) == 2
    # Half past eleven in the evening of 28 June, by UTC, is the 29th in London.
    assert days_held(held(datetime(2017, 6, 28, 23, 30, tzinfo=UTC)), TODAY) == 1
    assert days_held(held(None), TODAY) == 0


def test_somebody_heard_twice_waits_for_one_draw_and_as_long_as_the_longest() -> None:
    found = holding([held(at(27)), held(at(29)), held(at(30), OTHER)], TODAY)
    assert (found.draws, found.longest) == (2, 3)


def test_who_has_waited_less_can_be_left_out() -> None:
    found = holding([held(at(27)), held(at(29), OTHER)], TODAY, at_least=2)
    assert (found.draws, found.longest) == (1, 3)
    assert holding([], TODAY).longest == 0


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3)), max_size=6))
def test_of_the_draws_of_one_person_the_earliest_stands_and_no_other(
    days: list[tuple[int, int]],
) -> None:
    drawn = [
        Draw(allocation=UUID(int=n), allocated_on=date(2017, 6, day), recorded_at=at(recorded))
        for n, (day, recorded) in enumerate(days)
    ]
    void = later_draws(drawn)
    standing = [each for each in drawn if each.allocation not in void]
    assert len(standing) == min(len(drawn), 1)
    for each in standing:
        assert (each.allocated_on, each.recorded_at) == min(
            (one.allocated_on, one.recorded_at) for one in drawn
        )
