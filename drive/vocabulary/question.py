"""What a question is: its key, its words, the shape of its value and who could know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from drive.vocabulary.answers import InformationSource
from drive.vocabulary.word import Word


class QuestionKind(Word):
    """What shape a value has."""

    WORD = "word", "One of a list"
    NUMBER = "number", "Whole number"
    TEXT = "text", "Text"
    DATE = "date", "Date"


class Condition(NamedTuple):
    """Another question of the same section, and the value with which this one is asked."""

    key: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question.

    Parameters
    ----------
    key : str
        The name stored with each answer.
    label : str
        What the person who fills the form reads.
    kind : QuestionKind
        The shape of the value.
    words : type[Word] or None
        The list from which a WORD is chosen.
    hint : str
        A line under the label.
    only_if : Condition or None
        Asked only where another question has that value. Its source and day are those of the
        other answer.
    likely : tuple of InformationSource
        Who could know, the likeliest first.
    """

    key: str
    label: str
    kind: QuestionKind = QuestionKind.WORD
    words: type[Word] | None = None
    hint: str = ""
    only_if: Condition | None = None
    likely: tuple[InformationSource, ...] = ()


def ask(key: str, label: str, words: type[Word], *, hint: str = "") -> Question:
    """Return a question whose answer is chosen from a list."""
    return Question(key=key, label=label, words=words, hint=hint)


def ask_number(key: str, label: str) -> Question:
    """Return a question whose answer is a whole number."""
    return Question(key=key, label=label, kind=QuestionKind.NUMBER)
