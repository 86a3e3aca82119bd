import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.randomisation import Design, generate, rerandomise
from drive.randomisation.rerandomisation import observed

PERIODS = [("2016-04-01", (1, 8)), ("2016-10-01", (2, 5))]

designs = st.builds(
    Design,
    strata=st.dictionaries(st.sampled_from(["a", "b", "c"]), st.integers(1, 90), min_size=1),
    ratio=st.tuples(st.integers(1, 3), st.integers(1, 9)),
    block_multiples=st.sets(st.integers(1, 8), min_size=1, max_size=3),
    periods=st.sampled_from([[], PERIODS]),
)


@given(design=designs, seed=st.integers(0, 2**64))
def test_every_block_keeps_its_ratio(design: Design, seed: int) -> None:
    allocations = generate(design, seed)
    drawn = rerandomise(allocations, draws=5, seed=seed)
    assert drawn.shape == (5, len(allocations))
    assert drawn.dtype == np.uint8
    frame = allocations.frame.assign(seen=observed(allocations))
    for _, block in frame.groupby(["stratum", "period", "block"]):
        if len(block) == block["block_size"].iloc[0]:
            assert (drawn[:, block.index].sum(axis=1) == block["seen"].sum()).all()
        else:
            treated = round(block["block_size"].iloc[0] * block["p_assignment"].iloc[0])
            assert (drawn[:, block.index].sum(axis=1) <= treated).all()


def test_each_position_is_drive_as_often_as_the_design_says() -> None:
    allocations = generate(Design({"Essex": 100}, periods=PERIODS), seed=3)
    shares = rerandomise(allocations, draws=20_000, seed=4).mean(axis=0)
    p = allocations.frame["p_assignment"].to_numpy()
    assert np.abs((shares - p) / np.sqrt(p * (1 - p) / 20_000)).max() < 4.5


def test_the_same_seed_gives_the_same_draws() -> None:
    allocations = generate(Design({"Essex": 60}), seed=3)
    one, other = (rerandomise(allocations, draws=50, seed=s) for s in (1, 2))
    assert (one == rerandomise(allocations, draws=50, seed=1)).all()
    assert (one != other).any()


def test_no_draws() -> None:
    with pytest.raises(ValueError, match="At least one draw"):
        rerandomise(generate(Design({"Essex": 60}), seed=3), draws=0, seed=1)


def test_blocks_are_drawn_apart_from_each_other() -> None:
    """Two blocks of 27 with 3 of Drive: the first places agree as often as chance has it."""
    allocations = generate(Design({"Essex": 54}, block_multiples=(3,)), seed=3)
    drawn = rerandomise(allocations, draws=5000, seed=5)
    together = (drawn[:, 0] & drawn[:, 27]).mean()
    assert together == pytest.approx(1 / 81, abs=4 * np.sqrt(1 / 81 / 5000))
