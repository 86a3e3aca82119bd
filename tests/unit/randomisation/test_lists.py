from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.randomisation import AllocationList, Design, generate
from drive.vocabulary.allocation import Arm

PILOT = Design(strata={"Essex": 700, "South Wales": 600, "West Sussex": 472})
PERIODS = [("2016-04-01", (1, 8)), ("2016-10-01", (1, 5))]

designs = st.builds(
    Design,
    strata=st.dictionaries(st.sampled_from(["a", "b", "c"]), st.integers(1, 90), min_size=1),
    ratio=st.tuples(st.integers(1, 3), st.integers(1, 9)),
    block_multiples=st.sets(st.integers(1, 8), min_size=1, max_size=3),
    periods=st.sampled_from([[], PERIODS]),
)


def arms(allocations: AllocationList, stratum: str, period: int = 1) -> list[Arm]:
    return [
        each.arm
        for each in allocations.positions
        if (each.stratum, each.period) == (stratum, period)
    ]


def test_the_pilots_design_gives_the_pilots_size() -> None:
    frame = generate(PILOT, seed=1).frame
    assert len(frame) == 1772
    assert list(frame)[:6] == ["stratum", "period", "block", "position", "arm", "p_assignment"]
    assert frame.groupby("stratum").size().to_dict() == dict(PILOT.strata)
    # Each site's last block may be cut: at most 8 places of Drive away from one in nine.
    assert (frame["arm"] == "drive").sum() == pytest.approx(1772 / 9, abs=3 * 8)


@given(design=designs, seed=st.integers(0, 2**128))
def test_whole_blocks_hold_their_ratio_and_nothing_is_skipped(design: Design, seed: int) -> None:
    ratios = {number: period.ratio for number, period in design.numbered_periods()}
    lists = groupby(generate(design, seed).positions, key=lambda p: (p.stratum, p.period))
    for (stratum, period), listed in lists:
        positions = list(listed)
        wanted = design.strata[stratum]
        assert [each.position for each in positions] == list(range(1, wanted + 1))
        drive, control = ratios[period]
        for _, block in groupby(positions, key=lambda p: p.block):
            places = list(block)
            size = places[0].block_size
            treated = sum(each.arm is Arm.DRIVE for each in places)
            assert size // (drive + control) in design.block_multiples
            assert len(places) == size or places[-1].position == wanted
            assert len(places) < size or treated * (drive + control) == size * drive
            assert {each.p_assignment for each in places} == {drive / (drive + control)}


@given(design=designs, seed=st.integers(0, 2**128))
def test_the_same_seed_gives_the_same_list(design: Design, seed: int) -> None:
    assert generate(design, seed) == generate(design, seed)
    assert generate(design, seed).hash() == generate(design, seed).hash()


def test_another_seed_gives_another_list() -> None:
    lists = [generate(PILOT, seed) for seed in (1, 2, b"one", b"two")]
    assert len({each.hash() for each in lists}) == 4


def test_what_comes_later_alters_nothing_drawn_before() -> None:
    now = generate(Design({"Essex": 100}, periods=PERIODS[:1]), seed=4)
    later = generate(Design({"Essex": 150, "Kent": 90}, periods=PERIODS), seed=4)
    assert arms(later, "Essex")[:100] == arms(now, "Essex")


def test_strata_and_periods_have_lists_of_their_own() -> None:
    allocations = generate(
        Design({"Essex": 90, "Kent": 90}, periods=[PERIODS[0], ("2017-01-01", (1, 8))]), seed=4
    )
    lists = [
        arms(allocations, stratum, period) for stratum in ("Essex", "Kent") for period in (1, 2)
    ]
    assert len({tuple(each) for each in lists}) == 4


def test_the_list_of_a_seed_never_changes() -> None:
    """Drawn once and written down: a change here would break every list already sealed."""
    allocations = generate(Design({"Essex": 27}, block_multiples=(3,)), seed=1)
    places = [each.position for each in allocations.positions if each.arm is Arm.DRIVE]
    assert places == [1, 10, 25]


def test_each_position_is_drive_as_often_as_the_design_says() -> None:
    design = Design({"Essex": 12}, ratio=(1, 2), block_multiples=(1, 2, 4))
    drawn = [
        [arm is Arm.DRIVE for arm in arms(generate(design, seed), "Essex")] for seed in range(1500)
    ]
    shares = [sum(column) / len(drawn) for column in zip(*drawn, strict=True)]
    four_errors = 4 * (1 / 3 * 2 / 3 / len(drawn)) ** 0.5
    assert shares == pytest.approx([1 / 3] * 12, abs=four_errors)
