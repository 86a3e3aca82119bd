"""The Idva beside two adjudicators, against numbers worked out by hand and by other programs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.weightstats import CompareMeans

from drive.statistics.results import Undefined
from drive.vocabulary.adjudication import ArmLabel
from drive.web.adjudication.rules.comparison import Rated, compare

A, B = ArmLabel.A, ArmLabel.B
LEVELS = 4


def rated(arm: ArmLabel, *rows: tuple[int | None, int | None, int | None]) -> list[Rated]:
    return [Rated(arm=arm, idva=idva, adjudicators=(one, two)) for idva, one, two in rows]


# Arm A: differences 1, 0.5, 0, 1, mean 0.625. Arm B: -0.5, 0, 0.5, mean 0.
ROWS = [
    *rated(A, (3, 2, 2), (3, 3, 2), (1, 1, 1), (2, 1, 1), (None, 0, 0), (2, None, 3)),
    *rated(B, (0, 0, 1), (2, 2, 2), (3, 3, 2), (None, None, None)),
]


def test_the_difference_by_arm_and_between_arms() -> None:
    found = compare(ROWS, levels=LEVELS)
    assert found.a.difference.value == pytest.approx(0.625)
    assert found.b.difference.value == pytest.approx(0)
    assert found.bias.value == pytest.approx(0.625)
    low, high = CompareMeans.from_data([1, 0.5, 0, 1], [-0.5, 0, 0.5]).tconfint_diff(
        usevar="unequal"
    )
    assert found.bias.low == pytest.approx(low)
    assert found.bias.high == pytest.approx(high)


def test_what_is_not_compared_is_counted() -> None:
    found = compare(ROWS, levels=LEVELS)
    counts = [(each.narratives, each.compared, each.idva_not_known, each.not_told)
              for each in (found.a, found.b)]  # fmt: skip
    assert counts == [(6, 4, 1, 1), (4, 3, 1, 1)]


def test_the_two_adjudicators_agree_as_far_as_other_programs_say() -> None:
    """Of A both told (2,2) (3,2) (1,1) (1,1) (0,0): four of five equal."""
    found = compare(ROWS, levels=LEVELS).a
    table = [[1, 0, 0, 0], [0, 2, 0, 0], [0, 0, 1, 0], [0, 0, 1, 0]]
    assert found.exact.value == pytest.approx(0.8)
    assert found.kappa.value == pytest.approx(cohens_kappa(table, wt="linear").kappa)


def test_the_radiologists_of_altman() -> None:
    """Altman (1991), page 406; Stata's manual prints 0.5684 with linear weights, 54 of 85 equal."""
    table = [[21, 12, 0, 0], [4, 17, 1, 0], [3, 9, 15, 2], [0, 0, 0, 1]]
    rows = [
        row
        for first, counts in enumerate(table)
        for second, times in enumerate(counts)
        for row in rated(A, *[(first, first, second)] * times)
    ]
    found = compare(rows, levels=LEVELS).a
    assert found.kappa.value == pytest.approx(0.5684, abs=5e-5)
    assert found.exact.value == pytest.approx(54 / 85)


levels = st.none() | st.integers(0, 3)


@given(st.lists(st.tuples(st.sampled_from([A, B]), levels, levels, levels), max_size=20))
def test_names_of_arms_and_places_of_adjudicators_do_not_matter(
    rows: list[tuple[ArmLabel, int | None, int | None, int | None]],
) -> None:
    found = compare([_row(*row) for row in rows], levels=LEVELS)
    other = {A: B, B: A}
    turned = compare([_row(other[arm], i, y, x) for arm, i, x, y in rows], levels=LEVELS)
    assert _number(turned.bias.value) == pytest.approx(_minus(found.bias.value))
    assert turned.a.compared == found.b.compared
    assert _number(turned.a.kappa.value) == pytest.approx(_number(found.b.kappa.value))


def _row(arm: ArmLabel, idva: int | None, one: int | None, two: int | None) -> Rated:
    return Rated(arm=arm, idva=idva, adjudicators=(one, two))


def _number(value: float | Undefined) -> float:
    return 99.0 if isinstance(value, Undefined) else value


def _minus(value: float | Undefined) -> float:
    return 99.0 if isinstance(value, Undefined) else -value


def test_an_empty_arm_is_undefined_with_a_reason() -> None:
    found = compare(rated(A, (1, 1, 1)), levels=LEVELS)
    for each in (found.b.difference, found.b.exact, found.b.kappa, found.bias):
        assert isinstance(each.value, Undefined)
        assert each.value.reason


def test_a_level_outside_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        compare(rated(A, (4, 1, 1)), levels=LEVELS)
