"""Pseudonyms, and what of an answer may leave."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from drive.vocabulary.question import QuestionKind
from drive.vocabulary.questions import ALL_QUESTIONS
from drive.web.extracts import rules

KEY = b"k" * 32


def test_a_pseudonym_is_the_same_each_time_and_another_under_another_key() -> None:
    assert rules.pseudonym(KEY, "row") == rules.pseudonym(KEY, "row")
    assert rules.pseudonym(KEY, "row") != rules.pseudonym(b"other" * 8, "row")


def test_a_pseudonym_is_pinned() -> None:
    """The hash of the pilot's snapshot is the same on every machine: this must not drift."""
    assert rules.pseudonym(rules.DEMONSTRATION_KEY, "a", "b") == "b9c824a3b6df7ea94cd6e46e"


@given(st.lists(st.text("abc", min_size=1), min_size=1, max_size=3, unique=True))
def test_different_rows_have_different_pseudonyms(rows: list[str]) -> None:
    assert len({rules.pseudonym(KEY, row) for row in rows}) == len(rows)


def test_days_are_counted_from_allocation() -> None:
    assert rules.days_from(date(2017, 1, 10), date(2017, 1, 7)) == -3
    assert rules.days_from(None, date(2017, 1, 7)) is None
    assert rules.days_from(date(2017, 1, 10), None) is None


def test_no_text_that_somebody_wrote_leaves() -> None:
    written = {q.key for q in ALL_QUESTIONS if q.kind in {QuestionKind.TEXT, QuestionKind.DATE}}
    assert not written & rules.COUNTED
    assert {q.key for q in ALL_QUESTIONS} - written == rules.COUNTED
