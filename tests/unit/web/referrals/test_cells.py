"""A cell is read, or it is said in plain words why it cannot be."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.answers import ValueStatus
from drive.vocabulary.word import Word
from drive.web.referrals.rules.cells import (
    QUESTIONS,
    CellProblem,
    read_answer,
    read_birth,
    read_day,
    read_name,
    read_text,
    refuse_formula,
    split_name,
)
from drive.web.referrals.rules.words import MEANT, accepted, meant_by

TODAY = date(2017, 6, 30)


@pytest.mark.parametrize(
    "text", ["=cmd", " =1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "\t=A1"]
)
def test_a_formula_is_refused(text: str) -> None:
    with pytest.raises(CellProblem, match="formula"):
        refuse_formula(text)


@pytest.mark.parametrize("text", ["+44 (0)20 7946 0000", "-", "", "020 7946 0000 ext 12", "a=b"])
def test_what_only_resembles_a_formula_is_taken(text: str) -> None:
    assert refuse_formula(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("31/02/2017", "February has no day 31"),
        ("12/13/2016", "there is no month 13"),
        ("01/07/2017", "in the future"),
        ("42821", "Excel"),
        ("yesterday", "is not a date"),
        ("1/1/1850", "before 1900"),
    ],
)
def test_an_impossible_day_is_named(text: str, words: str) -> None:
    with pytest.raises(CellProblem, match=words):
        read_day(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12/06/2017", date(2017, 6, 12)),
        ("12.6.17", date(2017, 6, 12)),
        ("3rd March 88", date(1988, 3, 3)),
        ("1988-03-27", date(1988, 3, 27)),
    ],
)
def test_uk_dates_are_read(text: str, day: date) -> None:
    assert read_day(text, today=TODAY) == day


@pytest.mark.parametrize("text", ["", "-", "n/a", "not known", "Unknown"])
def test_a_birth_date_may_be_unknown(text: str) -> None:
    assert read_birth(text, today=TODAY) is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("", ValueStatus.NOT_RECORDED_LEGACY),
        ("  ", ValueStatus.NOT_RECORDED_LEGACY),
        ("n/a", ValueStatus.NOT_RECORDED_LEGACY),
        ("-", ValueStatus.NOT_RECORDED_LEGACY),
        ("Not known", ValueStatus.ASKED_NOT_KNOWN),
        ("DON'T KNOW", ValueStatus.ASKED_NOT_KNOWN),
        ("not asked", ValueStatus.NOT_ASKED),
        ("prefer not to say", ValueStatus.DECLINED),
    ],
)
@pytest.mark.parametrize("question", ["perpetrator_alcohol", "perpetrator_age"])
def test_a_blank_is_never_no_and_a_reason_is_kept(
    question: str, text: str, status: ValueStatus
) -> None:
    answer = read_answer(text, QUESTIONS[question], as_of=TODAY)
    assert (answer.value, answer.status) == (None, status)


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("perpetrator_alcohol", "Y", "yes"),
        ("perpetrator_alcohol", "No", "no"),
        ("perpetrator_gender", "Male", "man"),
        ("perpetrator_gender", "Transgender", "other"),
        ("relationship", "Ex-Husband", "ex_partner"),
        ("perpetrator_ethnicity", "W1", "white_british"),
        ("perpetrator_employment", "employed", "other"),
        ("number_of_children", "3.0", "3"),
        ("number_of_children", "none", "0"),
        ("perpetrator_age", "034", "34"),
    ],
)
def test_the_words_of_lists_are_understood(question: str, text: str, value: str) -> None:
    assert read_answer(text, QUESTIONS[question], as_of=TODAY).value == value


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        ("perpetrator_alcohol", "perhaps", "Write Yes or No"),
        ("relationship", "son", "Family member - adult, Family member - minor or Other"),
        ("perpetrator_age", "thirty", "Write a whole number"),
        ("perpetrator_age", "412", "more than 120"),
        ("number_of_children", "-1", "Write a whole number"),
    ],
)
def test_words_not_understood_name_those_that_are(question: str, text: str, words: str) -> None:
    with pytest.raises(CellProblem, match=words):
        read_answer(text, QUESTIONS[question], as_of=TODAY)


@pytest.mark.parametrize("kind", list(MEANT), ids=lambda kind: kind.__name__)
def test_every_word_that_is_named_is_also_taken(kind: type[Word]) -> None:
    assert all(meant_by(member.label, kind) is member for member in kind)
    assert all(member.label in accepted(kind) for member in kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Smith, John", ("John", "Smith")),
        ("John Smith", ("John", "Smith")),
        ("Mary Ann Smith", ("Mary Ann", "Smith")),
        ("de Souza, Ana", ("Ana", "de Souza")),
    ],
)
def test_a_whole_name_is_divided(text: str, name: tuple[str, str]) -> None:
    assert split_name(text) == name


@pytest.mark.parametrize("text", ["Smith", "Smith,", ", John"])
def test_half_a_name_is_refused(text: str) -> None:
    with pytest.raises(CellProblem, match="one name only"):
        split_name(text)


@pytest.mark.parametrize("text", ["", "unknown", "123", "x" * 81])
def test_what_is_no_name_is_refused(text: str) -> None:
    with pytest.raises(CellProblem):
        read_name(text, longest=80)


def words_of(read: Callable[[], object]) -> str | None:
    """Return the words with which a text is refused, or None if it is taken."""
    try:
        read()
    except CellProblem as problem:
        return str(problem)
    return None


@given(st.text(max_size=200), st.sampled_from(sorted(QUESTIONS)))
def test_no_text_crashes(text: str, question: str) -> None:
    for read in (
        lambda: read_answer(text, QUESTIONS[question], as_of=TODAY),
        lambda: read_birth(text, today=TODAY),
        lambda: read_name(text, longest=80),
        lambda: read_text(text, longest=80),
        lambda: split_name(text),
        lambda: refuse_formula(text),
    ):
        assert words_of(read) != ""
