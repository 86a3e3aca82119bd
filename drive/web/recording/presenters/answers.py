"""Answers and ratings in words: for check pages, read views and the answer given last time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext

from drive.vocabulary.abuse import AbuseType, Frequency, RiseBasis, Severity, Trend
from drive.vocabulary.answers import Answer, YesNo
from drive.vocabulary.question import Question
from drive.vocabulary.ratings import Rating
from drive.vocabulary.word import Word
from drive.web.design_system.presenters import answer_in_words, date_in_words, label, summary_row
from drive.web.recording.forms import detail_names, rating_names
from drive.web.recording.rules import Section, applies

_DETAILS: dict[str, tuple[str, type[Word] | None]] = {
    "frequency": ("how often", Frequency),
    "last_on": ("last happened", None),
    "trend": ("over three months", Trend),
    "rise_basis": ("what is new", RiseBasis),
}


def in_words(answer: Answer | None, words: type[Word] | None = None) -> str:
    """Return an answer in words with who said so and when, or that there is none."""
    if answer is None:
        return gettext("No answer and no reason yet")
    said = answer_in_words(answer, words)
    about = [label(answer.source)] if answer.source else []
    about += [date_in_words(answer.as_of)] if answer.as_of else []
    return f"{said} ({', '.join(about)})" if about else said


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
        if question.key in answers or applies(question, answers)
    ]
    rated = {each.abuse_type: each for each in ratings if _is_of(each, section)}
    for kind in AbuseType if section.has_ratings else ():
        rows += _rating_rows(kind, rated.get(kind), change)
    return rows


def _is_of(rating: Rating, section: Section) -> bool:
    return section.towards is None or rating.towards == section.towards


def _rating_rows(kind: AbuseType, rating: Rating | None, change: str | None) -> list[Any]:
    fields = rating_names(kind)
    asked = [f"{gettext(kind.label)}: {word}" for word in (gettext("used"), gettext("severity"))]
    answers = (rating.used, rating.severity) if rating else (None, None)
    return [
        _row(fields[0], asked[0], answers[0], YesNo, change=change),
        _row(fields[1], asked[1], answers[1], Severity, change=change),
        *(_detail_rows(kind, rating, change) if rating else ()),
    ]


def _detail_rows(kind: AbuseType, rating: Rating, change: str | None) -> Iterator[dict[str, Any]]:
    for name, field in detail_names(kind).items():
        answer: Answer | None = getattr(rating, name)
        asked, words = _DETAILS[name]
        if answer is not None:
            asked = f"{gettext(kind.label)}: {gettext(asked)}"
            yield _row(field, asked, _as_day(name, answer), words, change=change)


def _as_day(name: str, answer: Answer) -> Answer:
    """Return the answer with a day as people read it."""
    if name != "last_on" or not answer.is_known:
        return answer
    return Answer(value=date_in_words(date.fromisoformat(answer.value or "")))


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
        said |= dict(_details_before(rating))
    return {name: f"{when}: {words}." for name, words in said.items()}


def _details_before(rating: Rating) -> Iterator[tuple[str, str]]:
    for name, field in detail_names(rating.abuse_type).items():
        answer: Answer | None = getattr(rating, name)
        if answer is not None and name != "rise_basis":
            yield field, in_words(_as_day(name, answer), _DETAILS[name][1])
