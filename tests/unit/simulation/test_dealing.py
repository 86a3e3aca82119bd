import numpy as np
import pytest

from drive.simulation.pilot.dealing import choose, deal, pick, shuffled, stream


def test_streams_repeat_and_differ_by_purpose():
    first, again, other = stream(1, "a"), stream(1, "a"), stream(1, "b")
    drawn = list(first.integers(1000, size=5))
    assert list(again.integers(1000, size=5)) == drawn
    assert list(other.integers(1000, size=5)) != drawn


def test_the_lowest_score_gets_the_first_value():
    assert deal(["a", "b", "c"], np.array([3.0, 1.0, 2.0])) == ["c", "a", "b"]


def test_dealing_needs_a_value_for_each_receiver():
    with pytest.raises(ValueError, match="2 values for 3 receivers"):
        deal(["a", "b"], np.array([3.0, 1.0, 2.0]))


def test_shuffling_keeps_every_value():
    values = list("aabbbc")
    assert sorted(shuffled(values, stream(0, "x"))) == values


def test_choosing_never_takes_what_has_no_weight():
    rng = stream(0, "x")
    assert {choose({"a": 0.0, "b": 2.0}, rng) for _ in range(50)} == {"b"}


def test_picking_takes_no_one_twice():
    assert sorted(pick(range(10), 10, stream(0, "x"))) == list(range(10))
