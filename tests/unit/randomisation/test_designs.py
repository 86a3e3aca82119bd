import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.randomisation import Design, DesignError, Period
from drive.vocabulary.allocation import Arm

PILOT = {"Essex": 700, "South Wales": 600, "West Sussex": 472}
PERIODS = [("2016-04-01", (1, 8)), ("2016-10-01", (1, 5))]

designs = st.builds(
    Design,
    strata=st.dictionaries(
        st.text("abcé ", min_size=1).filter(str.strip), st.integers(1, 60)
    ).filter(bool),
    ratio=st.tuples(st.integers(1, 4), st.integers(1, 9)),
    block_multiples=st.sets(st.integers(1, 9), min_size=1, max_size=3),
    periods=st.sets(st.dates(date(2016, 1, 1), date(2019, 1, 1)), max_size=3).map(
        lambda starts: [(start, (1, 3)) for start in sorted(starts)]
    ),
)


@given(design=designs)
def test_a_design_can_be_stored_and_read_back(design: Design) -> None:
    again = Design.from_dict(design.to_dict())
    assert again == design
    assert again.hash() == design.hash()
    assert pickle.loads(pickle.dumps(design)) == design  # noqa: S301


def test_the_hash_ignores_the_order_of_writing() -> None:
    turned = dict(reversed(PILOT.items()))
    one = Design(PILOT, ratio=(1, 8), block_multiples=(8, 3, 5))
    assert one.hash() == Design(turned, ratio=(1, 8), block_multiples=(3, 5, 8)).hash()
    assert len({one, Design(turned)}) == 1


def test_the_hash_is_that_of_the_canonical_text() -> None:
    """By sha256sum: {"block_multiples":[3,5,8],"periods":[],"ratio":[1,8],"strata":{"Essex":9}}"""
    expected = "a063678c2e19f5980faa747888990086bb298ff6172ec009070dbf8990730570"
    assert Design({"Essex": 9}).hash() == expected


@pytest.mark.parametrize(
    "other",
    [
        Design({"Essex": 10}),
        Design({"Kent": 9}),
        Design({"Essex": 9}, ratio=(1, 7)),
        Design({"Essex": 9}, block_multiples=(3, 5)),
        Design({"Essex": 9}, periods=PERIODS),
    ],
)
def test_any_change_changes_the_hash(other: Design) -> None:
    assert Design({"Essex": 9}).hash() != other.hash()


def test_a_design_cannot_be_altered() -> None:
    design = Design(PILOT)
    with pytest.raises(TypeError):
        design.strata["Essex"] = 1  # type: ignore[index]
    with pytest.raises(AttributeError):
        design.ratio = (1, 1)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("day", "number"), [(date(2016, 4, 1), 1), (date(2016, 9, 30), 1), (date(2016, 10, 1), 2)]
)
def test_the_period_of_a_day(day: date, number: int) -> None:
    assert Design(PILOT, periods=PERIODS).period_on(day)[0] == number


def test_without_periods_there_is_one() -> None:
    assert Design(PILOT).period_on(date(2016, 1, 1)) == (1, Period(None, (1, 8)))


def test_before_the_first_period() -> None:
    with pytest.raises(DesignError, match="No period of the design had begun on 31 March 2016"):
        Design(PILOT, periods=PERIODS).period_on(date(2016, 3, 31))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"strata": {}}, "needs a stratum"),
        ({"strata": {" ": 3}}, "no name"),
        ({"strata": {"Essex": 0}}, "Stratum Essex wants 0"),
        ({"strata": {"Essex": -5}}, "Stratum Essex wants -5"),
        ({"strata": {"Essex": 2.5}}, "wants 2.5"),
        ({"ratio": (0, 8)}, "two whole numbers above 0"),
        ({"ratio": (1, 8, 2)}, "two whole numbers above 0"),
        ({"block_multiples": ()}, "Block multiples"),
        ({"block_multiples": (3, 0)}, "Block multiples"),
        ({"block_multiples": (3, 3)}, "stands twice"),
        ({"periods": [("2016-10-01", (1, 8)), ("2016-04-01", (1, 5))]}, "later than"),
        ({"periods": [Period(None, (1, 8))]}, "needs a start date"),
        ({"periods": [("2016-10-01", (1, -8))]}, "two whole numbers above 0"),
    ],
)
def test_a_design_that_contradicts_itself(given: dict[str, object], words: str) -> None:
    with pytest.raises(DesignError, match=words):
        Design(**({"strata": PILOT} | given))  # type: ignore[arg-type]


def test_arms_are_the_words_of_the_field() -> None:
    assert [arm.value for arm in Arm] == ["drive", "control"]
