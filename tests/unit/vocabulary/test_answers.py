"""An answer has a value if, and only if, it is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.answers import Answer, ValueStatus, known, unknown


@given(
    value=st.one_of(st.none(), st.just(""), st.text(min_size=1)),
    status=st.sampled_from(ValueStatus),
)
def test_a_value_stands_exactly_with_known(value: str | None, status: ValueStatus) -> None:
    fits = bool(value) == (status is ValueStatus.KNOWN)
    if fits:
        assert Answer(value=value, status=status).is_known is bool(value)
    else:
        with pytest.raises(ValueError, match="if, and only if"):
            Answer(value=value, status=status)


def test_the_two_ways_of_making_one() -> None:
    assert known("yes").value == "yes"
    assert unknown(ValueStatus.DECLINED) == Answer(status=ValueStatus.DECLINED)
