"""A design as it was lived: lists of both kinds, each as it was opened."""

from datetime import date

import pytest

from drive.randomisation import (
    BlockList,
    Design,
    DesignError,
    Lottery,
    LotteryList,
    OpenedLists,
    generate,
    read_design,
    rerandomise,
    verify,
)

ESSEX = BlockList("essex", 1, (1, 8), (3, 5, 8), 40)
SUSSEX = LotteryList("west_sussex", 1, 3, 20)


def test_a_list_of_blocks_is_the_one_that_its_design_gives() -> None:
    opened = OpenedLists([BlockList("essex", 2, (1, 8), (3, 5, 8), 40)])
    designed = Design(
        {"essex": 40}, periods=[(date(2016, 4, 1), (1, 2)), (date(2017, 4, 1), (1, 8))]
    )
    of_second = [each for each in generate(designed, 7).positions if each.period == 2]
    assert list(generate(opened, 7).positions) == of_second


def test_a_lottery_is_the_one_that_its_batch_gives() -> None:
    opened = generate(OpenedLists([SUSSEX]), 7)
    assert opened.positions == generate(Lottery([("west_sussex", 3, 20)]), 7).positions


def test_lists_that_are_opened_later_alter_nothing() -> None:
    before = generate(OpenedLists([ESSEX]), 7).positions
    after = generate(OpenedLists([SUSSEX, ESSEX]), 7).positions
    assert after[: len(before)] == before


def test_it_is_stored_read_verified_and_drawn_again() -> None:
    design = OpenedLists([SUSSEX, ESSEX])
    read = read_design(design.to_dict())
    assert (read, read.hash()) == (design, design.hash())
    made = generate(read, 7)
    assert verify(made, 7).agrees
    assert not verify(made, 8).agrees
    draws = rerandomise(made, draws=200, seed=1)
    lottery = [each.stratum == "west_sussex" for each in made.positions]
    assert set(draws[:, lottery].sum(axis=1)) == {3}


def test_it_says_what_it_is() -> None:
    words = str(OpenedLists([SUSSEX, ESSEX]))
    assert "essex, list 1: 40 positions, 1 Drive to 8 control, in blocks of 3, 5 or 8" in words
    assert "west_sussex, list 1: 3 places among 20." in words


def test_contradictions_are_refused() -> None:
    with pytest.raises(DesignError, match="No list"):
        OpenedLists([])
    with pytest.raises(DesignError, match="two lists of number 1"):
        OpenedLists([ESSEX, ESSEX])
    with pytest.raises(DesignError, match="one position at least"):
        BlockList("essex", 1, (1, 8), (3, 5, 8), 0)
    with pytest.raises(DesignError, match="whole numbers above 0"):
        BlockList("essex", 1, (0, 8), (3, 5, 8), 10)
    with pytest.raises(DesignError, match="nothing is left to chance"):
        LotteryList("essex", 1, 20, 20)
    with pytest.raises(DesignError, match="none below 0"):
        LotteryList("essex", 1, -1, 20)
