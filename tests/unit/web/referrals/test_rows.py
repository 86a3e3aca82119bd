"""A row is a hearing, or all that is wrong with it is said at once."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.answers import ValueStatus
from drive.web.referrals.rules.fields import BY_KEY
from drive.web.referrals.rules.lists import NumberedRow, judge, read_rows
from drive.web.referrals.rules.rows import ListContext, ReadRow, read_row
from drive.web.referrals.rules.states import RowState, SetAsideReason

CONTEXT = ListContext(
    today=date(2017, 6, 30),
    marac="Essex Marac",
    site="Essex",
    site_code="essex",
    other_maracs=("West Sussex Marac",),
    other_sites=("West Sussex",),
)
GOOD = {
    "heard_on": "12/06/2017",
    "perpetrator_forename": "Alex",
    "perpetrator_surname": "Synthetic",
    "perpetrator_born_on": "01/02/1980",
    "victim_survivor_forename": "Sam",
    "victim_survivor_surname": "Synthetic",
    "victim_survivor_born_on": "02/03/1985",
}
HEADINGS = {key: f"As typed: {key}" for key in BY_KEY}


def read(**changed: str) -> ReadRow:
    return read_row(GOOD | changed, HEADINGS, CONTEXT)


def problems(**changed: str) -> dict[str, str]:
    return {problem.field: problem.words for problem in read(**changed).problems}


def test_a_good_row_is_a_hearing() -> None:
    hearing = read().hearing

    assert hearing is not None
    assert hearing.heard_on == date(2017, 6, 12)
    assert hearing.answers["perpetrator_age"].value == "37"
    assert hearing.answers["relationship"].status is ValueStatus.NOT_ASKED


def test_every_problem_is_named_with_the_heading_as_typed() -> None:
    row = read(heard_on="31/02/2017", perpetrator_surname="", relationship="owner")

    assert [problem.heading for problem in row.problems] == [
        "As typed: heard_on",
        "As typed: perpetrator_surname",
        "As typed: relationship",
    ]
    assert row.hearing is None


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"perpetrator_born_on": "13/06/2017"}, "perpetrator_born_on", "after the hearing"),
        ({"heard_on": "01/07/2017"}, "heard_on", "in the future"),
        ({"perpetrator_age": "61"}, "perpetrator_age", "that makes 37"),
        ({"marac": "West Sussex Marac"}, "marac", "uploaded for Essex Marac"),
        ({"marac": "Narnia Marac"}, "marac", "“Narnia Marac” is not known"),
        ({"site": "Narnia"}, "site", "“Narnia” is not known"),
        ({"perpetrator_address": "=HYPERLINK()"}, "perpetrator_address", "formula"),
        ({"referred_by": "x" * 121}, "referred_by", "room for 120"),
        ({"": "cut off"}, "", "more cells than there are headings"),
    ],
)
def test_what_cannot_be_is_refused(changed: dict[str, str], field: str, words: str) -> None:
    assert words in problems(**changed)[field]


def test_nobody_is_both_in_one_hearing() -> None:
    same = {
        "victim_survivor_forename": "ALEX",
        "victim_survivor_born_on": "1 February 1980",
    }
    assert "nobody is both" in problems(**same)["victim_survivor_born_on"]


@pytest.mark.parametrize("age", ["36", "37", "38"])
def test_an_age_may_be_a_year_out(age: str) -> None:
    assert read(perpetrator_age=age).problems == ()


@pytest.mark.parametrize("site", ["Essex", "essex", "ESSEX", ""])
def test_the_site_may_be_written_as_one_likes(site: str) -> None:
    assert read(site=site, marac="essex marac").problems == ()


def test_the_words_of_the_list_stay_beside_a_code_that_says_less() -> None:
    hearing = read(perpetrator_gender="Transgender", perpetrator_employment="Employed").hearing

    assert hearing is not None
    assert hearing.source_labels == {
        "perpetrator_gender": "Transgender",
        "perpetrator_employment": "Employed",
    }


def numbered(*rows: dict[str, str]) -> list[NumberedRow]:
    return read_rows(enumerate((GOOD | row for row in rows), start=2), HEADINGS, CONTEXT)


def test_a_second_row_about_the_same_hearing_is_a_copy_or_a_clash() -> None:
    first, copy, clash = judge(
        numbered({}, {"perpetrator_forename": " alex "}, {"perpetrator_telephone": "12"}),
        headings=HEADINGS,
        heard=(),
    )

    assert first.state is RowState.READY
    assert (copy.state, copy.reason) == (RowState.SET_ASIDE, SetAsideReason.COPY_IN_LIST)
    assert clash.state is RowState.PROBLEM
    assert "Row 2" in clash.problems[0].words


def test_a_hearing_that_is_recorded_is_set_aside() -> None:
    (row,) = numbered({})
    assert row.read.hearing is not None
    (judged,) = judge([row], headings=HEADINGS, heard={row.read.hearing.who_and_when})
    assert judged.reason is SetAsideReason.ALREADY_HEARD


@given(st.dictionaries(st.sampled_from([*BY_KEY, ""]), st.text(max_size=60), max_size=40))
def test_no_row_crashes(cells: dict[str, str]) -> None:
    row = read_row(cells, HEADINGS, CONTEXT)
    assert (row.hearing is None) == bool(row.problems)
    assert all(problem.words for problem in row.problems)
