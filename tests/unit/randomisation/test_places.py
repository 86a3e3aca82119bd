from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.randomisation import DesignError
from drive.randomisation.places import Caseload, Limits, preview, preview_of


def team(*open_cases: int) -> list[Caseload]:
    return [Caseload(f"Worker {at}", cases) for at, cases in enumerate(open_cases, start=1)]


@pytest.mark.parametrize(
    ("open_cases", "expected", "ratio"),
    [
        ((18, 15), 63, (1, 8)),  # 7 places
        ((18, 15), 64, (1, 9)),  # rounded towards control
        ((13,), 20, (1, 2)),  # 7 of 20: 1:2 and 3:6 are the nearest below
        ((10,), 25, (2, 3)),
        ((12,), 20, (2, 3)),
        ((4,), 20, (3, 1)),  # 16 of 20 is beyond three parts
        ((20, 30, 19), 9, (1, 8)),
    ],
)
def test_the_ratio_follows_the_places(
    open_cases: tuple[int, ...], expected: int, ratio: tuple[int, int]
) -> None:
    assert preview(team(*open_cases), expected).ratio == ratio


@given(
    open_cases=st.lists(st.integers(0, 30), min_size=1, max_size=5), expected=st.integers(0, 300)
)
def test_places_are_enough_for_as_many_as_are_expected(
    open_cases: list[int], expected: int
) -> None:
    found = preview(team(*open_cases), expected)
    assert found.places == sum(max(0, 20 - cases) for cases in open_cases)
    assert (found.ratio is not None) == (0 < found.places < expected)
    if found.ratio:
        assert Fraction(found.ratio[0], sum(found.ratio)) * expected <= found.places
        assert found.p_assignment == found.ratio[0] / sum(found.ratio)
        assert f"{found.ratio[0]} Drive to {found.ratio[1]} control" in found.in_words


def test_cases_that_close_free_their_places() -> None:
    assert preview([Caseload("A", 20, closing=7)], 63, months=3).in_words == (
        "With 7 places for 63 draws expected, the ratio of the next 3 months would be "
        "1 Drive to 8 control."
    )


def test_idvas_with_fewer_places_hold_the_ratio_down() -> None:
    assert preview(team(10), 20, idvas=team(18)).ratio == (1, 9)


@pytest.mark.parametrize(
    ("open_cases", "expected", "words"),
    [
        (20, 9, "No place is free for the 9 draws expected in the next month."),
        (11, 9, "There are 9 places for 9 draws expected in the next month: everybody could"),
        (11, 0, "Nobody is expected to be drawn in the next month."),
    ],
)
def test_where_there_is_nothing_to_draw(open_cases: int, expected: int, words: str) -> None:
    found = preview(team(open_cases), expected)
    assert found.ratio is None
    assert found.p_assignment is None
    assert found.in_words.startswith(words)


def test_warnings() -> None:
    assert preview(team(20, 21, 24, 25), 9).warnings == (
        "Worker 2 has 21 cases, above the target of 20.",
        "Worker 3 has 24 cases, above the target of 20.",
        "Worker 4 has 25 cases: from 25 on a caseload needs authorisation.",
    )
    assert preview(team(1), 30, limits=Limits(target=2, authorised=3)).places == 1


@pytest.mark.parametrize(
    ("given_caseload", "more", "words"),
    [
        (Caseload("A", -1), {}, "A has a number of cases below 0"),
        (Caseload("A", 3, closing=-1), {}, "below 0"),
        (Caseload("A", 1, closing=2), {}, "A has 1 open case; 2 cannot close"),
        (Caseload("A", 1), {"expected": -1}, "-1 draw units cannot be expected"),
        (Caseload("A", 1), {"months": 0}, "a month at least"),
        (Caseload("A", 1), {"limits": Limits(target=26)}, "not above the caseload"),
        (Caseload("A", 1), {"limits": Limits(target=0)}, "above 0"),
    ],
)
def test_what_cannot_be(given_caseload: Caseload, more: dict[str, object], words: str) -> None:
    with pytest.raises(DesignError, match=words):
        preview([given_caseload], **({"expected": 9} | more))  # type: ignore[arg-type]


def test_places_that_somebody_counted_give_the_same_ratio() -> None:
    found = preview([Caseload("A", 18, closing=2)], expected=36)
    assert preview_of(4, expected=36) == found
    assert preview_of(0, expected=36).ratio is None


@pytest.mark.parametrize(
    ("places", "expected", "months", "words"),
    [
        (-1, 36, 1, "-1 places cannot be free"),
        (4, -1, 1, "-1 draw units cannot be expected"),
        (4, 36, 0, "a month at least"),
    ],
)
def test_places_below_zero_are_refused(places: int, expected: int, months: int, words: str) -> None:
    with pytest.raises(DesignError, match=words):
        preview_of(places, expected, months=months)
