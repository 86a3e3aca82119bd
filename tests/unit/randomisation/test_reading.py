from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.randomisation import Design, ListError, Lottery, generate, read_list

DESIGN = Design({"Essex": 40, "Kent": 30}, ratio=(1, 2), block_multiples=(2, 3))
Rows = list[dict[str, Any]]


def rows(design: Design | Lottery = DESIGN) -> Rows:
    return generate(design, seed=99).frame.to_dict("records")


@given(seed=st.integers(0, 2**32), chance=st.randoms())
def test_a_list_is_read_back_in_any_order(seed: int, chance: Any) -> None:
    allocations = generate(DESIGN, seed)
    mixed = chance.sample(allocations.frame.to_dict("records"), len(allocations))
    assert read_list(DESIGN, mixed).positions == allocations.positions


@pytest.mark.parametrize("design", [DESIGN, Lottery([("Essex", 3, 20), ("Essex", 2, 9)])])
def test_a_list_in_use_is_read(design: Design | Lottery) -> None:
    given_rows = [row for row in rows(design) if row["position"] <= 7]
    assert len(read_list(design, given_rows)) == len(given_rows)


def altered(at: int, **values: object) -> Callable[[Rows], Rows]:
    return lambda given_rows: [
        row | values if index == at else row for index, row in enumerate(given_rows)
    ]


@pytest.mark.parametrize(
    ("tamper", "words"),
    [
        (lambda given_rows: given_rows[:40], "Stratum Kent is missing"),
        (altered(0, stratum="Surrey"), "no list of Surrey, period 1"),
        (altered(0, period=2), "no list of Essex, period 2"),
        (lambda given_rows: given_rows[1:], "run from 1 without gap or repeat"),
        (lambda given_rows: [*given_rows, given_rows[3]], "without gap or repeat"),
        (altered(0, block_size=7), "block 1 is broken"),
        (altered(0, block=3), "is broken"),
        (altered(3, p_assignment=0.5), "not that of the ratio"),
        (lambda given_rows: [row | {"arm": "control"} for row in given_rows], "does not hold"),
        (lambda given_rows: [row | {"block_size": 12} for row in given_rows], "no block of 12"),
        (lambda _: [{"stratum": "Essex"}], "A row has no period"),
    ],
)
def test_a_list_that_is_not_of_its_design(tamper: Callable[[Rows], Rows], words: str) -> None:
    with pytest.raises(ListError, match=words):
        read_list(DESIGN, tamper(rows()))
