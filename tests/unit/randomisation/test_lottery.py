from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.randomisation import (
    Batch,
    Design,
    DesignError,
    Lottery,
    generate,
    read_design,
    verify,
)
from drive.vocabulary.allocation import Arm

batches = st.lists(
    st.tuples(st.sampled_from(["Essex", "Kent"]), st.integers(1, 6), st.integers(7, 30)),
    min_size=1,
    max_size=4,
)


@given(given_batches=batches, seed=st.integers(0, 2**64))
def test_each_batch_gives_its_places(given_batches: list[tuple[str, int, int]], seed: int) -> None:
    lottery = Lottery(given_batches)
    allocations = generate(lottery, seed)
    assert len(allocations) == sum(units for _, _, units in given_batches)
    found = sorted(
        (stratum, sum(each.arm is Arm.DRIVE for each in places), len(places))
        for (stratum, _), group in groupby(allocations.positions, key=lambda p: p.key[:2])
        for places in [list(group)]
    )
    assert found == sorted(given_batches)
    assert verify(allocations, seed).agrees


@given(given_batches=batches)
def test_a_lottery_can_be_stored_and_read_back(given_batches: list[tuple[str, int, int]]) -> None:
    lottery = Lottery(given_batches)
    again = read_design(lottery.to_dict())
    assert again == lottery
    assert again.hash() == lottery.hash()


def test_permuted_blocks_are_read_back_as_such() -> None:
    design = Design({"Essex": 9})
    assert read_design(design.to_dict()) == design


def test_the_probability_is_places_by_units() -> None:
    assert set(generate(Lottery([("Essex", 3, 20)]), seed=1).frame["p_assignment"]) == {0.15}


def test_a_later_batch_alters_nothing_before() -> None:
    now = generate(Lottery([("Essex", 3, 20)]), seed=7)
    later = generate(Lottery([("Essex", 3, 20), ("Kent", 2, 9), ("Essex", 4, 20)]), seed=7)
    assert later.positions[:20] == now.positions


def test_every_set_of_winners_is_equally_likely() -> None:
    drawn = [
        tuple(each.arm is Arm.DRIVE for each in generate(Lottery([("Essex", 2, 4)]), s).positions)
        for s in range(1200)
    ]
    assert len(set(drawn)) == 6
    assert all(140 < drawn.count(each) < 260 for each in set(drawn))


@pytest.mark.parametrize(
    ("given_batches", "words"),
    [
        ([], "needs a batch"),
        ([("Essex", -1, 9)], "none below 0"),
        ([("Essex", 0, 9)], "no free place"),
        ([("Essex", 9, 9)], "9 places for 9 units: nothing is left to chance"),
        ([("Essex", 1, 1)], "1 place for 1 unit"),
        ([(" ", 1, 9)], "no stratum"),
        ([("Essex", 1.5, 9)], "whole numbers"),
        ([Batch("Essex", places=True, units=9)], "whole numbers"),
    ],
)
def test_a_lottery_that_cannot_be(given_batches: list[object], words: str) -> None:
    with pytest.raises(DesignError, match=words):
        Lottery(given_batches)  # type: ignore[arg-type]
