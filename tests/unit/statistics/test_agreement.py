"""Agreement of two raters, against two papers and statsmodels."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa

from drive.statistics.agreement import cohen_kappa, weighted_kappa
from drive.statistics.counts import CountsError
from drive.statistics.results import Undefined, is_defined

COHEN_1968 = [[88, 10, 2], [14, 40, 6], [18, 10, 12]]
FLEISS_1969 = [[106, 10, 4], [22, 28, 10], [2, 12, 6]]

tables = st.integers(2, 4).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, 30), min_size=size, max_size=size), min_size=size, max_size=size
    )
)


@pytest.mark.parametrize(("table", "kappa"), [(COHEN_1968, 0.492), (FLEISS_1969, 0.429)])
def test_kappa_published(table: list[list[int]], kappa: float) -> None:
    """Cohen (1968) Psychol Bull 70:213-220; Fleiss, Cohen, Everitt (1969) 72:323-327."""
    assert cohen_kappa(table).value == pytest.approx(kappa, abs=5e-4)


@example([[0, 0], [1, 0]])
@example([[0, 0], [1, 2]])
@given(tables)
def test_kappa_and_its_interval_are_those_of_statsmodels(table: list[list[int]]) -> None:
    found = cohen_kappa(table)
    if isinstance(found.value, Undefined):
        used = np.array(table)
        assert used.sum() == 0 or np.count_nonzero(np.diag(used)) == np.count_nonzero(used) == 1
        return
    # Theirs divides by a standard error that may be nought, for a z that nobody reads here.
    with np.errstate(invalid="ignore", divide="ignore"):
        theirs = cohens_kappa(np.array(table))
    assert found.value == pytest.approx(theirs.kappa, abs=1e-9)
    # Their variance can come out at -1e-17, and its root as no number; it is nought then.
    reach = 0 if -1e-12 < theirs.var_kappa < 0 else theirs.kappa_upp - theirs.kappa
    assert found.low == pytest.approx(max(theirs.kappa - reach, -1), abs=1e-6)
    assert found.high == pytest.approx(min(theirs.kappa + reach, 1), abs=1e-6)


def test_complete_agreement_is_one_and_chance_is_nought() -> None:
    assert cohen_kappa([[5, 0], [0, 5]]).value == pytest.approx(1)
    assert cohen_kappa([[5, 5], [5, 5]]).value == pytest.approx(0)


@pytest.mark.parametrize("table", [[[0, 0], [0, 0]], [[7, 0], [0, 0]]])
def test_without_variety_there_is_no_kappa(table: list[list[int]]) -> None:
    assert not is_defined(cohen_kappa(table).value)


@pytest.mark.parametrize("table", [[[1, 2]], [[1, -1], [0, 1]], [[0.5, 1], [1, 1]]])
def test_what_is_no_table_of_two_raters_is_refused(table: list[list[int]]) -> None:
    with pytest.raises(CountsError):
        cohen_kappa(table)


RADIOLOGISTS = [[21, 12, 0, 0], [4, 17, 1, 0], [3, 9, 15, 2], [0, 0, 0, 1]]
"""Two radiologists, 85 xeromammograms, four categories in order (Altman 1991, page 406)."""


def test_weighted_kappa_published() -> None:
    """Stata's manual on `kap ..., wgt(w)` prints 86.67% against 69.11%, kappa 0.5684."""
    assert weighted_kappa(RADIOLOGISTS).value == pytest.approx(0.5684, abs=5e-5)
    assert weighted_kappa(RADIOLOGISTS).value == pytest.approx(
        (0.8667 - 0.6911) / (1 - 0.6911), abs=5e-4
    )


def test_with_two_categories_the_weights_change_nothing() -> None:
    table = [[22, 6], [5, 17]]
    plain, weighted = cohen_kappa(table), weighted_kappa(table)
    assert (plain.value, plain.low, plain.high) == (weighted.value, weighted.low, weighted.high)
    assert plain.method != weighted.method


@example([[0, 0], [1, 2]])
@example([[3, 0], [0, 0]])
@given(tables)
def test_weighted_kappa_and_its_interval_are_those_of_statsmodels(table: list[list[int]]) -> None:
    found = weighted_kappa(table)
    if isinstance(found.value, Undefined):
        used = np.array(table)
        assert used.sum() == 0 or np.count_nonzero(np.diag(used)) == np.count_nonzero(used) == 1
        return
    with np.errstate(invalid="ignore", divide="ignore"):
        theirs = cohens_kappa(np.array(table), wt="linear")
    assert found.value == pytest.approx(theirs.kappa, abs=1e-9)
    assert is_defined(found.low)
    assert is_defined(found.high)
    if not np.isnan(theirs.std_kappa):
        assert found.low == pytest.approx(max(theirs.kappa_low, -1), abs=1e-6)
        assert found.high == pytest.approx(min(theirs.kappa_upp, 1), abs=1e-6)


@pytest.mark.parametrize("table", [[[1]], [[1, 2]], [[1, -1], [0, 2]]])
def test_weighted_kappa_of_what_is_no_table_of_two_raters(table: list[list[int]]) -> None:
    with pytest.raises(CountsError):
        weighted_kappa(table)
