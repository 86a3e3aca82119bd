"""What was used of a list, what is void in it, and arms that have no list."""

import pytest

from drive.randomisation import (
    Design,
    DesignError,
    HistoricArms,
    ListError,
    NoSequence,
    generate,
    redraws,
    rerandomise,
)

ALLOCATIONS = generate(Design({"Essex": 40, "Kent": 30}), seed=99)
PILOT = HistoricArms(source="the pilot", drive=198, control=1574)


def test_the_first_positions_are_those_used() -> None:
    used = ALLOCATIONS.used({("Essex", 1): 12, ("Kent", 1): 0})
    assert [each.key for each in used.positions] == [("Essex", 1, at) for at in range(1, 13)]


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({("Essex", 1): 41}, "exhausted: it has 40 positions and 41 were asked for"),
        ({("Essex", 1): -1}, "-1 positions cannot be used"),
        ({("Essex", 2): 1}, "no list of Essex, period 2"),
    ],
)
def test_what_cannot_have_been_used(counts: dict[tuple[str, int], int], words: str) -> None:
    with pytest.raises(ListError, match=words):
        ALLOCATIONS.used(counts)


def test_void_positions_are_added_up() -> None:
    void = ALLOCATIONS.voiding([("Kent", 1, 3)]).voiding([("Essex", 1, 1)]).void
    assert void == {("Kent", 1, 3), ("Essex", 1, 1)}


def test_a_position_that_is_not_there_cannot_be_void() -> None:
    with pytest.raises(ListError, match="no position 31 of Kent, period 1"):
        ALLOCATIONS.voiding([("Kent", 1, 31)])


def test_the_pilots_arms_cannot_be_drawn_again() -> None:
    words = r"The 1,772 allocations of the pilot \(198 Drive, 1,574 control\) were imported without"
    with pytest.raises(NoSequence, match=words):
        rerandomise(PILOT, draws=10, seed=1)
    with pytest.raises(NoSequence, match="refused"):
        next(redraws(PILOT, draws=10, seed=1))


def test_a_design_by_the_sizes_of_its_blocks() -> None:
    assert Design.of_block_sizes({"Essex": 9}, (1, 8), [27, 45, 72]) == Design({"Essex": 9})


@pytest.mark.parametrize("size", [10, 4.5])
def test_a_ratio_that_does_not_divide_a_block(size: int) -> None:
    with pytest.raises(DesignError, match="cannot hold 1 Drive to 8 control: 9 does not divide"):
        Design.of_block_sizes({"Essex": 9}, (1, 8), [27, size])


def test_a_stratum_that_is_not_there() -> None:
    design = Design({"Essex": 9, "Kent": 3})
    assert design.wanted("Kent") == 3
    with pytest.raises(DesignError, match="no stratum Surrey; it has Essex, Kent"):
        design.wanted("Surrey")


def test_a_design_can_be_printed() -> None:
    design = Design(
        {"Kent": 3, "Essex": 9}, periods=[("2016-04-01", (1, 8)), ("2017-01-01", (1, 5))]
    )
    assert str(design) == (
        "Permuted blocks of random size: 1 Drive to 8 control from 2016-04-01; "
        "1 Drive to 5 control from 2017-01-01. A block holds 3, 5 or 8 times the ratio. "
        "Positions wanted: Essex 9, Kent 3."
    )
    assert "A block holds 3 times" in str(Design({"Essex": 9}, block_multiples=(3,)))
