from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chisquare

from drive.randomisation import in_chance_order
from drive.randomisation.order import SaltTooShort


@given(units=st.lists(st.text(), unique=True), salt=st.binary(min_size=8), chance=st.randoms())
def test_how_the_batch_was_listed_does_not_matter(units, salt, chance) -> None:  # type: ignore[no-untyped-def]
    turned = chance.sample(units, len(units))
    assert in_chance_order(units, salt) == in_chance_order(turned, salt)
    assert sorted(in_chance_order(units, salt)) == sorted(units)


def test_every_order_is_equally_likely() -> None:
    seen = Counter(
        tuple(in_chance_order("abc", number.to_bytes(8, "big"))) for number in range(3000)
    )
    assert set(seen) == set(permutations("abc"))
    assert chisquare(list(seen.values())).pvalue > 0.001


def test_a_short_salt() -> None:
    with pytest.raises(SaltTooShort, match="has 3 bytes; 8 are needed"):
        in_chance_order(["a"], b"abc")


def test_a_unit_named_twice() -> None:
    with pytest.raises(ValueError, match="named twice"):
        in_chance_order(["a", "a"], b"a long salt")
