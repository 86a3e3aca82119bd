"""Repeat and serial at the draw are those of the grouping of linked cases, on any history."""

from datetime import date, timedelta
from uuid import UUID

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from drive.linkage import groups
from drive.web.allocation.rules import Heard, history_at

FIRST = date(2016, 4, 1)


def heard(number: int, him: int, her: int, day: int) -> Heard:
    return Heard(
        hearing=UUID(int=number),
        perpetrator=UUID(int=1000 + him),
        victim_survivor=UUID(int=2000 + her),
        heard_on=FIRST + timedelta(days=day),
    )


def grouped(hearings: list[Heard]) -> pd.DataFrame:
    """Return what linkage says of the same hearings."""
    cases = pd.DataFrame(
        [(str(each.hearing), each.heard_on) for each in hearings], columns=["case_id", "heard_on"]
    )
    persons = pd.DataFrame(
        [
            (f"{each.hearing}-{role}", str(who), str(each.hearing), role)
            for each in hearings
            for role, who in (
                ("perpetrator", each.perpetrator),
                ("victim_survivor", each.victim_survivor),
            )
        ],
        columns=["record_id", "person_id", "case_id", "role"],
    )
    return groups(cases, persons).set_index("case_id")


HEARINGS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 3), st.integers(0, 6)), min_size=1, max_size=14
)


@given(HEARINGS)
def test_the_flags_are_those_of_linkage_at_every_hearing(rows: list[tuple[int, int, int]]) -> None:
    hearings = [heard(number, *row) for number, row in enumerate(rows)]
    found = grouped(hearings)
    for each in hearings:
        history = history_at(each, hearings)
        row = found.loc[str(each.hearing)]
        assert history.repeat == row["repeat_perpetrator"]
        assert history.serial == row["serial_perpetrator"]


@given(HEARINGS, st.integers(1, 6))
def test_what_comes_later_changes_nothing(rows: list[tuple[int, int, int]], later: int) -> None:
    hearings = [heard(number, *row) for number, row in enumerate(rows)]
    first = hearings[0]
    after = [heard(100 + n, 0, n, 6 + later) for n in range(3)]
    assert history_at(first, hearings) == history_at(first, [*hearings, *after])


def test_a_hearing_counts_for_itself() -> None:
    alone = heard(1, 0, 0, 0)
    assert not history_at(alone, []).serial
    assert history_at(alone, [heard(2, 0, 1, 0)]).serial
