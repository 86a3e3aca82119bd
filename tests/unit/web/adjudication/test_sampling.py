"""A sample of both arms: drawn again alike, balanced, one narrative a person, in random order."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.web.adjudication.rules.sampling import Candidate, draw

ARMS = ("drive", "control")


def candidates(drive: int, control: int) -> list[Candidate]:
    return [
        Candidate(key=UUID(int=number + 1), arm=ARMS[number >= drive], person=number)
        for number in range(drive + control)
    ]


seeds = st.integers(0, 2**63 - 1)


@given(st.integers(0, 30), st.integers(0, 30), st.integers(2, 40), seeds)
def test_it_is_balanced_and_as_large_as_both_arms_allow(
    drive: int, control: int, size: int, seed: int
) -> None:
    pool = candidates(drive, control)
    arm_of = {each.key: each.arm for each in pool}
    drawn = [arm_of[key] for key in draw(pool, arms=ARMS, size=size, seed=seed)]
    assert drawn.count("drive") == drawn.count("control") == min(size // 2, drive, control)


@given(seeds, st.randoms(use_true_random=False))
def test_the_same_seed_draws_the_same_whatever_the_order_of_reading(seed: int, chance) -> None:  # type: ignore[no-untyped-def]
    pool = candidates(12, 20)
    shuffled = chance.sample(pool, len(pool))
    assert draw(pool, arms=ARMS, size=10, seed=seed) == draw(
        shuffled, arms=ARMS, size=10, seed=seed
    )


def test_another_seed_draws_another_sample() -> None:
    pool = candidates(40, 40)
    assert len({tuple(draw(pool, arms=ARMS, size=20, seed=seed)) for seed in range(50)}) == 50


def test_everybody_is_drawn_about_as_often() -> None:
    """Of 10 in each arm 5 are drawn: each in half of 2,000 draws, give or take four sd's of 22."""
    pool = candidates(10, 10)
    drawn = [key for seed in range(2000) for key in draw(pool, arms=ARMS, size=10, seed=seed)]
    assert all(abs(drawn.count(each.key) - 1000) < 90 for each in pool)


def test_the_place_in_the_order_tells_no_arm() -> None:
    pool = candidates(10, 10)
    arm_of = {each.key: each.arm for each in pool}
    first = [arm_of[draw(pool, arms=ARMS, size=10, seed=seed)[0]] for seed in range(2000)]
    assert abs(first.count("drive") - 1000) < 90


def test_of_one_person_one_narrative_at_most() -> None:
    twice = [
        Candidate(key=UUID(int=100 * place + 10 * number + form), arm=arm, person=(arm, number))
        for place, arm in enumerate(ARMS)
        for number in range(1, 6)
        for form in range(3)
    ]
    person_of = {each.key: each.person for each in twice}
    for seed in range(50):
        people = [person_of[key] for key in draw(twice, arms=ARMS, size=10, seed=seed)]
        assert len(people) == len(set(people)) == 10


@pytest.mark.parametrize("pool", [[], candidates(5, 0), candidates(0, 5)])
def test_without_one_arm_nothing_is_drawn(pool: list[Candidate]) -> None:
    assert draw(pool, arms=ARMS, size=10, seed=1) == []
