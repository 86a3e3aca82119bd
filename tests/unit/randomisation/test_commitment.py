import hashlib
import json
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.randomisation import Design, Lottery, check_seed, commit, generate, opens
from drive.randomisation.commitment import SeedTooShort
from drive.randomisation.lists import AllocationList
from drive.vocabulary.allocation import Arm

PERIODS = [("2016-04-01", (1, 8)), ("2016-10-01", (1, 5))]
seeds = st.one_of(st.integers(0, 2**128), st.binary(min_size=1, max_size=40))


@given(seed=seeds, other=seeds)
def test_a_commitment_opens_with_its_seed_alone(seed: int | bytes, other: int | bytes) -> None:
    assert opens(commit(seed), seed)
    assert opens(commit(seed), other) == (commit(seed) == commit(other))


def test_zeros_in_front_make_another_seed() -> None:
    assert commit(b"\x00\x07") != commit(b"\x07")


def test_a_list_carries_the_commitment_of_its_seed() -> None:
    assert generate(Design({"Essex": 9}), seed=5).commitment == commit(5)


def test_a_seed_that_could_be_guessed() -> None:
    check_seed(bytes(32))
    with pytest.raises(SeedTooShort, match="32 bytes from the operating system; 8 were given"):
        check_seed(bytes(8))


def test_a_later_period_leaves_the_published_seals_as_they_were() -> None:
    now = generate(Design({"Essex": 30}, periods=PERIODS[:1]), seed=4).seals(4)
    later = generate(Design({"Essex": 30, "Kent": 9}, periods=PERIODS), seed=4).seals(4)
    assert later["Essex", 1] == now["Essex", 1]
    assert len(set(later.values())) == 4


def test_a_seal_does_not_give_the_list_away_to_somebody_who_tries_them_all() -> None:
    """Of 2 places among 6 there are 15 lists: a bare hash would be found at once."""
    allocations = generate(Lottery([("Essex", 2, 6)]), seed=b"s" * 32)
    seal = allocations.seals(b"s" * 32)["Essex", 1]
    tried = set()
    for winners in combinations(range(6), 2):
        arms = [Arm.DRIVE if at in winners else Arm.CONTROL for at in range(6)]
        rows = [
            each.to_dict() | {"arm": arm.value}
            for each, arm in zip(allocations.positions, arms, strict=True)
        ]
        text = json.dumps(rows, sort_keys=True, separators=(",", ":"))
        tried.add(hashlib.sha256(text.encode()).hexdigest())
    assert len(tried) == 15
    assert seal not in tried


def test_an_altered_list_has_another_seal() -> None:
    design = Design({"Essex": 30})
    honest = generate(design, seed=4)
    turned = AllocationList(design, honest.positions[::-1])
    assert turned.seals(4) != honest.seals(4)
    assert honest.seals(4) == generate(design, seed=4).seals(4)
