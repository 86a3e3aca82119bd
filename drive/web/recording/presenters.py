"""Answers and ratings in words: for check pages, read views and the answer given last time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext

from drive.vocabulary.abuse import AbuseType, Severity
from drive.vocabulary.answers import Answer, YesNo
from drive.vocabulary.questions import Question
from drive.vocabulary.ratings import Rating
from drive.vocabulary.word import Word
from drive.web.design_system.presenters import answer_in_words, label, summary_row
from drive.web.recording.forms import rating_names
from drive.web.recording.rules import Section


def in_words(answer: Answer | None, words: type[Word] | None = None) -> str:
    """Return an answer in words with who said so, or that there is none."""
    if answer is None:
        return gettext("No answer and no reason yet")
    said = answer_in_words(answer, words)
    return f"{said} ({label(answer.source)})" if answer.source else said


def section_rows(
    section: Section,
    answers: Mapping[str, Answer],
    ratings: Iterable[Rating] = (),
    *,
    change: str | None = None,
) -> list[dict[str, Any]]:
    """Return the rows of a summary list of one section; `change` is the address of its page."""
    rows = [
        _row(question.key, question.label, answers.get(question.key), question.words, change=change)
        for question in section.questions
    ]
    rated = {rating.abuse_type: rating for rating in ratings}
    for kind in AbuseType if section.has_ratings else ():
        rows += _rating_rows(kind, rated.get(kind), change)
    return rows


def _rating_rows(kind: AbuseType, rating: Rating | None, change: str | None) -> list[Any]:
    fields = rating_names(kind)
    asked = [f"{gettext(kind.label)}: {word}" for word in (gettext("used"), gettext("severity"))]
    answers = (rating.used, rating.severity) if rating else (None, None)
    return [
        _row(fields[0], asked[0], answers[0], YesNo, change=change),
        _row(fields[1], asked[1], answers[1], Severity, change=change),
    ]


def _row(
    field: str, asked: str, answer: Answer | None, words: type[Word] | None, *, change: str | None
) -> dict[str, Any]:
    address = f"{change}#id_{field}-value" if change else None
    return summary_row(gettext(asked), in_words(answer, words), change=address)


def said_before(
    asked: Sequence[Question],
    answers: Mapping[str, Answer],
    ratings: Iterable[Rating],
    *,
    when: str,
) -> dict[str, str]:
    """Return, by field name, what was answered last time, to stand beside the question."""
    said = {
        question.key: in_words(answers[question.key], question.words)
        for question in asked
        if question.key in answers
    }
    for rating in ratings:
        used, severity = rating_names(rating.abuse_type)
        said |= {used: in_words(rating.used, YesNo), severity: in_words(rating.severity, Severity)}
    return {name: f"{when}: {words}." for name, words in said.items()}
