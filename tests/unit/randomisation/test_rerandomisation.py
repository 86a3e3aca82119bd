import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chisquare, hypergeom

from drive.randomisation import AllocationList, Design, Lottery, generate, redraws, rerandomise
from drive.randomisation.rerandomisation import observed

PERIODS = [("2016-04-01", (1, 8)), ("2016-10-01", (2, 5))]

designs = st.builds(
    Design,
    strata=st.dictionaries(st.sampled_from(["a", "b", "c"]), st.integers(1, 90), min_size=1),
    ratio=st.tuples(st.integers(1, 3), st.integers(1, 9)),
    block_multiples=st.sets(st.integers(1, 8), min_size=1, max_size=3),
    periods=st.sampled_from([[], PERIODS]),
)


@st.composite
def lists_in_use(draw: st.DrawFn) -> AllocationList:
    """Lists of either kind, used in part, with void positions among those used."""
    lotteries = st.builds(
        Lottery,
        st.lists(st.tuples(st.just("a"), st.integers(1, 6), st.integers(7, 20)), min_size=1),
    )
    design = draw(st.one_of(designs, lotteries))
    allocations = generate(design, draw(st.integers(0, 2**64)))
    counts = {
        (plan.stratum, plan.period): draw(st.integers(0, plan.positions)) for plan in design.lists()
    }
    used = allocations.used(counts)
    if not used.positions:
        return allocations
    return used.voiding(draw(st.sets(st.sampled_from([each.key for each in used.positions]))))


@given(allocations=lists_in_use(), seed=st.integers(0, 2**64))
def test_no_stratum_period_block_or_exclusion_is_broken(
    allocations: AllocationList, seed: int
) -> None:
    drawn = rerandomise(allocations, draws=5, seed=seed)
    seen = observed(allocations)
    void = np.array([each.key in allocations.void for each in allocations.positions])
    assert (drawn[:, void] == seen[void]).all()
    frame = allocations.frame.assign(seen=seen)
    for _, block in frame.groupby(["stratum", "period", "block"]):
        size = block["block_size"].iloc[0]
        drive = round(size * block["p_assignment"].iloc[0])
        given_out = drawn[:, block.index].sum(axis=1)
        assert (given_out <= drive).all()
        assert (given_out >= drive - (size - len(block))).all()


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


@pytest.mark.parametrize("used", [1, 5, 11, 18])
def test_a_block_used_in_part_holds_as_many_drive_as_chance_has_it(used: int) -> None:
    """The first positions of a block of 18 with 6 of Drive: hypergeometric."""
    allocations = generate(Design({"Essex": 18}, ratio=(1, 2), block_multiples=(6,)), seed=3)
    drawn = rerandomise(allocations.used({("Essex", 1): used}), draws=8000, seed=used)
    most = min(used, 6)
    seen = np.bincount(drawn.sum(axis=1), minlength=most + 1)
    expected = 8000 * hypergeom(18, 6, used).pmf(np.arange(most + 1))
    common = expected >= 5
    expected, seen = expected[common], seen[common]
    if len(seen) > 1:
        assert chisquare(seen, expected * seen.sum() / expected.sum()).pvalue > 0.001
    assert seen.sum() > 7950


@pytest.mark.parametrize("given_away", [0, 1])
def test_beside_a_void_position_the_rest_of_the_block_is_drawn(given_away: int) -> None:
    """2 of 6; one void position leaves 5, of which 2 or 1 are Drive, each as likely."""
    allocations = generate(Lottery([("Essex", 2, 6)]), seed=5)
    at = int(np.flatnonzero(observed(allocations) == given_away)[0])
    drawn = rerandomise(allocations.voiding([allocations.positions[at].key]), draws=9000, seed=6)
    shares = np.delete(drawn.mean(axis=0), at)
    p = (2 - given_away) / 5
    assert shares == pytest.approx([p] * 5, abs=4 * np.sqrt(p * (1 - p) / 9000))
    assert (drawn[:, at] == given_away).all()


def test_every_set_is_equally_likely_also_where_most_are_drive() -> None:
    for places in (2, 4):
        drawn = rerandomise(generate(Lottery([("Essex", places, 6)]), seed=1), 6000, seed=2)
        seen = np.unique(drawn, axis=0, return_counts=True)[1]
        assert len(seen) == 15
        assert chisquare(seen).pvalue > 0.001


def test_the_parts_make_up_the_whole_and_more_draws_leave_the_first_as_they_were() -> None:
    allocations = generate(Design({"Essex": 60}), seed=3)
    whole = rerandomise(allocations, draws=1100, seed=9)
    parts = list(redraws(allocations, draws=1100, seed=9))
    assert [len(part) for part in parts] == [512, 512, 76]
    assert (np.vstack(parts) == whole).all()
    assert (rerandomise(allocations, draws=700, seed=9) == whole[:700]).all()


def test_a_large_lottery_is_drawn_fairly_too() -> None:
    drawn = rerandomise(generate(Lottery([("Essex", 45, 100)]), seed=1), 4000, seed=2)
    assert (drawn.sum(axis=1) == 45).all()
    assert np.abs(drawn.mean(axis=0) - 0.45).max() < 4.5 * np.sqrt(0.45 * 0.55 / 4000)


def test_nothing_used_gives_empty_draws() -> None:
    nothing = generate(Design({"Essex": 60}), seed=3).used({})
    assert rerandomise(nothing, draws=3, seed=1).shape == (3, 0)
