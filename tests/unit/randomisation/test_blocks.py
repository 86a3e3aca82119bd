from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chisquare

from drive.randomisation import DesignError, next_block
from drive.randomisation.entropy import below, stream
from drive.vocabulary.allocation import Arm

ratios = st.tuples(st.integers(1, 4), st.integers(1, 9))
seeds = st.one_of(st.integers(0, 2**128), st.binary(min_size=1, max_size=40))


@given(seed=seeds, ratio=ratios, multiples=st.sets(st.integers(1, 8), min_size=1))
def test_a_block_holds_its_ratio(
    seed: int | bytes, ratio: tuple[int, int], multiples: set[int]
) -> None:
    block = next_block(stream(seed, "essex", 1), ratio, multiples)
    drive, control = block.arms.count(Arm.DRIVE), block.arms.count(Arm.CONTROL)
    assert drive * ratio[1] == control * ratio[0]
    assert block.size // sum(ratio) in multiples
    assert block.p_assignment == drive / block.size


def test_every_order_and_every_size_is_equally_likely() -> None:
    rng = stream(20161121, "fairness")
    blocks = [next_block(rng, (1, 2), (1, 2)).arms for _ in range(6000)]
    sizes = Counter(map(len, blocks))
    assert chisquare(list(sizes.values())).pvalue > 0.001
    for size, orders in ((3, 3), (6, 15)):
        seen = Counter(block for block in blocks if len(block) == size)
        assert len(seen) == orders
        assert chisquare(list(seen.values())).pvalue > 0.001


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 72])
def test_numbers_below_a_limit_are_equally_likely(limit: int) -> None:
    rng = stream(5, limit)
    seen = Counter(below(rng, limit) for _ in range(200 * limit))
    assert set(seen) == set(range(limit))
    assert limit == 1 or chisquare(list(seen.values())).pvalue > 0.001


def test_words_beyond_the_last_full_round_are_thrown_away() -> None:
    class Words:
        """Gives the largest word, which no limit of 3 may use, and then 7."""

        def __init__(self) -> None:
            self.words = [2**64 - 1, 7]
            self.bit_generator = self

        def random_raw(self) -> int:
            return self.words.pop(0)

    assert below(Words(), 3) == 7 % 3  # type: ignore[arg-type]


def test_streams_are_their_own() -> None:
    keys = [("essex", 1), ("essex", 2), ("essex", "1"), ("kent", 1)]
    first = {int(stream(1, *key).bit_generator.random_raw()) for key in keys}
    assert len(first) == len(keys)
    assert stream(1, *keys[0]).bit_generator.random_raw() in first


def test_bytes_with_zeros_in_front_are_another_seed() -> None:
    one, other = stream(b"\x00\x07"), stream(b"\x07")
    assert one.bit_generator.random_raw() != other.bit_generator.random_raw()


def test_the_stream_is_the_one_that_numpy_promises_to_keep() -> None:
    """numpy's own documents print 0.5118216247 as the first number of default_rng(1): the upper
    53 bits of PCG64's first raw word, which NEP 19 keeps from release to release."""
    word = int(np.random.PCG64(np.random.SeedSequence(1)).random_raw())
    assert (word >> 11) / 2**53 == pytest.approx(0.5118216247, abs=5e-11)


@pytest.mark.parametrize("seed", [-1, b""])
def test_a_seed_that_is_none(seed: int | bytes) -> None:
    with pytest.raises(ValueError, match="seed"):
        stream(seed)


@pytest.mark.parametrize(("ratio", "multiples"), [((0, 8), (3,)), ((1, 8), ()), ((1, 8), (0, 3))])
def test_a_block_that_cannot_be(ratio: tuple[int, int], multiples: tuple[int, ...]) -> None:
    with pytest.raises(DesignError):
        next_block(stream(1), ratio, multiples)
