"""Two rows are compared in words, as a person would read them."""

import pytest

from drive.web.cleaning.rules.comparing import DIFFER, Likeness, compare, headings
from drive.web.cleaning.rules.rows import cells_of
from tests.factories.cleaning import typed


@pytest.mark.parametrize(
    ("key", "one", "other", "likeness"),
    [
        ("victim_surname", "O'Hara", "O'Hara", Likeness.SAME),
        ("victim_surname", "O'Hara", "OHARA ", Likeness.TYPED_OTHERWISE),
        ("victim_surname", "O'Hara", "Ohera", Likeness.DIFFERENT),
        ("victim_born", "01/07/1980", "1 July 1980", Likeness.TYPED_OTHERWISE),
        ("victim_born", "01/07/1980", "07/01/1980", Likeness.TURNED),
        ("victim_born", "01/07/1980", "01/07/1981", Likeness.DIFFERENT),
        ("victim_born", "01/07/1980", "", Likeness.ONE_BLANK),
        ("victim_born", "", " ", Likeness.BOTH_BLANK),
        ("marac_on", "soon", "later", Likeness.DIFFERENT),
    ],
)
def test_likeness_under_one_heading(key: str, one: str, other: str, likeness: Likeness):
    rows = [cells_of(typed(1)) | {key: text} for text in (one, other)]
    found = {each.key: each.likeness for each in compare(*rows)}
    assert found.pop(key) is likeness
    assert set(found.values()) <= {Likeness.SAME, Likeness.BOTH_BLANK}


def test_what_differs_is_named_by_its_heading():
    one, other = cells_of(typed(1)), cells_of(typed(1, marac_on="1/1/2017", site="Kent"))
    assert headings(compare(one, other), DIFFER) == ["Site", "Marac date"]


def test_no_answer_is_compared_here():
    assert not set(typed(1).answers) & {each.key for each in compare({}, {})}
