import math
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.statistics.describe import numbers
from drive.statistics.results import Undefined

measures = st.floats(-1e6, 1e6, allow_nan=False)


@given(values=st.lists(measures, min_size=2, max_size=30), missing=st.integers(0, 5))
def test_against_the_standard_library(values: list[float], missing: int) -> None:
    found = numbers([*values, *[None] * missing])
    assert (found.n, found.missing) == (len(values), missing)
    assert found.mean == pytest.approx(statistics.fmean(values), abs=1e-6)
    assert found.sd == pytest.approx(statistics.stdev(values), abs=1e-4)
    assert found.median == pytest.approx(statistics.median(values))
    assert (found.min, found.max) == (min(values), max(values))


def test_nan_is_missing() -> None:
    assert numbers([1, math.nan, None]).missing == 2


def test_nothing_known() -> None:
    found = numbers([None, None])
    assert (found.n, found.missing) == (0, 2)
    assert found.mean == found.max == Undefined("no value is known")


def test_one_value_has_no_spread() -> None:
    assert numbers([4]).sd == Undefined("the standard deviation needs two values")


def test_an_infinite_value_is_refused() -> None:
    with pytest.raises(ValueError, match="infinite"):
        numbers([1, math.inf])
